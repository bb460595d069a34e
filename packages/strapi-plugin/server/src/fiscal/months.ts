import { thaiMonthNames } from '@km-laas/thai';

/** A month of a fiscal year (เดือนของปีงบประมาณ): 1 is October. */
export interface FiscalMonthOfYear {
  fiscalYear: number;
  fiscalMonth: number;
}

/** First and last day of a month as ISO dates. */
export function daysOf({ fiscalYear, fiscalMonth }: FiscalMonthOfYear): {
  first: string;
  last: string;
} {
  const year = fiscalYear - 543 - (fiscalMonth <= 3 ? 1 : 0);
  const month = calendarMonthOf(fiscalMonth);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const start = `${year}-${String(month).padStart(2, '0')}`;
  return { first: `${start}-01`, last: `${start}-${last}` };
}

/** 1 for January, of a month counted from October. */
export function calendarMonthOf(fiscalMonth: number): number {
  return ((fiscalMonth + 8) % 12) + 1;
}

/** The month's name with its calendar year, e.g. `ตุลาคม 2569` for the first month of 2570. */
export function monthName({ fiscalYear, fiscalMonth }: FiscalMonthOfYear): string {
  const name = thaiMonthNames('long')[calendarMonthOf(fiscalMonth) - 1];
  return `${name} ${fiscalYear - (fiscalMonth <= 3 ? 1 : 0)}`;
}

/** What figures of a month cover, e.g. `ปีงบประมาณ 2570 เดือนตุลาคม 2569`. */
export function coverOf(month: FiscalMonthOfYear): string {
  return `ปีงบประมาณ ${month.fiscalYear} เดือน${monthName(month)}`;
}

/** Months in one line of numbers, so that they sort and are compared across years. */
export function monthNumber({ fiscalYear, fiscalMonth }: FiscalMonthOfYear): number {
  return fiscalYear * 12 + fiscalMonth - 1;
}

/** Months as the bits of a number: bit 0 is October. */
export function monthBit(fiscalMonth: number): number {
  return 1 << (fiscalMonth - 1);
}

/** The last month of a set of bits; null where it is empty. */
export function lastMonthOf(bits: number): number | null {
  return bits === 0 ? null : 32 - Math.clz32(bits);
}

/** Whether an authority exists on any day of a month, whose days {@link daysOf} gives. */
export function existsIn(
  { validFrom, validTo }: { validFrom: string | null; validTo: string | null },
  { first, last }: { first: string; last: string }
): boolean {
  return (validFrom === null || validFrom <= last) && (validTo === null || first < validTo);
}
