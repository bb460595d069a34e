import type { FiscalMeasure } from '@km-laas/contract';

/** An authority with what it is compared by; amounts in satang, over the same months for all. */
export interface Peer {
  code: string;
  provinceCode: string;
  region: string;
  population: number | null;
  revenue: number;
  expenditure: number;
  ownRevenue: number;
  investment: number;
}

/** In the order answers give them. */
export const measures: readonly FiscalMeasure[] = [
  'revenue',
  'expenditure',
  'revenuePerHead',
  'expenditurePerHead',
  'ownRevenueShare',
  'investmentShare',
  'spendingRate',
];

/** Value of a measure: baht, baht a head, or a share; null where it cannot be told. */
export function measureOf(peer: Peer, measure: FiscalMeasure): number | null {
  switch (measure) {
    case 'revenue':
      return peer.revenue / 100;
    case 'expenditure':
      return peer.expenditure / 100;
    case 'revenuePerHead':
      return ratio(peer.revenue / 100, peer.population ?? 0);
    case 'expenditurePerHead':
      return ratio(peer.expenditure / 100, peer.population ?? 0);
    case 'ownRevenueShare':
      return ratio(peer.ownRevenue, peer.revenue);
    case 'investmentShare':
      return ratio(peer.investment, peer.expenditure);
    case 'spendingRate':
      return ratio(peer.expenditure, peer.revenue);
  }
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

const shares: ReadonlySet<FiscalMeasure> = new Set([
  'ownRevenueShare',
  'investmentShare',
  'spendingRate',
]);

/** Baht to the satang, shares to a hundredth of a per cent. */
export function roundMeasure(measure: FiscalMeasure, value: number): number {
  const scale = shares.has(measure) ? 10_000 : 100;
  return Math.round(value * scale) / scale;
}

/** First quartile, median and third quartile. */
export interface Quartiles {
  q1: number;
  median: number;
  q3: number;
}

/**
 * Quartiles of sorted values, between two values in proportion: the way spreadsheets do it
 * (QUARTILE.INC). Null of nothing.
 */
export function quartilesOf(sorted: Float64Array): Quartiles | null {
  if (sorted.length === 0) return null;
  const at = (part: number): number => {
    const position = (sorted.length - 1) * part;
    const below = Math.floor(position);
    const low = sorted[below] ?? 0;
    return low + ((sorted[below + 1] ?? low) - low) * (position - below);
  };
  return { q1: at(0.25), median: at(0.5), q3: at(0.75) };
}

/** Where a value stands among sorted ones that include it: 1 is the highest; equals share a rank. */
export function rankOf(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return sorted.length - low + 1;
}

/** What the likeness of two authorities is made of, each 0 to 1. */
export interface Likeness {
  population: number | null;
  revenue: number;
  place: number;
}

/** How much each part weighs; what is not known weighs nothing. */
export const likenessWeights = { population: 0.4, revenue: 0.4, place: 0.2 } as const;

/** The smaller as part of the larger; 0 where one of them is not above zero. */
function likenessOf(one: number, other: number): number {
  return one > 0 && other > 0 ? Math.min(one, other) / Math.max(one, other) : 0;
}

export function compareLikeness(own: Peer, other: Peer): Likeness {
  return {
    population:
      own.population === null || other.population === null
        ? null
        : likenessOf(own.population, other.population),
    revenue: likenessOf(own.revenue, other.revenue),
    place: own.provinceCode === other.provinceCode ? 1 : own.region === other.region ? 0.5 : 0,
  };
}

/** The parts of a likeness as one number from 0 to 1. */
export function scoreOf({ population, revenue, place }: Likeness): number {
  const weights = likenessWeights;
  const sum = revenue * weights.revenue + place * weights.place;
  if (population === null) return sum / (weights.revenue + weights.place);
  return sum + population * weights.population;
}

/** A peer with how much it is like another one. */
export interface AlikePeer<Other extends Peer> {
  peer: Other;
  likeness: Likeness;
  score: number;
}

/** The peers most alike, nearest first; equals by code. */
export function mostAlike<Other extends Peer>(
  own: Peer,
  others: readonly Other[],
  count: number
): AlikePeer<Other>[] {
  const nearest: AlikePeer<Other>[] = [];
  for (const peer of others) {
    if (peer.code === own.code) continue;
    const likeness = compareLikeness(own, peer);
    const found = { peer, likeness, score: scoreOf(likeness) };
    const place = nearest.findIndex((one) => isNearer(found, one));
    if (place >= 0) nearest.splice(place, 0, found);
    else if (nearest.length < count) nearest.push(found);
    if (nearest.length > count) nearest.pop();
  }
  return nearest;
}

function isNearer(one: AlikePeer<Peer>, other: AlikePeer<Peer>): boolean {
  return one.score > other.score || (one.score === other.score && one.peer.code < other.peer.code);
}

/** Values of a measure of everyone who has one, sorted. */
export function sortedValues(peers: readonly Peer[], measure: FiscalMeasure): Float64Array {
  const values: number[] = [];
  for (const peer of peers) {
    const value = measureOf(peer, measure);
    if (value !== null) values.push(value);
  }
  return Float64Array.from(values).sort();
}
