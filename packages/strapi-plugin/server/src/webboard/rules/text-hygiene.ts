/** Signs nobody sees, which hide words from readers and from rules; a line break and a tab stay. */
// The signs stand for themselves here; none of them is to join another.
/* eslint-disable no-misleading-character-class */
const unseen =
  /[^\P{Cc}\n\t]|(?![\u200D\uFE0F])\p{Default_Ignorable_Code_Point}|[\u2028-\u202E\u2800\uFFF9-\uFFFB]/gu;
/* eslint-enable no-misleading-character-class */
/** Half a character, which no database keeps. */
const halved = /\p{Surrogate}/gu;

// A zero width joiner makes one picture of two, and nothing else in Thai or English.
const lonelyJoiner =
  /(?<!\p{Extended_Pictographic}\p{EMod}?\uFE0F?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu;

/** More marks than these stand on no letter of a language written here: a vowel, a tone, การันต์. */
const marksTooMany = /(\p{M}{3})\p{M}+/gu;

/**
 * A text as it may be kept and shown: NFC, without signs nobody sees, without signs that turn the
 * direction of writing around, without towers of marks. Blank lines come at most two in a row.
 */
export function cleanText(text: string): string {
  return (
    text
      .replace(halved, '\uFFFD')
      .replace(/\r\n?/g, '\n')
      .replace(unseen, '')
      .replace(lonelyJoiner, '')
      // Before NFC, which sorts a long run of marks in quadratic time.
      .replace(marksTooMany, '$1')
      .normalize('NFC')
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{4,}/g, '\n\n\n')
      .replace(/^\n+|\s+$/g, '')
  );
}

/** As {@link cleanText}, on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** Whether there is anything to read: a letter, a digit or a picture. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);
}
