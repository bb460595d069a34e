import type { Context, Middleware, Next } from 'koa';
import { givenAnswer } from './answer';
import { goFirst } from './breathe';
import { KeptAnswers } from './kept-answers';
import { createProblemCache } from './problem-cache';
import { givenProblem, isDatabaseFailure, sendProblem, type ProblemError } from './problem';
import type { ReadCount } from './read-counts';
import type { ReadyAnswers } from './door/ready-answers';
import { countHits, encodeFor, isFresh, makeEntry, type Entry } from './ready-entry';
import type { Snapshot } from './revisions';
import { sendEntry, sendStale } from './send-entry';

export interface EdgeCacheOptions {
  /** The key of a request, the same for all that are to get the same bytes; null never keeps. */
  keyOf(ctx: Context): string | null;
  /** The revisions as this instance knows them. */
  snapshot(): Snapshot;
  /** Since when the revisions cannot be known; null while they are. */
  lostSince?(): Date | null;
  /** Bytes all kept answers may take together. */
  maxBytes: number;
  /** Sends hits before Koa sees them; absent where the cache stands alone. */
  ready?: ReadyAnswers;
  /** Told how each read was answered. */
  count?: ReadCount;
}

/** What a read came to: an answer, a refusal that is the same for everybody, or a failure. */
interface Outcome {
  entry?: Entry;
  problem?: ProblemError;
}

/** Milliseconds a read has where there is an older answer to fall back to. */
const patience = 3000;
/** Milliseconds after its reading in which an answer may still be sent while the database is down. */
const longestStale = 24 * 3_600_000;
/** Share of the room that refusals may take. */
const problemShare = 1 / 32;

/** The middleware, and what whoever watches or warms it looks at. */
export interface EdgeCache extends Middleware {
  readonly kept: KeptAnswers<Entry>;
  /** Reads under way. */
  reading(): number;
}

/** Answers reads from ready bytes; what is inside it works only when something changed. */
export function createEdgeCache(options: EdgeCacheOptions): EdgeCache {
  const { keyOf, snapshot, lostSince = () => null, maxBytes, ready, count = () => {} } = options;
  const kept = new KeptAnswers<Entry>({
    maxBytes,
    // Compressed copies arrive later, so their room is set aside from the start.
    sizeOf: ({ encoded }, key) => 3 * encoded.identity.length + 2 * key.length + 4096,
    onGone: (entry) => ready?.forget(entry),
  });
  const problems = createProblemCache(Math.floor(maxBytes * problemShare));
  const reading = new Map<string, { since: Snapshot; outcome: Promise<Outcome> }>();

  async function read(key: string, ctx: Context, next: Next, since: Snapshot): Promise<Outcome> {
    await next();
    const problem = givenProblem(ctx);
    if (problem) {
      if (problem.status < 500 && since === snapshot()) problems.keep(key, problem, since);
      return { problem };
    }
    const answer = givenAnswer(ctx);
    if (!answer) return {};
    const entry = makeEntry(answer, since, ctx.req);
    await encodeFor(entry, ctx.get('Accept-Encoding'));
    if (isFresh(entry, snapshot())) kept.set(key, entry);
    return { entry };
  }

  /** Runs a read that others may wait for; the first of them has its request answered by it. */
  async function lead(key: string, ctx: Context, next: Next, since: Snapshot): Promise<Outcome> {
    const own = { since, outcome: goFirst(() => read(key, ctx, next, since)) };
    reading.set(key, own);
    try {
      return await own.outcome;
    } finally {
      if (reading.get(key) === own) reading.delete(key);
    }
  }

  function hit(key: string, ctx: Context, entry: Entry): void {
    countHits(entry, 1, () => ready?.renew(entry));
    handOver(key, ctx, entry);
    count('hit');
    sendEntry(ctx, entry, 'hit');
  }

  function stale(ctx: Context, entry: Entry): void {
    count('stale');
    sendStale(ctx, entry, lostSince());
  }

  /** Has what was asked for a second time leave before Koa, so that a flood of addresses never does. */
  function handOver(key: string, ctx: Context, entry: Entry): void {
    // What was not kept must not stay by another way.
    if (kept.peek(key) !== entry) return;
    ready?.keep(ctx.req, ctx.res, {
      entry,
      // Keys of what prints absolute addresses begin with the origin.
      isForEveryHost: key.startsWith('/'),
      isFresh: () => lostSince() === null && isFresh(entry, snapshot()),
      onHit: (times) => {
        // Every hit need not move it to the front: those that are hit often stay there anyway.
        const isTime = entry.hits === 0 || entry.hits >> 4 !== (entry.hits + times) >> 4;
        if (isTime && kept.peek(key) === entry) kept.get(key);
        countHits(entry, times, () => ready?.renew(entry));
      },
    });
  }

  async function edgeCache(ctx: Context, next: Next): Promise<void> {
    const key = ctx.method === 'GET' || ctx.method === 'HEAD' ? keyOf(ctx) : null;
    if (key === null) return pass(ctx, next);
    const now = snapshot();
    const isLost = lostSince() !== null;
    const older = kept.get(key);
    if (older && !isLost && isFresh(older, now)) return hit(key, ctx, older);
    const fallback = older && Date.now() - older.readAt < longestStale ? older : undefined;
    // Nobody waits for a database that does not answer where there is something to show.
    if (fallback && isLost) return stale(ctx, fallback);
    const refused = problems.find(key, now);
    if (refused) {
      count('refused');
      return sendProblem(ctx, refused);
    }

    // Requests for the same bytes share one read, unless something changed since it began.
    const shared = reading.get(key);
    if (shared?.since === now) {
      const outcome = await inTime(shared.outcome, fallback).catch(() => null);
      if (outcome?.entry) {
        count('hit');
        return sendEntry(ctx, outcome.entry, 'hit');
      }
      if (fallback) return stale(ctx, fallback);
      if (outcome?.problem) {
        count('refused');
        return sendProblem(ctx, outcome.problem);
      }
    }
    const outcome = await inTime(lead(key, ctx, next, now), fallback).catch((error: unknown) => {
      if (fallback && isDatabaseFailure(error)) return null;
      throw error;
    });
    if (fallback && hasFailed(ctx, outcome)) return stale(ctx, fallback);
    if (outcome) answer(ctx, outcome);
  }

  function answer(ctx: Context, { entry, problem }: Outcome): void {
    count(entry ? 'miss' : problem ? 'refused' : 'passed');
    if (!entry) return;
    sendEntry(ctx, entry, 'miss');
  }

  async function pass(ctx: Context, next: Next): Promise<void> {
    await next();
    const answer = givenAnswer(ctx);
    if (!answer) return;
    const entry = makeEntry(answer, {}, ctx.req);
    await encodeFor(entry, ctx.get('Accept-Encoding'));
    count('passed');
    sendEntry(ctx, entry, 'bypass');
  }

  return Object.assign(edgeCache, { kept, reading: () => reading.size });
}

/** The outcome; null where there is something to fall back to and it takes too long. */
function inTime(outcome: Promise<Outcome>, fallback: Entry | undefined): Promise<Outcome | null> {
  if (!fallback) return outcome;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  return Promise.race([outcome, late]).finally(() => clearTimeout(timer));
}

/** Whether it is the server that failed, and not the request that was wrong. */
function hasFailed(ctx: Context, outcome: Outcome | null): boolean {
  if (outcome?.entry) return false;
  return outcome === null || (outcome.problem?.status ?? ctx.status) >= 500;
}
