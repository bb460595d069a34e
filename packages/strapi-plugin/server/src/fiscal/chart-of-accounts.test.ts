import { describe, expect, it } from 'vitest';
import {
  accountsByCode,
  chartOfAccounts,
  fiscalSides,
  leafCodesOf,
  leavesOf,
  sideOf,
} from './chart-of-accounts';

describe('the chart of accounts', () => {
  it('has every code once', () => {
    const codes = fiscalSides.flatMap((side) =>
      chartOfAccounts[side].flatMap((one) => [one.code, ...one.children.map(({ code }) => code)])
    );
    expect(new Set(codes).size).toBe(codes.length);
    expect([...accountsByCode.keys()]).toEqual(codes);
  });

  it('tells the sides apart by the first digit', () => {
    for (const side of fiscalSides) {
      for (const { code } of leavesOf(chartOfAccounts[side])) expect(sideOf(code)).toBe(side);
    }
  });

  it('keeps the accounts of a group below its own digits', () => {
    for (const [code, { children }] of accountsByCode) {
      for (const child of children) expect(child.code.slice(0, 2)).toBe(code.slice(0, 2));
    }
  });

  it('books to leaves, of which there are twenty', () => {
    expect(leavesOf(chartOfAccounts.revenue)).toHaveLength(9);
    expect(leavesOf(chartOfAccounts.expenditure)).toHaveLength(11);
    expect(leafCodesOf('540000')).toEqual(['541000', '542000']);
    expect(leafCodesOf('510000')).toEqual(['510000']);
    expect(leafCodesOf('499999')).toEqual([]);
  });
});
