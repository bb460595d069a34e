/** A day of the Gregorian calendar; `month` is 1 to 12. */
export interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

/** What the clock on a wall in Bangkok shows at some instant. */
export interface BangkokTime extends CalendarDay {
  hour: number;
  minute: number;
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO_INSTANT =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;

// Thailand has kept UTC+7 without summer time since 1920, so no zone data has to be consulted.
const BANGKOK_OFFSET_MS = 7 * 60 * 60 * 1000;

/** Tells whether the calendar has that day: no day or month zero, no 31st of February. */
export function isRealDay({ year, month, day }: CalendarDay): boolean {
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Writes a day as ISO 8601, `2020-07-17`. */
export function toIsoDay({ year, month, day }: CalendarDay): string {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/**
 * Reads an instant as the date and time of day in Bangkok.
 *
 * @throws {RangeError} if the text is no ISO 8601 instant with a zone, or the `Date` is invalid.
 */
export function bangkokTimeOf(instant: string | Date): BangkokTime {
  // A date and time without a zone would mean another instant on every reader's computer.
  const isInstant = typeof instant !== 'string' || ISO_INSTANT.test(instant);
  const shifted = new Date((isInstant ? new Date(instant).getTime() : NaN) + BANGKOK_OFFSET_MS);
  if (Number.isNaN(shifted.getTime())) {
    throw new RangeError(
      `Cannot read ${JSON.stringify(instant)} as an instant: expected ISO 8601 with a zone, such as 2020-07-17T03:00:00Z.`
    );
  }
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
  };
}

/**
 * Reads an ISO date (`2020-07-17`) as itself and an instant as the day it is in Bangkok.
 *
 * @throws {RangeError} if the value is neither, or names a day the calendar does not have.
 */
export function bangkokDayOf(value: string | Date): CalendarDay {
  const match = typeof value === 'string' ? ISO_DAY.exec(value) : null;
  if (!match) return bangkokTimeOf(value);
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (!isRealDay(date)) {
    throw new RangeError(`There is no day ${match[0]} in the calendar.`);
  }
  return date;
}
