import { buddhistYear, formatThaiDate } from './calendar.js';
import { readDateAhead } from './date-ahead.js';
import { searchKey } from './search-key.js';

/** How fast a letter must be handled (ชั้นความเร็ว), the slowest first. */
export const LETTER_URGENCIES = ['ด่วน', 'ด่วนมาก', 'ด่วนที่สุด'] as const;
export type LetterUrgency = (typeof LETTER_URGENCIES)[number];

/** The parts of an official letter's number (เลขที่หนังสือ) and date; null is what was not given. */
export interface LetterNumber {
  urgency: LetterUrgency | null;
  /** Abbreviation of the ministry or province that issued it: มท, กค, สน. */
  org: string | null;
  /** Abbreviation in brackets after it, such as กวจ in กค (กวจ). */
  suborg: string | null;
  /** Code of the issuing office: 0808.4. */
  unit: string | null;
  /** Whether it is a circular (หนังสือเวียน), marked ว. */
  circular: boolean;
  number: number;
  /** Buddhist-era calendar year the number was given in; numbers restart every January. */
  year: number | null;
  /** ISO date of the letter. */
  date: string | null;
}

// In these patterns every quantifier is bounded and each follows a boundary, so that no input makes
// the search slower than its length; spaces are single because the text is a search key. What may
// stand before the abbreviation without a space is listed, for consonants alone mark no boundary.
const WITH_ORG =
  /(^|[^ก-๎.]|ที่|สุด|มาก|ด่วน|หนังสือ)([ก-ฮ]{2,3})\.? ?(?:\( ?([ก-ฮ.]{1,12}) ?\) ?)?(\d{4,5}(?:\.\d{1,3}){0,3}) ?\/ ?(ว)?\.? ?(\d{1,6})(?!\d)/;
// Without the abbreviation only an office code can be told from "number/year": it begins with 0,
// has a group after a dot, or five digits.
const WITH_UNIT =
  /(^|[^\d.])((?:0\d{3,4}|\d{5}|\d{4}(?=\.))(?:\.\d{1,3}){0,3}) ?\/ ?(ว)?\.? ?(\d{1,6})(?!\d)/;
const CIRCULAR = /(^|[^ก-๎.]|ที่|สุด|มาก|ด่วน|หนังสือ|เวียน)ว\.? ?(\d{1,6})(?!\d)/;
const BARE_NUMBER = /^(?:หนังสือ)? ?(?:เลข)?(?:ที่)? ?([1-9]\d{0,5})(?!\d)/;

const URGENCY_BEFORE = /(ด่วนที่สุด|ด่วนมาก|ด่วน)\)? ?(?:ที่)? ?$/;
const YEAR_AHEAD = /^ ?(?:\/|ปี|(?:ปี ?)?พ\.?ศ\.?) ?(\d{4}|\d{2})(?!\d|[-/.]\d)/;
const LONGEST_URGENCY = 20;

type NumberedParts = Pick<LetterNumber, 'org' | 'suborg' | 'unit' | 'circular' | 'number'>;

interface Found extends NumberedParts {
  before: string;
  after: string;
}

function findNumber(text: string): Found | null {
  const around = (match: RegExpExecArray) => ({
    before: text.slice(0, match.index + (match[1]?.length ?? 0)),
    after: text.slice(match.index + match[0].length),
  });

  const withOrg = WITH_ORG.exec(text);
  if (withOrg) {
    const [, , org = '', suborg, unit = '', circular, number] = withOrg;
    return {
      ...around(withOrg),
      org,
      suborg: suborg?.replace(/\./g, '') || null,
      unit,
      circular: circular !== undefined,
      number: Number(number),
    };
  }
  const withUnit = WITH_UNIT.exec(text);
  if (withUnit) {
    const [, , unit = '', circular, number] = withUnit;
    return {
      ...around(withUnit),
      org: null,
      suborg: null,
      unit,
      circular: circular !== undefined,
      number: Number(number),
    };
  }
  const circular = CIRCULAR.exec(text);
  if (!circular) return null;
  return {
    ...around(circular),
    org: null,
    suborg: null,
    unit: null,
    circular: true,
    number: Number(circular[2]),
  };
}

