import { dayIn, daysBetween, fiscalYears, lastWholeMonth } from './months';
import { randomOf } from './random';
import { kindShapes } from './sample-kinds';
import type { SampleAuthority } from './sample-register';

/** What an authority booked to an account in a month. */
export interface SampleFact {
  code: string;
  fiscalYear: number;
  /** 1 is October. */
  fiscalMonth: number;
  account: string;
  satang: number;
}

export interface FactOptions {
  /** Day on which somebody looks, `2026-11-22`; what is reported later is not there. */
  today: string;
  /** Fiscal years, the current one among them. */
  years: number;
  seed: string;
}

/** The year the shares of {@link kindShapes} are of. */
const shapeYear = 2563;
const growth = 1.03;

/** Land and buildings tax was cut by nine tenths until 2564; own taxes are this much more since. */
const taxAfterTheCut = 4;

/** Parts of a year that fall into each month, October first. */
const seasons: Readonly<Record<string, readonly number[]>> = {
  // Land and buildings tax falls due from April to July.
  '411000': [2, 2, 3, 4, 5, 6, 15, 22, 18, 11, 7, 5],
  '412000': [7, 7, 7, 9, 9, 9, 8, 8, 9, 9, 9, 9],
  '413000': [10, 7, 7, 9, 7, 8, 10, 8, 8, 8, 8, 10],
  '414000': [8, 8, 8, 8, 8, 9, 9, 9, 9, 8, 8, 8],
  '415000': [4, 5, 6, 7, 8, 9, 9, 9, 10, 10, 11, 12],
  '416000': [2, 3, 4, 6, 8, 10, 10, 11, 11, 11, 12, 12],
  '421000': [5, 8, 8, 9, 8, 8, 9, 9, 9, 9, 9, 9],
  // Subsidies come by the quarter.
  '431000': [22, 5, 3, 20, 4, 3, 19, 4, 2, 14, 3, 1],
  '441000': [0, 2, 5, 11, 13, 14, 14, 13, 11, 8, 5, 4],
  '510000': [7, 8, 8, 8, 8, 9, 8, 8, 9, 8, 9, 10],
  '521000': [8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9],
  '522000': [8, 8, 8, 8, 8, 8, 9, 8, 8, 9, 9, 9],
  '531000': [3, 5, 6, 7, 8, 9, 8, 9, 9, 10, 11, 15],
  '532000': [3, 5, 6, 7, 8, 9, 8, 9, 9, 10, 11, 15],
  '533000': [2, 4, 6, 7, 8, 9, 8, 9, 10, 11, 12, 14],
  '534000': [5, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9],
  // Contracts are let in the second half, and paid before the year is closed.
  '541000': [0, 1, 2, 4, 5, 7, 7, 9, 11, 14, 17, 23],
  '542000': [1, 1, 2, 3, 4, 6, 7, 9, 11, 14, 18, 24],
  '550000': [0, 0, 5, 5, 10, 10, 10, 10, 10, 10, 10, 20],
  '561000': [1, 3, 8, 12, 12, 12, 10, 10, 10, 8, 7, 7],
};
const flat = Array.from({ length: 12 }, () => 1);

/** A year of one authority: what each account comes to in each of the twelve months, in satang. */
export type SampleYear = ReadonlyMap<string, readonly number[]>;

/** Invents a whole fiscal year of an authority. An account it has nothing in is left out. */
export function sampleYear(
  authority: SampleAuthority,
  fiscalYear: number,
  seed: string
): SampleYear {
  const shape = kindShapes[authority.kind];
  const own = randomOf(seed, 'size', authority.code ?? authority.name);
  // People and money go together, though not wholly.
  const people = shape.population
    ? Math.log(Math.max(1, authority.population) / shape.population.median) /
      shape.population.spread
    : own.normal();
  const size = Math.exp(shape.revenue.spread * (0.75 * people + 0.66 * own.normal()));
  const random = randomOf(seed, 'year', authority.code ?? authority.name, fiscalYear);
  const revenue = shape.revenue.median * size * growth ** (fiscalYear - shapeYear);
  const total = revenue * Math.exp(0.04 * random.normal());
  const hasSpecific = random.next() >= shape.withoutSpecificGrant;
  const received = shares(shape.revenueShares, random, (account) => {
    if (account === '411000') return taxAfterTheCut;
    return account === '441000' && !hasSpecific ? 0 : 1;
  });
  // A year is spent to between four fifths and all but a little.
  const spent = total * Math.min(0.98, Math.max(0.78, 0.89 + 0.045 * random.normal()));
  const paid = shares(shape.expenditureShares, random, (account) =>
    account === '550000' && random.next() < 0.7 ? 0 : 1
  );
  const year = new Map<string, readonly number[]>();
  for (const [account, part] of received) year.set(account, months(account, total * part, random));
  for (const [account, part] of paid) year.set(account, months(account, spent * part, random));
  return year;
}

/** Parts that come to one, each somewhat off its kind's; those that are nothing are left out. */
function shares(
  shape: Readonly<Record<string, number>>,
  random: ReturnType<typeof randomOf>,
  factor: (account: string) => number
): [string, number][] {
  const parts = Object.entries(shape).map(([account, share]): [string, number] => [
    account,
    share * factor(account) * Math.exp(0.22 * random.normal()),
  ]);
  const sum = parts.reduce((before, [, part]) => before + part, 0);
  return parts
    .filter(([, part]) => part > 0)
    .map(([account, part]): [string, number] => [account, part / sum]);
}

/** Spreads a year's baht over its months, to the satang. */
function months(account: string, baht: number, random: ReturnType<typeof randomOf>): number[] {
  const weights = (seasons[account] ?? flat).map(
    (weight) => weight * Math.exp(0.16 * random.normal())
  );
  const sum = weights.reduce((before, weight) => before + weight, 0);
  const satang = Math.round(baht * 100);
  let weight = 0;
  let before = 0;
  return weights.map((own) => {
    weight += own;
    const through = Math.round((satang * weight) / sum);
    const month = through - before;
    before = through;
    return month;
  });
}

/** Days after a month's end until an authority's figures of it are in. */
export function reportingDelay(
  authority: SampleAuthority,
  fiscalYear: number,
  month: number,
  seed: string
): number {
  const code = authority.code ?? authority.name;
  const habit = randomOf(seed, 'habit', code);
  // One in twenty is always late.
  const usual = habit.next() < 0.05 ? 45 : 13;
  const random = randomOf(seed, 'delay', code, fiscalYear, month);
  return Math.round(usual * Math.exp(0.55 * random.normal()));
}

/** Every fact of an authority that is in on the day, oldest first. One without a code has none. */
export function* sampleFacts(
  authority: SampleAuthority,
  { today, years, seed }: FactOptions
): Generator<SampleFact> {
  const { code } = authority;
  if (code === null) return;
  const last = lastWholeMonth(today);
  for (const fiscalYear of fiscalYears(today, years)) {
    if (fiscalYear > last.year) continue;
    const year = sampleYear(authority, fiscalYear, seed);
    const through = fiscalYear === last.year ? last.month : 12;
    for (let fiscalMonth = 1; fiscalMonth <= through; fiscalMonth += 1) {
      const end = dayIn({ year: fiscalYear, month: fiscalMonth + 1 }, 0);
      const delay = reportingDelay(authority, fiscalYear, fiscalMonth, seed);
      if (daysBetween(end, today) < delay) continue;
      for (const [account, amounts] of year) {
        const satang = amounts[fiscalMonth - 1] ?? 0;
        if (satang !== 0) yield { code, fiscalYear, fiscalMonth, account, satang };
      }
    }
  }
}
