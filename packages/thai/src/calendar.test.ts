import { describe, expect, it } from 'vitest';
import { buddhistYear, formatThaiDate, formatThaiDateTime, thaiMonthNames } from './calendar.js';

describe('formatThaiDate', () => {
  it.each([
    ['short', '17/7/2563', '๑๗/๗/๒๕๖๓', '17/7/2020'],
    ['medium', '17 ก.ค. 2563', '๑๗ ก.ค. ๒๕๖๓', '17 Jul 2020'],
    ['long', '17 กรกฎาคม 2563', '๑๗ กรกฎาคม ๒๕๖๓', '17 July 2020'],
    ['full', 'วันศุกร์ที่ 17 กรกฎาคม พ.ศ. 2563', 'วันศุกร์ที่ ๑๗ กรกฎาคม พ.ศ. ๒๕๖๓', 'Friday 17 July 2020'],
  ] as const)(
    'writes the %s style in both digits and languages',
    (style, thai, digits, english) => {
      expect(formatThaiDate('2020-07-17', style)).toBe(thai);
      expect(formatThaiDate('2020-07-17', style, { digits: 'thai' })).toBe(digits);
      expect(formatThaiDate('2020-07-17', style, { locale: 'en' })).toBe(english);
    }
  );

  it('is medium unless told', () => {
    expect(formatThaiDate('2026-11-22')).toBe('22 พ.ย. 2569');
  });

  it('agrees with the calendar data of the engine on every day of four years', () => {
    const long = new Intl.DateTimeFormat('th-TH', { dateStyle: 'long', timeZone: 'UTC' });
    const full = new Intl.DateTimeFormat('th-TH', { dateStyle: 'full', timeZone: 'UTC' });
    const day = new Date('2019-12-30T00:00:00Z');
    for (let count = 0; count < 1_500; count += 1) {
      const iso = day.toISOString().slice(0, 10);
      expect(formatThaiDate(iso, 'long')).toBe(long.format(day));
      expect(formatThaiDate(iso, 'full')).toBe(full.format(day));
      day.setUTCDate(day.getUTCDate() + 1);
    }
  });

  it('shows an instant as the day it is in Bangkok', () => {
    expect(formatThaiDate('2025-12-31T16:59:59.999Z')).toBe('31 ธ.ค. 2568');
    expect(formatThaiDate('2025-12-31T17:00:00.000Z')).toBe('1 ม.ค. 2569');
    expect(formatThaiDate('2026-01-01T00:00:00+07:00')).toBe('1 ม.ค. 2569');
    expect(formatThaiDate(new Date('2025-12-31T17:00:00Z'))).toBe('1 ม.ค. 2569');
  });

  it.each([
    '',
    'เมื่อวาน',
    '17/7/2563',
    '2020-02-30',
    '2021-02-29',
    '2020-00-10',
    '2020-13-01',
    '2020-07-00',
    '2020-07-17T10:00',
    '2020-07-17T25:00:00Z',
    new Date(NaN),
  ])('refuses %j, which is neither a date nor an instant', (value) => {
    expect(() => formatThaiDate(value)).toThrow(RangeError);
  });
});

describe('formatThaiDateTime', () => {
  it('writes date and time in Bangkok', () => {
    expect(formatThaiDateTime('2026-11-22T07:05:00Z')).toBe('22 พ.ย. 2569 เวลา 14.05 น.');
    expect(formatThaiDateTime('2026-11-22T17:00:00Z')).toBe('23 พ.ย. 2569 เวลา 00.00 น.');
    expect(formatThaiDateTime('2026-11-22T07:05:00Z', { locale: 'en' })).toBe('22 Nov 2026, 14:05');
    expect(formatThaiDateTime('2026-11-22T07:05:00Z', { digits: 'thai' })).toBe(
      '๒๒ พ.ย. ๒๕๖๙ เวลา ๑๔.๐๕ น.'
    );
  });

  it('refuses a date, which has no time', () => {
    expect(() => formatThaiDateTime('2026-11-22')).toThrow(RangeError);
  });
});

describe('buddhistYear', () => {
  it('turns at midnight in Bangkok', () => {
    expect(buddhistYear('2026-11-22')).toBe(2569);
    expect(buddhistYear('2025-12-31T16:59:59Z')).toBe(2568);
    expect(buddhistYear('2025-12-31T17:00:00Z')).toBe(2569);
  });

  it('began in April until the calendar act of 2483', () => {
    expect(buddhistYear('1935-03-31')).toBe(2477);
    expect(buddhistYear('1935-04-01')).toBe(2478);
    expect(buddhistYear('1940-03-31')).toBe(2482);
    expect(buddhistYear('1940-12-31')).toBe(2483);
    expect(buddhistYear('1941-01-01')).toBe(2484);
  });
});

describe('thaiMonthNames', () => {
  it('names twelve months from January in each style and language', () => {
    const name = (locale: string, month: 'long' | 'short') =>
      Array.from({ length: 12 }, (_, index) =>
        new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' }).format(
          new Date(0).setUTCMonth(index)
        )
      );
    expect(thaiMonthNames()).toEqual(name('th-TH', 'long'));
    expect(thaiMonthNames('short')).toEqual(name('th-TH', 'short'));
    expect(thaiMonthNames('long', 'en')).toEqual(name('en-US', 'long'));
    expect(thaiMonthNames('short', 'en')).toEqual(name('en-US', 'short'));
  });
});
