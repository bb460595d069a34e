import { bangkokDayOf, bangkokTimeOf, type CalendarDay } from './bangkok-clock.js';
import { toThaiDigits } from './digits.js';
import { ENGLISH_MONTHS, ENGLISH_WEEKDAYS } from './english-names.js';
import { THAI_MONTHS, THAI_WEEKDAYS } from './thai-names.js';

/** How much of a date is written, from `17/7/2563` to `วันศุกร์ที่ 17 กรกฎาคม พ.ศ. 2563`. */
export type ThaiDateStyle = 'short' | 'medium' | 'long' | 'full';

/** Digits and language of a formatted date; Arabic digits and Thai unless told. */
export interface ThaiDateOptions {
  digits?: 'thai' | 'arabic';
  locale?: 'th' | 'en';
}

const MONTHS = { th: THAI_MONTHS, en: ENGLISH_MONTHS } as const;
const WEEKDAYS = { th: THAI_WEEKDAYS, en: ENGLISH_WEEKDAYS } as const;

/** Names the twelve months from January (มกราคม), in full or abbreviated (ม.ค.). */
export function thaiMonthNames(
  style: 'long' | 'short' = 'long',
  locale: 'th' | 'en' = 'th'
): readonly string[] {
  return MONTHS[locale][style];
}

function buddhistYearOf({ year, month }: CalendarDay): number {
  // Until พ.ร.บ. ปีประดิทิน พ.ศ. 2483 the year began on 1 April: January to March still belonged
  // to the year before, and old acts carry their dates that way.
  return year + (year <= 1940 && month < 4 ? 542 : 543);
}

/**
 * Gives the Buddhist-era year (พ.ศ.) of an ISO date, or of an instant in Bangkok.
 *
 * @throws {RangeError} if the value is neither.
 */
export function buddhistYear(value: string | Date): number {
  return buddhistYearOf(bangkokDayOf(value));
}

function weekdayOf({ year, month, day }: CalendarDay): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDay();
}

function writeDate(date: CalendarDay, style: ThaiDateStyle, locale: 'th' | 'en'): string {
  const { month, day } = date;
  const year = locale === 'th' ? buddhistYearOf(date) : date.year;
  if (style === 'short') return `${day}/${month}/${year}`;
  const name = MONTHS[locale][style === 'medium' ? 'short' : 'long'][month - 1];
  if (style !== 'full') return `${day} ${name} ${year}`;
  const weekday = WEEKDAYS[locale][weekdayOf(date)];
  return locale === 'th'
    ? `วัน${weekday}ที่ ${day} ${name} พ.ศ. ${year}`
    : `${weekday} ${day} ${name} ${year}`;
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
