import { describe, expect, it } from 'vitest';
import {
  compareLikeness,
  measureOf,
  mostAlike,
  quartilesOf,
  rankOf,
  scoreOf,
  sortedValues,
  type Peer,
} from './comparison';

function peer(code: string, given: Partial<Peer> = {}): Peer {
  return {
    code,
    provinceCode: '47',
    region: 'northeast',
    population: 5000,
    revenue: 100_000_00,
    expenditure: 80_000_00,
    ownRevenue: 10_000_00,
    investment: 20_000_00,
    ...given,
  };
}

describe('measures', () => {
  it('are baht, baht a head and shares', () => {
    const one = peer('1');
    expect(measureOf(one, 'revenue')).toBe(100_000);
    expect(measureOf(one, 'revenuePerHead')).toBe(20);
    expect(measureOf(one, 'ownRevenueShare')).toBe(0.1);
    expect(measureOf(one, 'investmentShare')).toBe(0.25);
    expect(measureOf(one, 'spendingRate')).toBe(0.8);
  });

  it('are missing where there is nothing to divide by', () => {
    expect(measureOf(peer('1', { population: null }), 'expenditurePerHead')).toBeNull();
    expect(measureOf(peer('1', { revenue: 0 }), 'spendingRate')).toBeNull();
    expect(sortedValues([peer('1', { revenue: 0 }), peer('2')], 'ownRevenueShare')).toHaveLength(1);
  });
});

describe('quartiles and ranks', () => {
  it('are those a spreadsheet gives', () => {
    expect(quartilesOf(Float64Array.of(1, 2, 3, 4))).toEqual({ q1: 1.75, median: 2.5, q3: 3.25 });
    expect(quartilesOf(Float64Array.of(7))).toEqual({ q1: 7, median: 7, q3: 7 });
    expect(quartilesOf(Float64Array.of())).toBeNull();
  });

  it('count from the highest, equals alike', () => {
    const sorted = Float64Array.of(1, 2, 2, 5);
    expect([5, 2, 1].map((value) => rankOf(sorted, value))).toEqual([1, 2, 4]);
  });
});

describe('likeness', () => {
  it('is whole between twins and made of its parts', () => {
    const twins = compareLikeness(peer('1'), peer('2'));
    expect(twins).toEqual({ population: 1, revenue: 1, place: 1 });
    expect(scoreOf(twins)).toBeCloseTo(1);
    const other = compareLikeness(
      peer('1'),
      peer('2', { population: 10_000, revenue: 25_000_00, provinceCode: '44' })
    );
    expect(other).toEqual({ population: 0.5, revenue: 0.25, place: 0.5 });
    expect(scoreOf(other)).toBeCloseTo(0.4 * 0.5 + 0.4 * 0.25 + 0.2 * 0.5);
  });

  it('leaves out what is not known', () => {
    const likeness = compareLikeness(
      peer('1', { population: null }),
      peer('2', { region: 'south', provinceCode: '90' })
    );
    expect(likeness).toEqual({ population: null, revenue: 1, place: 0 });
    expect(scoreOf(likeness)).toBeCloseTo(0.4 / 0.6);
  });

  it('finds the nearest first, whatever order they come in', () => {
    const others = Array.from({ length: 40 }, (_one, index) =>
      peer(String(100 + ((index * 7) % 40)), { population: 5000 + ((index * 7) % 40) * 100 })
    );
    const found = mostAlike(peer('own'), [...others, peer('own')], 5);
    expect(found.map(({ peer: { code } }) => code)).toEqual(['100', '101', '102', '103', '104']);
    expect(mostAlike(peer('own'), [...others].reverse(), 5)).toEqual(found);
    expect(mostAlike(peer('own'), [peer('2'), peer('1')], 5).map((one) => one.peer.code)).toEqual([
      '1',
      '2',
    ]);
  });
});
