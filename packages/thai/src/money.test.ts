import { describe, expect, it } from 'vitest';
import { bahtText, bahtToSatang, formatBaht, formatMillionBaht, satangToBaht } from './money.js';
import { randomFrom } from './seeded-random.test-support.js';

describe('bahtToSatang', () => {
  it.each([
    [0, 0],
    [-0, 0],
    [0.29, 29],
    [1.1, 110],
    [1234.5, 123450],
    [-1234.56, -123456],
    ['1,234.50', 123450],
    ['1234567.8', 123456780],
    [' 12 ', 1200],
    ['-0.01', -1],
    ['-0.00', 0],
    ['1.500', 150],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('takes %j as %i satang', (baht, satang) => {
    expect(bahtToSatang(baht)).toBe(satang);
  });

  it.each([
    '',
    'สิบ',
    '1,23',
    '1.',
    '.5',
    '+1',
    '1e3',
    '--1',
    '0.001',
    '90071992547409.92',
    '9'.repeat(50_000),
  ])('refuses %.20s', (baht) => {
    expect(() => bahtToSatang(baht)).toThrow(RangeError);
  });

  it.each([NaN, Infinity, 0.005, 1e-7, 1e21])('refuses the number %d', (baht) => {
    expect(() => bahtToSatang(baht)).toThrow(RangeError);
  });

  it('undoes satangToBaht', () => {
    const random = randomFrom(100);
    for (let round = 0; round < 20_000; round += 1) {
      const satang = random(2 ** 32) * random(2 ** 16) * (random(2) ? 1 : -1) + random(100);
      expect(bahtToSatang(satangToBaht(satang))).toBe(satang);
    }
  });
});

it('satangToBaht refuses a part of a satang', () => {
  expect(satangToBaht(29)).toBe(0.29);
  expect(() => satangToBaht(0.5)).toThrow(RangeError);
  expect(() => satangToBaht(2 ** 53)).toThrow(RangeError);
});

describe('formatBaht', () => {
  it.each([
    [1234.5, '1,234.50 บาท'],
    [0, '0.00 บาท'],
    [999.99, '999.99 บาท'],
    [1000, '1,000.00 บาท'],
    [-1234567.8, '-1,234,567.80 บาท'],
    [0.1 + 0.2, '0.30 บาท'],
    [1.005, '1.01 บาท'],
    [-1.005, '-1.01 บาท'],
    [9.995, '10.00 บาท'],
    [-0.001, '0.00 บาท'],
    [1e-7, '0.00 บาท'],
    ['1,234.50', '1,234.50 บาท'],
  ])('writes %j as %s', (baht, text) => {
    expect(formatBaht(baht)).toBe(text);
  });

  it('writes Thai digits and English', () => {
    expect(formatBaht(1234.5, { digits: 'thai' })).toBe('๑,๒๓๔.๕๐ บาท');
    expect(formatBaht(1234.5, { locale: 'en' })).toBe('1,234.50 baht');
  });
});

describe('formatMillionBaht', () => {
  it.each([
    [704_600_000_000, '704,600.00 ล้านบาท'],
    [0, '0.00 ล้านบาท'],
    [4_999.99, '0.00 ล้านบาท'],
    [5_000, '0.01 ล้านบาท'],
    [-5_000, '-0.01 ล้านบาท'],
    [-4_999, '0.00 ล้านบาท'],
    [1_234_567.89, '1.23 ล้านบาท'],
    [999_995_000, '1,000.00 ล้านบาท'],
  ])('writes %d as %s', (baht, text) => {
    expect(formatMillionBaht(baht)).toBe(text);
  });

  it('writes Thai digits and English', () => {
    expect(formatMillionBaht(704_600_000_000, { digits: 'thai' })).toBe('๗๐๔,๖๐๐.๐๐ ล้านบาท');
    expect(formatMillionBaht(704_600_000_000, { locale: 'en' })).toBe('704,600.00 million baht');
  });
});

describe('bahtText', () => {
  it.each([
    [0, 'ศูนย์บาทถ้วน'],
    [1, 'หนึ่งบาทถ้วน'],
    [10, 'สิบบาทถ้วน'],
    [11, 'สิบเอ็ดบาทถ้วน'],
    [12, 'สิบสองบาทถ้วน'],
    [20, 'ยี่สิบบาทถ้วน'],
    [21, 'ยี่สิบเอ็ดบาทถ้วน'],
    [22, 'ยี่สิบสองบาทถ้วน'],
    [100, 'หนึ่งร้อยบาทถ้วน'],
    [101, 'หนึ่งร้อยเอ็ดบาทถ้วน'],
    [111, 'หนึ่งร้อยสิบเอ็ดบาทถ้วน'],
    [1_001, 'หนึ่งพันเอ็ดบาทถ้วน'],
    [654_321, 'หกแสนห้าหมื่นสี่พันสามร้อยยี่สิบเอ็ดบาทถ้วน'],
    [1_000_000, 'หนึ่งล้านบาทถ้วน'],
    [1_000_001, 'หนึ่งล้านเอ็ดบาทถ้วน'],
    [11_000_000, 'สิบเอ็ดล้านบาทถ้วน'],
    [21_500_000, 'ยี่สิบเอ็ดล้านห้าแสนบาทถ้วน'],
    [704_600_000_000, 'เจ็ดแสนสี่พันหกร้อยล้านบาทถ้วน'],
    [1_000_000_000_000, 'หนึ่งล้านล้านบาทถ้วน'],
    [1_000_001_000_000, 'หนึ่งล้านเอ็ดล้านบาทถ้วน'],
    [0.01, 'หนึ่งสตางค์'],
    [0.25, 'ยี่สิบห้าสตางค์'],
    [100.5, 'หนึ่งร้อยบาทห้าสิบสตางค์'],
    [1.11, 'หนึ่งบาทสิบเอ็ดสตางค์'],
    [-21, 'ลบยี่สิบเอ็ดบาทถ้วน'],
    ['1,234.50', 'หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์'],
  ])('reads %j as %s', (baht, words) => {
    expect(bahtText(baht)).toBe(words);
  });

  it('refuses a part of a satang rather than print another amount', () => {
    expect(() => bahtText(0.001)).toThrow(RangeError);
  });

  it('reads no two amounts alike', () => {
    const words = new Set(
      Array.from({ length: 50_000 }, (_, satang) => bahtText(satangToBaht(satang * 7)))
    );
    expect(words.size).toBe(50_000);
  });
});
