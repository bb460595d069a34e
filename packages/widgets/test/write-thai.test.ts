import { describe, expect, it } from 'vitest';
import { groupThousands, inBangkok, writeThaiDay } from '../src/internal/write-thai.js';

describe('what is written in Thai without Intl', () => {
  it.each(['long', 'medium'] as const)('is a %s day as Intl writes it', (style) => {
    const intl = new Intl.DateTimeFormat('th-TH', { dateStyle: style, timeZone: 'Asia/Bangkok' });
    // Eleven days and some hours further each time: every month, leap days, both sides of midnight.
    for (let at = Date.UTC(1941, 0, 1); at < Date.UTC(2060, 0, 1); at += 271.7 * 3_600_000) {
      const iso = new Date(at).toISOString();
      expect(writeThaiDay(inBangkok(iso)!, style)).toBe(intl.format(at));
    }
  });

  it.each([
    ['2026-11-29', 'วันอาทิตย์ที่ 29 พฤศจิกายน พ.ศ. 2569'],
    ['2026-11-29T17:00:00Z', 'วันจันทร์ที่ 30 พฤศจิกายน พ.ศ. 2569'],
    // The year still began in April.
    ['1915-01-17', 'วันอาทิตย์ที่ 17 มกราคม พ.ศ. 2457'],
    ['2024-02-29', 'วันพฤหัสบดีที่ 29 กุมภาพันธ์ พ.ศ. 2567'],
  ])('is %s with its weekday', (iso, text) => {
    expect(writeThaiDay(inBangkok(iso)!, 'full')).toBe(text);
  });

  it('is nothing for what is no moment', () => {
    expect(inBangkok('')).toBeUndefined();
    expect(inBangkok('ไม่ทราบ')).toBeUndefined();
  });

  it.each([0, 7, 999, 1000, 7850, 1_234_567, -1234, -0.5, 1234.5678, 1e9])(
    'is %d as Intl writes it',
    (value) => {
      expect(groupThousands(`${+value.toFixed(3)}`)).toBe(
        new Intl.NumberFormat('th').format(value)
      );
    }
  );
});
