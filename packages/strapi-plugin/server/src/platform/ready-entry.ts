import type { Answer } from './answer';
import {
  acceptsEncoding,
  brotlied,
  denselyBrotlied,
  gzipped,
  isCompressible,
  type Encoded,
} from './encoding';
import { encodedEtag, etagOf } from './etag';
import type { Snapshot } from './revisions';

/** An answer with its bytes ready to leave. */
export interface Entry {
  answer: Answer;
  encoded: Encoded;
  tag: string;
  /** Tags of the bytes in every encoding they may ever leave in. */
  tags: readonly string[];
  /** Revisions from before the answer was read: a change during the read makes it stale. */
  snapshot: Snapshot;
  /** Instant it was read, in milliseconds. */
  readAt: number;
  /** Times it was sent from memory. */
  hits: number;
  /** Host and address of the request it was read for. */
  host: string;
  url: string;
}

/** Hits after which an answer is worth the small copy, whose making costs fifty times a read. */
const worthDense = 8;
/** Hits after which it is tried again, where it could not be made. */
const tryAgain = 1024;

export function makeEntry(
  answer: Answer,
  snapshot: Snapshot,
  { host = '', url = '' }: { host?: string; url?: string } = {}
): Entry {
  const tag = etagOf(answer.bytes);
  return {
    answer,
    encoded: { identity: answer.bytes },
    tag,
    tags: ['identity', 'gzip', 'br', 'dense'].map((name) => encodedEtag(tag, name)),
    snapshot,
    readAt: Date.now(),
    hits: 0,
    host,
    url,
  };
}

/** Whether an answer still holds, as far as this instance knows. */
export function isFresh(entry: Entry, now: Snapshot): boolean {
  const { answer, snapshot } = entry;
  if (answer.validUntil && answer.validUntil.getTime() <= Date.now()) return false;
  if (snapshot === now) return true;
  for (const name of answer.services) if (snapshot[name] !== now[name]) return false;
  // What else moved is no concern of it, and need not be asked again.
  entry.snapshot = now;
  return true;
}

/** Makes the quick copy that a reader who has to wait for the read itself takes. */
export async function encodeFor(entry: Entry, acceptEncoding: string): Promise<void> {
  const { answer, encoded } = entry;
  if (!isCompressible(answer.type, answer.bytes)) return;
  if (encoded.br || encoded.dense) return;
  if (acceptsEncoding(acceptEncoding, 'br')) {
    encoded.br = await smaller(brotlied(answer.bytes), answer.bytes);
  } else if (!encoded.gzip && acceptsEncoding(acceptEncoding, 'gzip')) {
    encoded.gzip = await smaller(gzipped(answer.bytes), answer.bytes);
  }
}

/**
 * Counts hits. An answer that is asked for again gets the copies it has not got, beside the
 * requests: first the quick ones, and the small one once it is worth it.
 *
 * @param renewed - Called when it has more copies than it had.
 */
export function countHits(entry: Entry, times: number, renewed: () => void): void {
  const before = entry.hits;
  entry.hits += times;
  const tries = (hits: number) => Math.floor((hits - worthDense) / tryAgain);
  if (before === 0) void addQuickCopies(entry).then(renewed);
  if (tries(entry.hits) > tries(before) && !entry.encoded.dense) {
    void addDenseCopy(entry).then(renewed);
  }
}

async function addQuickCopies({ answer, encoded }: Entry): Promise<void> {
  if (!isCompressible(answer.type, answer.bytes)) return;
  encoded.br ??= await smaller(brotlied(answer.bytes), answer.bytes);
  encoded.gzip ??= await smaller(gzipped(answer.bytes), answer.bytes);
}

async function addDenseCopy({ answer, encoded }: Entry): Promise<void> {
  if (!isCompressible(answer.type, answer.bytes)) return;
  const dense = await smaller(denselyBrotlied(answer.bytes), answer.bytes);
  if (!dense) return;
  encoded.dense = dense;
  delete encoded.br;
}

/** The copy, or nothing where it is no smaller or could not be made: the plain bytes stay good. */
async function smaller(copy: Promise<Buffer>, bytes: Buffer): Promise<Buffer | undefined> {
  const made = await copy.catch(() => undefined);
  return made && made.length < bytes.length ? made : undefined;
}
