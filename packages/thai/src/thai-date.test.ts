import { describe, expect, it } from 'vitest';
import { formatThaiDate, thaiMonthNames } from './calendar.js';
import { toThaiDigits } from './digits.js';
import { randomFrom } from './seeded-random.test-support.js';
import { parseThaiDate } from './thai-date.js';

const pad = (value: number) => String(value).padStart(2, '0');

describe('parseThaiDate', () => {
  it.each([
    '17 ก.ค. 63',
    '๑๗ กรกฎาคม ๒๕๖๓',
    '17/7/2563',
    '17/07/63',
    '17-7-63',
    '17.7.2563',
    '17 / 7 / 2563',
    '17 7 2563',
    '2020-07-17',
    '2563-07-17',
    '17 ก.ค. พ.ศ. 2563',
    '17 ก.ค. พ.ศ.63',
    'วันศุกร์ที่ 17 กรกฎาคม พ.ศ. 2563',
    'วันศุกร์ที่ ๑๗ เดือนกรกฎาคม พุทธศักราช ๒๕๖๓',
    'วันที่ 17 กรกฎาคม 2563',
    'ลงวันที่ 17 ก.ค. 2563',
    'ลว. 17 กค63',
    'ล.ว. 17 ก.ค. 63',
    '17กค2563',
    '17-ก.ค.-63',
    '17 ก. ค. 2563',
    '17 กรกฏาคม 2563',
    '17 กรกฎาคม 2020',
    '17 กรกฎาคม ค.ศ. 2020',
    '17/7/2020',
    '  17\u00A0ก.ค.\u200B 2563 ',
  ])('reads %j', (text) => {
    expect(parseThaiDate(text)).toBe('2020-07-17');
  });

  const names = thaiMonthNames('long').map((long, index) => ({
    month: pad(index + 1),
    long,
    short: thaiMonthNames('short')[index] ?? '',
  }));

  it.each(names)('reads every spelling of $long', ({ month, long, short }) => {
    const undotted = short.replace(/\./g, '');
    const withoutLast = short.slice(0, -1);
    for (const name of [long, short, undotted, withoutLast]) {
      for (const year of ['2562', '62', '2019', 'พ.ศ. 2562', 'ค.ศ. 2019', 'พศ 2562']) {
        for (const gap of [' ', '']) {
          const text = `29${gap}${name}${gap}${year}`;
          const expected = month === '02' ? null : `2019-${month}-29`;
          expect(parseThaiDate(text), text).toBe(expected);
          expect(parseThaiDate(toThaiDigits(text)), text).toBe(expected);
        }
      }
    }
  });

  it.each([
    '31 ก.พ. 2563',
    '29 ก.พ. 2562',
    '31 เม.ย. 2563',
    '31/6/2563',
    '0 ก.ค. 2563',
    '00/00/0000',
    '0/7/2563',
    '17/0/2563',
    '17/13/2563',
    '0000-00-00',
    '2563-02-30',
    '32/1/2563',
  ])('refuses %j, a day the calendar does not have', (text) => {
    expect(parseThaiDate(text)).toBeNull();
  });

  it.each([
    '',
    ' ',
    '2563',
    'ก.ค. 2563',
    '17 ก.ค.',
    '17/7',
    '17 กก. 2563',
    '17 ก.ค. 563',
    '17 ก.ค. 25630',
    '17/7-2563',
    '17 ก.ค. 2300',
    '17 ก.ค. ค.ศ. 2563',
    '17 ก.ค. ค.ศ. 63',
    '17 ก.ค. พ.ศ. 2020',
    '17 ก.ค. 2563 เวลา 10.00 น.',
    '2020-07-17T00:00:00Z',
    '117/7/2563',
  ])('refuses %j, which is no date', (text) => {
    expect(parseThaiDate(text)).toBeNull();
  });

  it('knows leap years, by the common era', () => {
    expect(parseThaiDate('29 ก.พ. 2563')).toBe('2020-02-29');
    expect(parseThaiDate('29 ก.พ. 2543')).toBe('2000-02-29');
    expect(parseThaiDate('29 ก.พ. 2443')).toBeNull();
    expect(parseThaiDate('29 ก.พ. 2643')).toBeNull();
  });

  it('knows that the year began in April until 2483', () => {
    expect(parseThaiDate('17 กรกฎาคม 2457')).toBe('1914-07-17');
    expect(parseThaiDate('31 มีนาคม 2477')).toBe('1935-03-31');
    expect(parseThaiDate('31 มีนาคม 2482')).toBe('1940-03-31');
    expect(parseThaiDate('1 มกราคม 2483')).toBeNull();
    expect(parseThaiDate('31 ธันวาคม 2483')).toBe('1940-12-31');
    expect(parseThaiDate('1 มกราคม 2484')).toBe('1941-01-01');
  });

  it('reads back every style that formatThaiDate writes', () => {
    const random = randomFrom(63);
    for (let round = 0; round < 3_000; round += 1) {
      const date = new Date(Date.UTC(1900 + random(250), random(12), 1 + random(28)));
      const iso = date.toISOString().slice(0, 10);
      for (const style of ['short', 'medium', 'long', 'full'] as const) {
        for (const digits of ['thai', 'arabic'] as const) {
          expect(parseThaiDate(formatThaiDate(iso, style, { digits })), `${iso} ${style}`).toBe(
            iso
          );
        }
      }
    }
  });

  it('refuses a text of any length at once', () => {
    for (const part of ['1', ' ', 'ก', '17 ก.ค. ', '1/', 'วัน']) {
      const started = performance.now();
      expect(parseThaiDate(part.repeat(100_000))).toBeNull();
      expect(performance.now() - started).toBeLessThan(100);
    }
  });
});
