import { LRUCache } from 'lru-cache';
import type { ProblemError } from './problem';
import type { Snapshot } from './revisions';

/** Milliseconds a refusal is kept. */
const term = 5000;

/** Refusals that are the same for whoever asks, kept for a moment. */
export interface ProblemCache {
  keep(key: string, problem: ProblemError, since: Snapshot): void;
  /** The refusal; nothing once anything changed, for it may be what was missing. */
  find(key: string, now: Snapshot): ProblemError | undefined;
}

/** Stands apart from the answers, so that no flood of wrong addresses takes their room. */
export function createProblemCache(maxBytes: number): ProblemCache {
  const kept = new LRUCache<string, { problem: ProblemError; since: Snapshot }>({
    maxSize: Math.max(1, maxBytes),
    ttl: term,
    sizeCalculation: ({ problem }, key) =>
      2 * (key.length + JSON.stringify([problem.sentence, problem.details]).length) + 1024,
  });
  return {
    keep: (key, problem, since) => void kept.set(key, { problem, since }),
    find(key, now) {
      const found = kept.get(key);
      return found?.since === now ? found.problem : undefined;
    },
  };
}
