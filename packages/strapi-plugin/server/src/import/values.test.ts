import { describe, expect, it } from 'vitest';
import {
  parseAmount,
  parseAuthorityCode,
  parseCount,
  parseDay,
  parseDecimal,
  parseFiscalMonth,
  parseFiscalYear,
  parseMonth,
  parseYear,
} from './values';

describe('parseAmount', () => {
  it.each([
    ['1,234.50', 123450],
    ['1234.5', 123450],
    ['1234', 123400],
    ['.5', 50],
    ['1.', 100],
    ['(1,234.50)', -123450],
    ['( 1,234.50 )', -123450],
    ['-1,234.50', -123450],
    ['\u22121,234.50', -123450],
    ['\u20131,234.50', -123450],
    ['1,234.50-', -123450],
    ['+12', 1200],
    ['-', 0],
    ['–', 0],
    ['--', 0],
    [' - ', 0],
    ['0', 0],
    ['-0.00', 0],
    ['๑,๒๓๔.๕๐', 123450],
    ['1 234 567.8', 123456780],
    ['1\u00a0234.50', 123450],
    ['฿1,234.50', 123450],
    ['1,234.50 บาท', 123450],
    ['-฿5', -500],
    ['(5 บาท)', -500],
    ['12.3400', 1234],
    ['704600000000', 70460000000000],
    ['90,071,992,547,409.91', Number.MAX_SAFE_INTEGER],
  ])('reads %j as %i satang', (text, satang) => {
    expect(parseAmount(text)).toEqual({ value: satang });
  });

  it('never gives a negative zero', () => {
    for (const text of ['-0', '-0.00', '(0)', '0-']) {
      expect(Object.is(parseAmount(text).value, 0)).toBe(true);
    }
  });

  it.each([
    ['', /ไม่ได้กรอก/],
    ['   ', /ไม่ได้กรอก/],
    ['สิบบาท', /ไม่ใช่จำนวนเงิน/],
    ['1,23', /ไม่ใช่จำนวนเงิน/],
    ['1.234,50', /ไม่ใช่จำนวนเงิน/],
    ['1 2', /ไม่ใช่จำนวนเงิน/],
    ['(-5)', /ไม่ใช่จำนวนเงิน/],
    ['#REF!', /ไม่ใช่จำนวนเงิน/],
    ['12.345', /เล็กกว่าหนึ่งสตางค์/],
    ['1.23457E+12', /Excel/],
    ['90,071,992,547,409.92', /มากเกินกว่า/],
    ['9'.repeat(60), /มากเกินกว่า/],
    ['9'.repeat(5000), /ไม่ใช่จำนวนเงิน/],
  ])('refuses %.20j and says why', (text, why) => {
    expect(parseAmount(text).fault).toMatch(why);
  });

  it.each([
    ['1,234.50', 123450000],
    ['0.00001', 1],
    ['-2', -200000],
  ])('reads %j thousand baht as %i satang', (text, satang) => {
    expect(parseAmount(text, 'thousandBaht')).toEqual({ value: satang });
  });

  it('refuses thousandths of a satang in thousands too', () => {
    expect(parseAmount('0.000001', 'thousandBaht').fault).toMatch(/ทศนิยม 5 ตำแหน่ง/);
  });

  it('quotes no more than forty letters of what was typed', () => {
    expect(parseAmount('ก'.repeat(10_000)).fault?.length).toBeLessThan(120);
  });
});

it.each([
  ['1,234', 1234],
  ['๑๒ คน', 12],
  ['-', 0],
  ['12.0', 12],
])('parseCount reads %j as %i', (text, count) => {
  expect(parseCount(text)).toEqual({ value: count });
});

it.each(['', '-1', '1.5', 'สิบ'])('parseCount refuses %j', (text) => {
  expect(parseCount(text).fault).toBeTruthy();
});

it('parseDecimal reads square kilometres', () => {
  expect(parseDecimal('1,234.567')).toEqual({ value: 1234.567 });
  expect(parseDecimal('-1').fault).toBeTruthy();
  expect(parseDecimal('').fault).toBeTruthy();
});

