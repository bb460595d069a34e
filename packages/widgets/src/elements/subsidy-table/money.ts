import { groupThousands } from '../../internal/write-thai.js';

/** Satang as baht to the satang, e.g. `1,234.50`; what is taken back has a real minus. */
export function writeAmount(satang: number): string {
  return groupThousands((satang / 100).toFixed(2)).replace('-', '\u2212');
}

/** Satang as people say it: millions of baht, or baht below one million. */
export function sayAmount(satang: number, words: { baht: string; millionBaht: string }): string {
  // A line never ends between a number and its unit.
  return Math.abs(satang) < 1e8
    ? `${writeAmount(satang)}\u00a0${words.baht}`
    : `${writeAmount(satang / 1e6)}\u00a0${words.millionBaht}`;
}