/** Reads a number that is all the text has besides a year or date; in prose it could be anything. */
function findBareNumber(text: string): Found | null {
  const match = BARE_NUMBER.exec(text);
  if (!match) return null;
  const after = text.slice(match[0].length);
  const { rest } = readYearAndDate(after);
  if (rest.replace(/[ .)]/g, '') !== '' || /^\/\d{2}$/.test(after)) return null;
  return {
    before: '',
    after,
    org: null,
    suborg: null,
    unit: null,
    circular: false,
    number: Number(match[1]),
  };
}

function buddhistYearTyped(typed: string): number | null {
  const year = typed.length === 2 ? 2500 + Number(typed) : Number(typed);
  if (year >= 2400 && year <= 2800) return year;
  return year >= 1900 && year <= 2200 ? year + 543 : null;
}

function readYearAndDate(text: string): { year: number | null; date: string | null; rest: string } {
  const dated = readDateAhead(text);
  if (dated.date !== null) return { year: buddhistYear(dated.date), ...dated };
  const typedYear = YEAR_AHEAD.exec(text);
  const year = typedYear ? buddhistYearTyped(typedYear[1] ?? '') : null;
  const { date, rest } = readDateAhead(typedYear ? text.slice(typedYear[0].length) : text);
  return { year: date === null ? year : buddhistYear(date), date, rest };
}

/**
 * Reads the number of an official letter out of a citation or of what somebody typed to find it.
 *
 * The grammar is `[ชั้นความเร็ว] ที่ <อักษรย่อ> [(ย่อย)] <รหัส>/[ว ]<เลข> ลงวันที่ <วันที่>`; the
 * parts may be missing from the left and the right, the digits Thai, the spaces anywhere. A number
 * alone counts only if the text has nothing else, so that "พระราชบัญญัติ พ.ศ. 2562" is no letter.
 * Nothing is guessed: a ว that a scanner read as ๒ stays a digit. Gives null if there is no number.
 */
export function parseLetterNumber(text: string): LetterNumber | null {
  const typed = searchKey(text);
  const found = findNumber(typed) ?? findBareNumber(typed);
  if (!found || found.number === 0) return null;
  const { before, after, ...parts } = found;
  const urgency = URGENCY_BEFORE.exec(before.slice(-LONGEST_URGENCY))?.[1] as
    LetterUrgency | undefined;
  const { year, date } = readYearAndDate(after);
  return { urgency: urgency ?? null, ...parts, year, date };
}

/**
 * Tells whether a query asks for a letter by its number, so that an exact hit should come first.
 *
 * A number alone, `2563`, may as well be a year: search the text too.
 */
export function looksLikeLetterNumber(query: string): boolean {
  return parseLetterNumber(query) !== null;
}

/**
 * Gives the identity of a letter, `มท|0808.4|ว|5912|2561`, or null if it is not known in full.
 *
 * Numbers restart every calendar year and each office has its own, so that the number alone names
 * many letters. A letter that is no circular has `-`; a sub-office stands with its parent, as in
 * `กค(กวจ)|0405.2|ว|119|2561`, for it numbers its own letters.
 */
export function canonicalLetterKey(
  parts: NumberedParts & Pick<LetterNumber, 'year'>
): string | null {
  const { org, suborg, unit, circular, number, year } = parts;
  if (!org || !unit || year === null) return null;
  return [suborg ? `${org}(${suborg})` : org, unit, circular ? 'ว' : '-', number, year].join('|');
}

/** Prints a letter's number as officials write it: `มท 0808.4/ว 5912`, `กค (กวจ) 0405.2/ว 119`. */
export function formatLetterNumber(parts: NumberedParts): string {
  const { org, suborg, unit, circular, number } = parts;
  const office = [org, suborg && `(${suborg})`, unit].filter(Boolean).join(' ');
  return `${office}${unit ? '/' : office && ' '}${circular ? 'ว ' : ''}${number}`;
}

/**
 * Prints a full citation: `ด่วนที่สุด ที่ มท 0808.2/ว 2445 ลงวันที่ 8 ธันวาคม 2554`.
 *
 * Without a date, a known year follows the number, `ว 5912/2561`.
 */
export function formatCitation(parts: LetterNumber): string {
  const { urgency, org, year, date } = parts;
  const number = formatLetterNumber(parts);
  const when = date ? ` ลงวันที่ ${formatThaiDate(date, 'long')}` : year === null ? '' : `/${year}`;
  return `${urgency ? `${urgency} ` : ''}${org ? 'ที่ ' : ''}${number}${when}`;
}
