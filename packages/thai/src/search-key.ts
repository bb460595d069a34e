import { toArabicDigits } from './digits.js';

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
const MARK_RUN = /\p{M}{2,}/gu;
const MARKS_AROUND_AM = /(\p{M}*)(\u0E33[\p{M}\u0E33]+)/gu;
const TONE_MARK = /[\u0E48-\u0E4B]/g;

/**
 * Place of a mark within its cluster: vowels (สระ), then tone marks (วรรณยุกต์), then การันต์.
 *
 * PHINTHU and the lower vowels come first because NFC sorts them before the tone marks too; any
 * other order would make a second NFC undo the first pass. Marks of other scripts come last.
 */
function rankOfMark(mark: string): number {
  if (mark === '\u0E3A') return 0;
  if (mark === '\u0E38' || mark === '\u0E39') return 1;
  if (mark >= '\u0E48' && mark <= '\u0E4B') return 3;
  if (mark === '\u0E4C' || mark === '\u0E4E') return 4;
  return mark >= '\u0E31' && mark <= '\u0E4D' ? 2 : 5;
}

function orderMarks(run: string): string {
  return [...new Set(run)].sort((a, b) => rankOfMark(a) - rankOfMark(b)).join('');
}

function putTonesBeforeAm(_: string, before: string, am: string): string {
  const tones = am.match(TONE_MARK)?.join('') ?? '';
  return orderMarks(before + tones) + am.replace(TONE_MARK, '');
}

function orderText(text: string): string {
  // NFKC is no substitute for NFC here: it takes สระอำ apart, which searchKey puts together. Marks
  // are ordered before it too, because NFC sorts a long run of them in quadratic time.
  return text.replace(MARK_RUN, orderMarks).normalize('NFC').replace(MARK_RUN, orderMarks);
}

/**
 * Folds the many ways one Thai text is typed into one spelling, for comparing and searching.
 *
 * Both the stored text and the query go through it, the original is what people see. It drops
 * invisible characters, writes two เ as แ, puts a vowel before its tone mark, joins นิคหิต and
 * สระอา into สระอำ, removes repeated marks, turns ๐–๙ into 0–9 and Latin letters into lower case,
 * and leaves one space between words, none before ไม้ยมก (ๆ). Spelling mistakes are left alone.
 * Applying it twice changes nothing more.
 */
export function searchKey(text: string): string {
  return toArabicDigits(orderText(text.replace(INVISIBLE, '').toLowerCase()))
    .replace(/\u0E40\u0E40/g, '\u0E41')
    .replace(/\u0E4D([\u0E48-\u0E4B]*)\u0E32/g, '$1\u0E33')
    .replace(MARKS_AROUND_AM, putTonesBeforeAm)
    .replace(/\s+/g, ' ')
    .replace(/ (?=\u0E46)/g, '')
    .trim()
    .normalize('NFC');
}

const BLANK_BEFORE_MARK =
  /([ก-ฮ][\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]*) +(?=[\u0E31-\u0E3A\u0E47-\u0E4E])/g;

/**
 * Puts Thai right that a PDF or an old program wrote in pieces, for people to read: vowels before
 * their tone marks, สระอำ in one, แ for two เ, no blank before a mark, nothing invisible. Digits,
 * letter case, lines and spelling stay.
 */
export function repairText(text: string): string {
  return orderText(text.replace(INVISIBLE, '').replace(BLANK_BEFORE_MARK, '$1'))
    .replace(/\u0E40\u0E40/g, '\u0E41')
    .replace(/\u0E4D([\u0E48-\u0E4B]*)\u0E32/g, '$1\u0E33')
    .replace(MARKS_AROUND_AM, putTonesBeforeAm)
    .normalize('NFC');
}

const PUNCTUATION = /^\p{P}$/u;

function trimPunctuation(term: string): string {
  let start = 0;
  let end = term.length;
  while (start < end && PUNCTUATION.test(term.charAt(start))) start += 1;
  while (end > start && PUNCTUATION.test(term.charAt(end - 1))) end -= 1;
  return term.slice(start, end);
}

/**
 * Splits what somebody typed into the distinct terms that must all occur in a `searchKey`.
 *
 * Terms are cut at spaces, for Thai has no other sure boundary, and lose the punctuation around
 * them, so that `อปท.` also finds `อปท`. A query of nothing but punctuation has no terms.
 */
export function searchTerms(query: string): string[] {
  const terms = searchKey(query).split(' ').map(trimPunctuation);
  return [...new Set(terms)].filter((term) => term !== '');
}
