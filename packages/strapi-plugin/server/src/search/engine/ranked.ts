import type { MatchKind, Reason } from './types';

/** A passage with its score; `doc` is found by it. */
export interface Ranked {
  doc: number;
  passage: number;
  score: number;
  tier: number;
  match: MatchKind;
  /** Share of the query's trigrams it has. */
  coverage: number;
  parts: Reason[];
}

/** The order of hits. */
export function before(a: Ranked, b: Ranked): number {
  return b.tier - a.tier || b.score - a.score || a.doc - b.doc;
}
