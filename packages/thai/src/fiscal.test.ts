import { describe, expect, it } from 'vitest';
import { fiscalMonthOf, fiscalQuarterOf, fiscalYearOf, fiscalYearRange } from './fiscal.js';

describe('fiscalYearOf', () => {
  it('turns on 1 October', () => {
    expect(fiscalYearOf('2019-09-30')).toBe(2562);
    expect(fiscalYearOf('2019-10-01')).toBe(2563);
    expect(fiscalYearOf('2020-01-01')).toBe(2563);
    expect(fiscalYearOf('2026-11-22')).toBe(2570);
  });

  it('turns at midnight in Bangkok', () => {
    expect(fiscalYearOf('2019-09-30T16:59:59.999Z')).toBe(2562);
    expect(fiscalYearOf('2019-09-30T17:00Z')).toBe(2563);
    expect(fiscalYearOf(new Date('2019-09-30T17:00:00Z'))).toBe(2563);
    expect(fiscalYearOf('2019-10-01T00:00:00+07:00')).toBe(2563);
  });

  it('refuses what is no date', () => {
    expect(() => fiscalYearOf('2563')).toThrow(RangeError);
    expect(() => fiscalYearOf('2019-09-31')).toThrow(RangeError);
  });
});

describe('months and quarters', () => {
  it.each([
    ['2019-10-01', 1, 1],
    ['2019-11-30', 2, 1],
    ['2019-12-31', 3, 1],
    ['2020-01-01', 4, 2],
    ['2020-02-29', 5, 2],
    ['2020-03-31', 6, 2],
    ['2020-04-01', 7, 3],
    ['2020-05-15', 8, 3],
    ['2020-06-30', 9, 3],
    ['2020-07-01', 10, 4],
    ['2020-08-12', 11, 4],
    ['2020-09-30', 12, 4],
    ['2020-09-30T17:00:00Z', 1, 1],
    ['2019-12-31T17:00:00Z', 4, 2],
  ])('puts %s in month %i, quarter %i', (value, month, quarter) => {
    expect(fiscalMonthOf(value)).toBe(month);
    expect(fiscalQuarterOf(value)).toBe(quarter);
  });
});

describe('fiscalYearRange', () => {
  it('runs from 1 October to 30 September', () => {
    expect(fiscalYearRange(2563)).toEqual({ from: '2019-10-01', to: '2020-09-30' });
  });

  it('holds exactly the days of its year', () => {
    for (let year = 2500; year <= 2600; year += 1) {
      const { from, to } = fiscalYearRange(year);
      expect(fiscalYearOf(from)).toBe(year);
      expect(fiscalYearOf(to)).toBe(year);
      const dayAfter = new Date(Date.parse(`${to}T00:00:00+07:00`) + 86_400_000);
      expect(fiscalYearOf(dayAfter)).toBe(year + 1);
    }
  });

  it.each([2020, 2563.5, NaN, 0])('refuses %d', (year) => {
    expect(() => fiscalYearRange(year)).toThrow(RangeError);
  });
});
