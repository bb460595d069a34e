import type { FiscalOverview, FiscalSide } from '@km-laas/contract';
import { formatBaht, formatMillionBaht, thaiMonthNames } from '@km-laas/thai';
import type { Language } from '../../controllers/localize-controller.js';
import { groupThousands } from '../../internal/write-thai.js';

/** Revenue or expenditure. */
export type SideName = 'revenue' | 'expenditure';
export const sideNames = ['revenue', 'expenditure'] as const;

/** A dot for revenue and a square for expenditure, on a grid of 16: told apart without colour. */
export const markOf = {
  revenue: 'M1 8a7 7 0 1 0 14 0a7 7 0 1 0-14 0z',
  expenditure: 'M1 1h14v14H1z',
} as const;

/** An amount as people say it: millions of baht, or baht below one million. */
export function sayAmount(baht: number, locale: Language): string {
  const format = Math.abs(baht) < 1e6 ? formatBaht : formatMillionBaht;
  // A line never ends between a number and its unit, nor within that.
  return format(baht, { locale }).replace(/ /g, '\u00a0').replace('ล้าน', 'ล้าน\u2060');
}

/** An amount to the satang without its unit, for tables. */
export function writeAmount(baht: number): string {
  return formatBaht(baht).split(' ')[0]!;
}

/** A share of 0 to 1, e.g. `12.5%`. */
export function writeShare(share: number): string {
  return `${groupThousands(`${+(share * 100).toFixed(Math.abs(share) < 0.1 ? 1 : 0)}`)}%`;
}

/** A month of a fiscal year, e.g. `มิ.ย. 2570`, or without its year. */
export function nameMonth(
  fiscalMonth: number,
  language: Language,
  fiscalYear?: number,
  style: 'long' | 'short' = 'short'
): string {
  const name = thaiMonthNames(style, language)[(fiscalMonth + 8) % 12]!;
  // October to December belong to the year that ends with the next September.
  return fiscalYear ? `${name}\u00a0${fiscalYear - (fiscalMonth < 4 ? 1 : 0)}` : name;
}

/** What an amount of an area is divided by to be one a head; undefined where nobody knows. */
export function headsOf({ revenue, expenditure, area }: FiscalOverview): number | undefined {
  const population = area.population || undefined;
  const side = [revenue, expenditure].find((one) => one?.perHead && one.total);
  if (!side) return population;
  // The API counts only those who live where figures come from; its quotient is rounded to satang.
  const isPopulation = population && Math.abs(side.total / population - side.perHead!) < 0.01;
  return isPopulation ? population : side.total / side.perHead!;
}

/** By which part a side has grown since last year; undefined where it cannot be said. */
export function growthOf({ total, lastYear }: FiscalSide): number | undefined {
  return lastYear !== null && lastYear > 0 ? total / lastYear - 1 : undefined;
}
