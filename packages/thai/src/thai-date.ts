import { isRealDay, toIsoDay } from './bangkok-clock.js';
import { thaiMonthNames } from './calendar.js';
import { searchKey } from './search-key.js';

type Era = 'buddhist' | 'common' | null;

const LONGEST_DATE = 100;

const PREFIX = /^(?:ลงวันที่|ล\.?ว\.?|วัน(?:อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์)?(?:ที่)?) ?/;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const IN_NUMBERS = /^(\d{1,2}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$/;
const IN_WORDS = /^(\d{1,2})(\D{2,50})(\d{4}|\d{2})$/;
const ERA = /(?:(พศ|พุทธศักราช)|(คศ|คริสต์ศักราช))$/;

function monthCalled(name: string): number {
  // กรกฏาคม with ฏ is the commonest misspelling of a month.
  const spelled = name.replace(/^เดือน/, '').replace('ฏ', 'ฎ');
  const isMonth = (month: string) => month.replace(/\./g, '') === spelled;
  return (
    thaiMonthNames('long').findIndex(isMonth) + 1 || thaiMonthNames('short').findIndex(isMonth) + 1
  );
}

/**
 * Gives the common-era year that a year as typed means in that month, or null if it means none.
 *
 * Two digits are the end of a Buddhist year: `63` is พ.ศ. 2563. Four digits say by their size
 * which era they are in, and must agree with the era if one is named.
 */
function commonYear(typed: string, era: Era, month: number): number | null {
  if (typed.length === 2 && era === 'common') return null;
  const year = typed.length === 2 ? 2500 + Number(typed) : Number(typed);
  if (year >= 1800 && year <= 2200 && era !== 'buddhist') return year;
  if (year < 2400 || year > 2800 || era === 'common') return null;
  if (month > 3 || year > 2483) return year - 543;
  // The year began on 1 April until พ.ศ. 2483, which by พ.ร.บ. ปีประดิทิน ended in December and so
  // never had a January.
  return year === 2483 ? null : year - 542;
}

function isoDateOf(day: string, month: number, year: string, era: Era): string | null {
  const common = commonYear(year, era, month);
  if (common === null) return null;
  const date = { year: common, month, day: Number(day) };
  return isRealDay(date) ? toIsoDay(date) : null;
}

/**
 * Reads a date as officers type it and gives it as an ISO date, or null if it is none.
 *
 * Understands `17 ก.ค. 63`, `๑๗ กรกฎาคม ๒๕๖๓`, `29 กค 2562`, `17/7/2563`, `17-7-63`, `17.7.2563`,
 * `วันศุกร์ที่ 17 กรกฎาคม พ.ศ. 2563`, `2020-07-17`, with a leading `ลงวันที่` or `ลว.` too. The day
 * comes before the month; years are Buddhist (พ.ศ.) or, by size or when called ค.ศ., common. A
 * weekday is not checked. Days the calendar does not have are refused.
 */
export function parseThaiDate(text: string): string | null {
  if (text.length > LONGEST_DATE) return null;
  const typed = searchKey(text).replace(PREFIX, '');

  const yearFirst = YEAR_FIRST.exec(typed);
  if (yearFirst) {
    const [, year = '', , month = '', day = ''] = yearFirst;
    return isoDateOf(day, Number(month), year, null);
  }
  const inNumbers = IN_NUMBERS.exec(typed);
  if (inNumbers) {
    const [, day = '', , month = '', year = ''] = inNumbers;
    return isoDateOf(day, Number(month), year, null);
  }
  const inWords = IN_WORDS.exec(typed);
  if (inWords) {
    const [, day = '', middle = '', year = ''] = inWords;
    const words = middle.replace(/[ .,/-]/g, '');
    const era = ERA.exec(words);
    const month = monthCalled(words.replace(ERA, ''));
    return month === 0
      ? null
      : isoDateOf(day, month, year, era ? (era[1] ? 'buddhist' : 'common') : null);
  }
  return null;
}
