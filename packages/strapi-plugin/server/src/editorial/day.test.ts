import { describe, expect, it } from 'vitest';
import { bangkokToday, dayFault } from './day';

describe('dayFault', () => {
  it('accepts a day of any century a document may come from', () => {
    for (const day of ['1898-05-12', '2018-10-17', '2024-02-29', '2026-11-22T03:04:05.000Z']) {
      expect(dayFault('วันที่', day)).toBeNull();
    }
  });

  it('refuses a day no calendar has', () => {
    for (const day of ['0000-00-00', '2026-02-30', '2025-02-29', '2026-13-01', 'พรุ่งนี้']) {
      expect(dayFault('วันที่', day)).toContain('ไม่ใช่วันที่ที่มีจริง');
    }
  });

  it('tells which year to pick when a Buddhist year was typed', () => {
    expect(dayFault('วันที่', '2569-11-22')).toContain('ค.ศ. 2026');
  });

  it('refuses what the date picker makes of a Buddhist year', () => {
    for (const day of ['2099-12-31', '2099-12-31T16:59:00.000Z']) {
      expect(dayFault('วันที่', day)).toContain('พิมพ์ปี พ.ศ. ลงในปฏิทิน');
    }
  });

  it('refuses a year that is a slip of the finger', () => {
    expect(dayFault('วันที่', '0202-06-01')).toContain('เป็นไปไม่ได้');
  });
});

describe('bangkokToday', () => {
  it('is a day ahead of UTC in the evening', () => {
    expect(bangkokToday(new Date('2026-11-22T16:59:59Z'))).toBe('2026-11-22');
    expect(bangkokToday(new Date('2026-11-22T17:00:00Z'))).toBe('2026-11-23');
  });
});
