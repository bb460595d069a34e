import { bangkokDayOf, bangkokTimeOf, type CalendarDay } from './bangkok-clock.js';
import { toThaiDigits } from './digits.js';
import { ENGLISH_MONTHS, ENGLISH_WEEKDAYS } from './english-names.js';
import { buddhistYearOf, THAI_MONTHS, writeThaiDay } from './thai-day.js';

/** How much of a date is written, from `17/7/2563` to `วันศุกร์ที่ 17 กรกฎาคม พ.ศ. 2563`. */
export type ThaiDateStyle = 'short' | 'medium' | 'long' | 'full';

/** Digits and language of a formatted date; Arabic digits and Thai unless told. */
export interface ThaiDateOptions {
  digits?: 'thai' | 'arabic';
  locale?: 'th' | 'en';
}

const MONTHS = { th: THAI_MONTHS, en: ENGLISH_MONTHS } as const;

/** Names the twelve months from January (มกราคม), in full or abbreviated (ม.ค.). */
export function thaiMonthNames(
  style: 'long' | 'short' = 'long',
  locale: 'th' | 'en' = 'th'
): readonly string[] {
  return MONTHS[locale][style];
}

/**
 * Gives the Buddhist-era year (พ.ศ.) of an ISO date, or of an instant in Bangkok.
 *
 * @throws {RangeError} if the value is neither.
 */
export function buddhistYear(value: string | Date): number {
  return buddhistYearOf(dateOf(bangkokDayOf(value)));
}

/** A day in the UTC fields of a `Date`. */
function dateOf({ year, month, day }: CalendarDay): Date {
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

function writeDate(date: CalendarDay, style: ThaiDateStyle, locale: 'th' | 'en'): string {
  const at = dateOf(date);
  const { year, month, day } = date;
  if (style === 'short') return `${day}/${month}/${locale === 'th' ? buddhistYearOf(at) : year}`;
  if (locale === 'th') return writeThaiDay(at, style);
  const name = ENGLISH_MONTHS[style === 'medium' ? 'short' : 'long'][month - 1];
  const weekday = style === 'full' ? `${ENGLISH_WEEKDAYS[at.getUTCDay()]} ` : '';
  return `${weekday}${day} ${name} ${year}`;
}

/**
 * Writes an ISO date, or the day an instant falls on in Bangkok, as people in Thailand read it.
 *
 * In Thai: short `17/7/2563`, medium `17 ก.ค. 2563`, long `17 กรกฎาคม 2563`, full
 * `วันศุกร์ที่ 17 กรกฎาคม พ.ศ. 2563`. English uses the common era: `17 Jul 2020`.
 *
 * @throws {RangeError} if the value is neither an ISO date nor an ISO instant with a zone.
 */
export function formatThaiDate(
  value: string | Date,
  style: ThaiDateStyle = 'medium',
  { digits = 'arabic', locale = 'th' }: ThaiDateOptions = {}
): string {
  const text = writeDate(bangkokDayOf(value), style, locale);
  return digits === 'thai' ? toThaiDigits(text) : text;
}

/**
 * Writes an instant as date and time in Bangkok: `22 พ.ย. 2569 เวลา 14.05 น.`, `22 Nov 2026, 14:05`.
 *
 * @throws {RangeError} if the value is no instant; a date alone has no time to show.
 */
export function formatThaiDateTime(
  instant: string | Date,
  { digits = 'arabic', locale = 'th' }: ThaiDateOptions = {}
): string {
  const time = bangkokTimeOf(instant);
  const date = writeDate(time, 'medium', locale);
  const hour = String(time.hour).padStart(2, '0');
  const minute = String(time.minute).padStart(2, '0');
  const text = locale === 'th' ? `${date} เวลา ${hour}.${minute} น.` : `${date}, ${hour}:${minute}`;
  return digits === 'thai' ? toThaiDigits(text) : text;
}
