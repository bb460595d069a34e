// Written out because engines differ in their calendar data and a date here is official text.

/** From January (มกราคม), in full and abbreviated. */
export const THAI_MONTHS = {
  long: [
    'มกราคม',
    'กุมภาพันธ์',
    'มีนาคม',
    'เมษายน',
    'พฤษภาคม',
    'มิถุนายน',
    'กรกฎาคม',
    'สิงหาคม',
    'กันยายน',
    'ตุลาคม',
    'พฤศจิกายน',
    'ธันวาคม',
  ],
  short: [
    'ม.ค.',
    'ก.พ.',
    'มี.ค.',
    'เม.ย.',
    'พ.ค.',
    'มิ.ย.',
    'ก.ค.',
    'ส.ค.',
    'ก.ย.',
    'ต.ค.',
    'พ.ย.',
    'ธ.ค.',
  ],
} as const;

/** From Sunday (อาทิตย์), without วัน. */
const THAI_WEEKDAYS = ['อาทิตย์', 'จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์'] as const;

/**
 * The Buddhist-era year (พ.ศ.) of a day that stands in the UTC fields of a `Date`.
 *
 * Until พ.ร.บ. ปีประดิทิน พ.ศ. 2483 the year began on 1 April: January to March still belonged to the
 * year before, and old acts carry their dates that way.
 */
export function buddhistYearOf(day: Date): number {
  const year = day.getUTCFullYear();
  return year + (year < 1941 && day.getUTCMonth() < 3 ? 542 : 543);
}

/** Writes such a day in Thai, `22 พ.ย. 2569` to `วันอาทิตย์ที่ 22 พฤศจิกายน พ.ศ. 2569`. */
export function writeThaiDay(day: Date, style: 'medium' | 'long' | 'full'): string {
  const month = THAI_MONTHS[style === 'medium' ? 'short' : 'long'][day.getUTCMonth()];
  const text = `${day.getUTCDate()} ${month}`;
  const year = buddhistYearOf(day);
  return style === 'full'
    ? `วัน${THAI_WEEKDAYS[day.getUTCDay()]}ที่ ${text} พ.ศ. ${year}`
    : `${text} ${year}`;
}