describe('parseYear', () => {
  it.each([
    ['2570', 2570],
    ['๒๕๗๐', 2570],
    ['พ.ศ. 2570', 2570],
    ['พ.ศ.2570', 2570],
    ['ปีงบประมาณ พ.ศ. 2570', 2570],
    ['ปี 2570', 2570],
    ['70', 2570],
    ['พ.ศ. 70', 2570],
    ['2027', 2570],
    ['ค.ศ. 2027', 2570],
    ['FY2027', 2570],
    ['2570 BE', 2570],
    ['2027 AD', 2570],
  ])('reads %j as %i', (text, year) => {
    expect(parseYear(text)).toEqual({ value: year });
  });

  it.each(['', '7', '257', '25700', 'ค.ศ. 2570', 'พ.ศ. 2027', 'ค.ศ. 27', '1234', '2569/2570'])(
    'refuses %j',
    (text) => {
      expect(parseYear(text).fault).toBeTruthy();
    }
  );

  it('keeps fiscal years within what the bank holds', () => {
    expect(parseFiscalYear('2570')).toEqual({ value: 2570 });
    expect(parseFiscalYear('2450').fault).toMatch(/นอกช่วง/);
  });
});

describe('parseMonth', () => {
  it.each([
    ['ต.ค.', 10],
    ['ตค', 10],
    ['ตุลาคม', 10],
    ['ตุลา', 10],
    ['เดือนตุลาคม', 10],
    ['กรกฏาคม', 7],
    ['กันยา', 9],
    ['กุมภาพันธ์', 2],
    ['กุมภา', 2],
    ['October', 10],
    ['OCT', 10],
    ['Sept.', 9],
    ['1', 1],
    ['01', 1],
    ['๑๒', 12],
    ['เดือนที่ 3', 3],
    ['2026-10-01', 10],
  ])('reads %j as %i', (text, month) => {
    expect(parseMonth(text)).toEqual({ value: month });
  });

  it.each(['', '0', '13', '-1', 'ตลค', '2026-13-01'])('refuses %j', (text) => {
    expect(parseMonth(text).fault).toBeTruthy();
  });
});

describe('parseFiscalMonth', () => {
  it.each([
    ['ต.ค.', 1],
    ['กันยายน', 12],
    ['ม.ค.', 4],
    ['Jan', 4],
    ['1', 1],
    ['12', 12],
  ])('reads %j as %i', (text, month) => {
    expect(parseFiscalMonth(text)).toEqual({ value: month });
  });

  it.each(['', '0', '13', '2026-10-01'])('refuses %j', (text) => {
    expect(parseFiscalMonth(text).fault).toBeTruthy();
  });
});

it.each([
  ['17 ก.ค. 63', '2020-07-17'],
  ['๑๗/๗/๒๕๖๓', '2020-07-17'],
  ['2020-07-17', '2020-07-17'],
  // What a workbook holds whose author typed a Buddhist year.
  ['2563-07-17', '2020-07-17'],
])('parseDay reads %j as %s', (text, day) => {
  expect(parseDay(text)).toEqual({ value: day });
});

it.each(['', '31 ก.พ. 63', '17/7', 'เมื่อวาน'])('parseDay refuses %j', (text) => {
  expect(parseDay(text).fault).toBeTruthy();
});

it.each([
  ['03470102', '03470102'],
  ['3470102', '03470102'],
  ['๐๓๔๗๐๑๐๒', '03470102'],
  ['03-47-01-02', '03470102'],
  ["'03470102", '03470102'],
])('parseAuthorityCode reads %j as %s', (text, code) => {
  expect(parseAuthorityCode(text)).toEqual({ value: code });
});

it.each(['', '470102', '13470102', '034701020', 'ทน.สกลนคร'])(
  'parseAuthorityCode refuses %j',
  (text) => {
    expect(parseAuthorityCode(text).fault).toBeTruthy();
  }
);
