import { bangkokDayOf } from './bangkok-clock.js';

/** First and last day of a period as ISO dates, both included. */
export interface DayRange {
  from: string;
  to: string;
}

/**
 * Gives the fiscal year (ปีงบประมาณ) of an ISO date, or of an instant in Bangkok, as a พ.ศ. year.
 *
 * It runs from 1 October to 30 September and is named by the year it ends in: พ.ร.บ.
 * วิธีการงบประมาณ พ.ศ. 2561 มาตรา 4.
 *
 * @throws {RangeError} if the value is neither.
 */
export function fiscalYearOf(value: string | Date): number {
  const { year, month } = bangkokDayOf(value);
  return year + 543 + (month >= 10 ? 1 : 0);
}

/**
 * Gives the month within the fiscal year: 1 is October (ตุลาคม), 12 is September (กันยายน).
 *
 * @throws {RangeError} if the value is neither an ISO date nor an instant.
 */
export function fiscalMonthOf(value: string | Date): number {
  return ((bangkokDayOf(value).month + 2) % 12) + 1;
}

/**
 * Gives the quarter (ไตรมาส) of the fiscal year: 1 is October to December.
 *
 * @throws {RangeError} if the value is neither an ISO date nor an instant.
 */
export function fiscalQuarterOf(value: string | Date): number {
  return Math.ceil(fiscalMonthOf(value) / 3);
}

/**
 * Gives the first and last day of a fiscal year: 2563 is 2019-10-01 to 2020-09-30.
 *
 * @throws {RangeError} if the year is not a whole Buddhist-era year.
 */
export function fiscalYearRange(fiscalYear: number): DayRange {
  if (!Number.isInteger(fiscalYear) || fiscalYear < 2400 || fiscalYear > 2800) {
    throw new RangeError(
      `${fiscalYear} is no fiscal year: expected a Buddhist-era year such as 2563.`
    );
  }
  return { from: `${fiscalYear - 544}-10-01`, to: `${fiscalYear - 543}-09-30` };
}
