import type { AccountAmount } from '@km-laas/contract';

/** A group of accounts and its part of a hundred baht. */
export interface HundredthPart {
  account: AccountAmount;
  /** Whole baht; 0 is said to be less than one. */
  baht: number;
}

/**
 * Shares of a hundred baht in whole baht that add up to a hundred, the largest first.
 *
 * What is left over by rounding down goes to those that lost most by it. Groups without money, or
 * with less than none after corrections, have no part.
 */
export function shareHundredBaht(accounts: readonly AccountAmount[]): HundredthPart[] {
  const present = accounts.filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount);
  const sum = present.reduce((total, { amount }) => total + amount, 0);
  const exact = present.map(({ amount }) => (amount / sum) * 100);
  const parts = present.map((account, index) => ({ account, baht: Math.floor(exact[index]!) }));
  const left = 100 - parts.reduce((total, { baht }) => total + baht, 0);
  const byLoss = exact
    .map((value, index) => ({ index, loss: value % 1 }))
    .sort((a, b) => b.loss - a.loss);
  for (const { index } of byLoss.slice(0, left)) parts[index]!.baht++;
  return parts;
}
