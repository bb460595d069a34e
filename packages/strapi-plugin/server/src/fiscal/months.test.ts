import { expect, it } from 'vitest';
import { daysOf, existsIn, lastMonthOf, monthBit, monthName } from './months';

it('knows the days of a month by the calendar', () => {
  expect(daysOf({ fiscalYear: 2570, fiscalMonth: 1 })).toEqual({
    first: '2026-10-01',
    last: '2026-10-31',
  });
  expect(daysOf({ fiscalYear: 2567, fiscalMonth: 5 })).toEqual({
    first: '2024-02-01',
    last: '2024-02-29',
  });
  expect(daysOf({ fiscalYear: 2570, fiscalMonth: 12 }).last).toBe('2027-09-30');
});

it('names a month with its own year', () => {
  expect(monthName({ fiscalYear: 2570, fiscalMonth: 3 })).toBe('ธันวาคม 2569');
  expect(monthName({ fiscalYear: 2570, fiscalMonth: 4 })).toBe('มกราคม 2570');
});

it('keeps months as bits', () => {
  expect(lastMonthOf(0)).toBeNull();
  expect(lastMonthOf(monthBit(1))).toBe(1);
  expect(lastMonthOf(monthBit(3) | monthBit(12))).toBe(12);
});

it('lets an authority exist in a month it has a day of', () => {
  const days = daysOf({ fiscalYear: 2569, fiscalMonth: 5 });
  expect(existsIn({ validFrom: null, validTo: null }, days)).toBe(true);
  expect(existsIn({ validFrom: '2026-02-28', validTo: null }, days)).toBe(true);
  expect(existsIn({ validFrom: '2026-03-01', validTo: null }, days)).toBe(false);
  expect(existsIn({ validFrom: null, validTo: '2026-02-01' }, days)).toBe(false);
  expect(existsIn({ validFrom: null, validTo: '2026-02-02' }, days)).toBe(true);
});
