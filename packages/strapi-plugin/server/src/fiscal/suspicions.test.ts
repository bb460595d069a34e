import { describe, expect, it } from 'vitest';
import type { ImportOptions } from '../import/data-set';
import { createSuspicionFinder, medianOf, type MonthBesideHistory } from './suspicions';

const options: ImportOptions = { unit: 'baht', scope: 'months', sample: false };
const usual = { revenue: 4_000_000_00, expenditure: 3_000_000_00 };

function month(given: Partial<MonthBesideHistory> = {}): MonthBesideHistory {
  return {
    authority: 'เทศบาลนครสกลนคร (03470102)',
    month: 'ตุลาคม 2569',
    history: [usual, usual, usual],
    ...usual,
    ...given,
  };
}

function find(months: MonthBesideHistory[], given: Partial<ImportOptions> = {}) {
  const finder = createSuspicionFinder({ ...options, ...given });
  for (const one of months) finder.see(one);
  return finder.found();
}

const times = (factor: number) => ({
  revenue: Math.round(usual.revenue * factor),
  expenditure: Math.round(usual.expenditure * factor),
});

describe('suspicions', () => {
  it('are none where everything is as usual', () => {
    expect(find([month(), month(times(3)), month(times(0.4))])).toEqual([]);
  });

  it('tell a file in thousands from its authorities’ own history', () => {
    const found = find([month(times(0.001)), month(times(0.002)), month()]);
    expect(found).toEqual([{ kind: 'unit', sentence: expect.stringContaining('หน่วยพันบาท') }]);
    const above = find([month(times(1000)), month(times(900))], { unit: 'thousandBaht' });
    expect(above).toEqual([{ kind: 'unit', sentence: expect.stringMatching(/มากกว่า.*"พันบาท"/) }]);
  });

  it('tell a file in thousands by its size where there is no history', () => {
    const first = month({ history: [], revenue: 40_000_00, expenditure: 1_000_00 });
    expect(find([first])).toEqual([
      { kind: 'unit', sentence: expect.stringContaining('หน่วยพันบาท') },
    ]);
    expect(find([month({ history: [] })])).toEqual([]);
  });

  it('name the few that slipped by a unit', () => {
    const [found, ...others] = find([month(), month(), month(times(0.001))]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      kind: 'unit',
      count: 1,
      examples: ['เทศบาลนครสกลนคร (03470102) ตุลาคม 2569: 7,000.00 บาท ปกติราว 7,000,000.00 บาท'],
    });
  });

  it('name the side that is far from its history, once there is enough of it', () => {
    const odd = { revenue: usual.revenue * 6 };
    expect(find([month(odd)])).toMatchObject([
      { kind: 'history', sentence: expect.stringMatching(/^รายรับ/), count: 1 },
    ]);
    expect(find([month({ ...odd, history: [usual, usual] })])).toEqual([]);
  });

  it('name spending without income', () => {
    expect(find([month({ revenue: 0, history: [] })])).toMatchObject([
      { kind: 'other', sentence: expect.stringContaining('ไม่มีรายรับ') },
    ]);
  });

  it('give twenty examples and the number of all', () => {
    const finder = createSuspicionFinder(options);
    finder.missing(
      'ตุลาคม 2569',
      Array.from({ length: 30 }, (_one, index) => `อปท. ${index}`)
    );
    const [found] = finder.found();
    expect(found).toMatchObject({ kind: 'missing', count: 30 });
    expect(found?.examples).toHaveLength(20);
  });
});

it('finds the middle value', () => {
  expect(medianOf([])).toBe(0);
  expect(medianOf([5, 1, 3])).toBe(3);
  expect(medianOf([0.001, 0.002])).toBeCloseTo(0.0015);
});
