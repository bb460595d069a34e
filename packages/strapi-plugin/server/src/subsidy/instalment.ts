import { fiscalYearRange, searchKey, thaiMonthNames } from '@km-laas/thai';

/** Which release of the year a line belongs to, and the days it is for. */
export interface Instalment {
  /** งวดที่; 0 where the text has none. */
  number: number;
  /** ISO days; empty where the text does not say. */
  periodFrom: string;
  periodTo: string;
}

const none: Instalment = { number: 0, periodFrom: '', periodTo: '' };

const monthKey = (text: string) => text.replace(/[.\s]/g, '');
const months = new Map(
  (['long', 'short'] as const).flatMap((style) =>
    thaiMonthNames(style, 'th').map((name, index) => [monthKey(name), index + 1] as const)
  )
);
const monthNamed = (text: string) => months.get(monthKey(text));

/**
 * Reads an instalment as letters write it, within its fiscal year: `1`, `งวดที่ 2`,
 * `งวดที่ 1 ภาคเรียนที่ 2`, `ไตรมาสที่ 1 (ต.ค. - ธ.ค.)`, `เดือนตุลาคม 2569`, `ต.ค. - ธ.ค.`. A quarter
 * counts as the instalment of its number and a month as that of the fiscal year's month, so that
 * one subsidy's releases stand in their order. A dash is none; null is what cannot be read.
 */
export function readInstalment(text: string, fiscalYear: number): Instalment | null {
  const typed = searchKey(text).trim();
  if (/^[-–—]*$/.test(typed)) return none;
  const quarter = /ไตรมาส(?:ที่)? ?([1-4])(?!\d)/.exec(typed);
  if (quarter) {
    const number = Number(quarter[1]);
    return { number, ...monthsOf(fiscalYear, number * 3 - 2, number * 3) };
  }
  const numbered = /^(?:งวด(?:ที่)?|ครั้งที่|instalment|no\.?)? ?(\d{1,2})(?![\d/.])/.exec(typed);
  if (numbered) {
    const number = Number(numbered[1]);
    return number === 0 ? none : { ...none, number };
  }
  const [first, last] = typed
    .replace(/^(?:ประจำ)?(?:เดือน)?/, '')
    .split(/ ?(?:[-–—]|ถึง) ?/)
    .map((part) => monthNamed(part.replace(/(?:พ\.?ศ\.?)? ?\d{2,4}$/, '')));
  if (first === undefined) return null;
  const from = fiscalMonth(first);
  const to = last === undefined ? from : fiscalMonth(last);
  return to < from ? null : { number: from === to ? from : 0, ...monthsOf(fiscalYear, from, to) };
}

const fiscalMonth = (month: number) => ((month + 2) % 12) + 1;

/** First and last day of months of a fiscal year, 1 for October. */
function monthsOf(fiscalYear: number, from: number, to: number) {
  const start = new Date(`${fiscalYearRange(fiscalYear).from}T00:00:00Z`);
  const day = (month: number, date: number) =>
    new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, date))
      .toISOString()
      .slice(0, 10);
  return { periodFrom: day(from - 1, 1), periodTo: day(to, 0) };
}
