/** A month of a fiscal year; 1 is October. */
export interface FiscalMonth {
  year: number;
  month: number;
}

/** Months of the fiscal year by name, October first. */
export const monthNames: readonly string[] = [
  'ตุลาคม',
  'พฤศจิกายน',
  'ธันวาคม',
  'มกราคม',
  'กุมภาพันธ์',
  'มีนาคม',
  'เมษายน',
  'พฤษภาคม',
  'มิถุนายน',
  'กรกฎาคม',
  'สิงหาคม',
  'กันยายน',
];

/** The fiscal year (พ.ศ.) of a day, `2026-11-22`. */
export function fiscalYearOf(day: string): number {
  const month = Number(day.slice(5, 7));
  return Number(day.slice(0, 4)) + 543 + (month >= 10 ? 1 : 0);
}

/** The month of the fiscal year of a day. */
export function fiscalMonthOf(day: string): number {
  return ((Number(day.slice(5, 7)) + 2) % 12) + 1;
}

/** A day as officers type it: `8/10/2569`. */
export function typedDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)}/${Number(month)}/${Number(year) + 543}`;
}

/** The last month that is over on a day, `2026-11-22`. */
export function lastWholeMonth(today: string): FiscalMonth {
  const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  const day = new Date(first.getTime() - 86_400_000).toISOString().slice(0, 10);
  return { year: fiscalYearOf(day), month: fiscalMonthOf(day) };
}

/** Fiscal years up to the one of a day, oldest first. */
export function fiscalYears(today: string, count: number): number[] {
  const last = fiscalYearOf(today);
  return Array.from({ length: count }, (_, at) => last - count + 1 + at);
}

/** A day of a month of a fiscal year, `2026-10-08`; days past the month's end run into the next. */
export function dayIn({ year, month }: FiscalMonth, day: number): string {
  // October is month 9 of the calendar in which the fiscal year begins.
  return new Date(Date.UTC(year - 544, 8 + month, day)).toISOString().slice(0, 10);
}

/** Days from one to another; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
