import { THAI_MONTHS, THAI_WEEKDAYS } from '@km-laas/thai/thai-names';

// Without Intl, whose first use in a page keeps a phone busy for a fifth of a second.

/** `วันอาทิตย์ที่ 22 พฤศจิกายน พ.ศ. 2569`, `22 พฤศจิกายน 2569` or `22 พ.ย. 2569`. */
export type DayStyle = 'full' | 'long' | 'medium';

/** A moment whose fields in UTC are those of Bangkok; undefined for what is none. */
export function inBangkok(iso: string): Date | undefined {
  // Thailand has kept this offset since 1920.
  const at = new Date(Date.parse(iso) + 7 * 3_600_000);
  return isNaN(+at) ? undefined : at;
}

/** Writes the day of a moment that {@link inBangkok} gave. */
export function writeThaiDay(at: Date, style: DayStyle): string {
  const isFull = style === 'full';
  const weekday = isFull ? `วัน${THAI_WEEKDAYS[at.getUTCDay()]}ที่ ` : '';
  const month = THAI_MONTHS[style === 'medium' ? 'short' : 'long'][at.getUTCMonth()];
  const era = isFull ? 'พ.ศ. ' : '';
  return `${weekday}${at.getUTCDate()} ${month} ${era}${at.getUTCFullYear() + 543}`;
}

/** Writes commas between thousands; decimals are left alone. */
export function groupThousands(digits: string): string {
  return digits.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
}
