// The Thai standard layout (เกษมณี, TIS 820-2538) over a US keyboard, row by row. Written here anew,
// and not taken from the product: a fault there would otherwise prove itself right.
const latin =
  '`1234567890-=~!@#$%^&*()_+qwertyuiop[]\\QWERTYUIOP{}|asdfghjkl;\'ASDFGHJKL:"zxcvbnm,./ZXCVBNM<>?';
const thai = '_ๅ/-ภถุึคตจขช%+๑๒๓๔ู฿๕๖๗๘๙ๆไำพะัีรนยบลฃ๐"ฎฑธํ๊ณฯญฐ,ฅฟหกดเ้่าสวงฤฆฏโฌ็๋ษศซ.ผปแอิืทมใฝ()ฉฮฺ์?ฒฬฦ';

/** What appears when Thai is typed while the keyboard is in English; digits come from the number pad. */
export function typedInEnglish(text: string): string {
  return [...text].map((letter) => keyOf(thai, latin, letter)).join('');
}

/** What appears when English is typed while the keyboard is in Thai. */
export function typedInThai(text: string): string {
  return [...text].map((letter) => keyOf(latin, thai, letter)).join('');
}

function keyOf(from: string, to: string, letter: string): string {
  if (/[\d\s]/.test(letter)) return letter;
  const at = from.indexOf(letter);
  return at < 0 ? letter : (to[at] as string);
}
