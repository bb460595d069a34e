/**
 * How a read was answered: from memory, by reading, with an older answer while the database is
 * away, with a refusal, or by what stands behind the cache.
 */
export const readResults = ['hit', 'miss', 'stale', 'refused', 'passed'] as const;
export type ReadResult = (typeof readResults)[number];

/** Counts one read. */
export type ReadCount = (result: ReadResult) => void;
