// The Thai standard layout (เกษมณี, มอก. 820-2538) over a US keyboard, row by row: plain, then shifted.
const ENGLISH =
  '`1234567890-=' +
  'qwertyuiop[]\\' +
  "asdfghjkl;'" +
  'zxcvbnm,./' +
  '~!@#$%^&*()_+' +
  'QWERTYUIOP{}|' +
  'ASDFGHJKL:"' +
  'ZXCVBNM<>?';
const THAI =
  '_ๅ/-ภถุึคตจขช' +
  'ๆไำพะัีรนยบลฃ' +
  'ฟหกดเ้่าสวง' +
  'ผปแอิืทมใฝ' +
  '%+๑๒๓๔ู฿๕๖๗๘๙' +
  '๐"ฎฑธํ๊ณฯญฐ,ฅ' +
  'ฤฆฏโฌ็๋ษศซ.' +
  '()ฉฮฺ์?ฒฬฦ';

const toThai = new Map([...ENGLISH].map((key, at) => [key, THAI.charAt(at)]));
const toEnglish = new Map([...THAI].map((key, at) => [key, ENGLISH.charAt(at)]));

const DIGIT = /[0-9]/;
const THAI_LETTER = /[\u0E01-\u0E4E]/;
const LATIN_LETTER = /[A-Za-z]/;

/**
 * What was meant if the keyboard was in the other language; the likelier reading first.
 *
 * A digit may have been a letter's key, or typed on the number pad.
 */
export function otherKeyboard(text: string): string[] {
  if (THAI_LETTER.test(text)) {
    return LATIN_LETTER.test(text) ? [] : [retyped(text, toEnglish)];
  }
  const all = retyped(text, toThai);
  const digitsKept = [...text]
    .map((key) => (DIGIT.test(key) ? key : (toThai.get(key) ?? key)))
    .join('');
  return [...new Set([all, digitsKept])].filter((other) => THAI_LETTER.test(other));
}

function retyped(text: string, keys: ReadonlyMap<string, string>): string {
  return [...text].map((key) => keys.get(key) ?? key).join('');
}
