import { LRUCache } from 'lru-cache';
import type { Context, Middleware, Next } from 'koa';
import { capped, givenAnswer, type Answer } from './answer';
import { brotlied, gzipped, isCompressible, pickEncoding, type Encoded } from './encoding';
import { encodedEtag, etagOf, matchesEtag } from './etag';
import type { ReadyAnswers } from './ready-answers';
import type { Snapshot } from './revisions';

/** An answer with its bytes ready to leave. */
interface Entry {
  answer: Answer;
  encoded: Encoded;
  tag: string;
  /** Revisions from before the answer was read: a change during the read makes it stale. */
  snapshot: Snapshot;
  /** Whether its brotli copy has been asked for. */
  isSqueezed: boolean;
}

export interface EdgeCacheOptions {
  /** The key of a request, the same for all that are to get the same bytes; null never keeps. */
  keyOf(ctx: Context): string | null;
  /** The revisions as this instance knows them. */
  snapshot(): Snapshot;
  /** Bytes all kept answers may take together. */
  maxBytes: number;
  /** Sends hits before Koa sees them; absent where the cache stands alone. */
  ready?: ReadyAnswers;
}

/** Answers reads from ready bytes; what is inside it works only when something changed. */
export function createEdgeCache({
  keyOf,
  snapshot,
  maxBytes,
  ready,
}: EdgeCacheOptions): Middleware {
  const entries = new LRUCache<string, Entry>({
    maxSize: maxBytes,
    // One great table must not push out what everybody reads.
    maxEntrySize: Math.max(1, Math.floor(maxBytes / 3)),
    // Compressed copies arrive later, so their room is set aside from the start.
    sizeCalculation: ({ encoded }, key) => 3 * encoded.identity.length + 2 * key.length + 4096,
    dispose: (entry) => ready?.forget(entry),
  });
  const reading = new Map<string, { since: Snapshot; entry: Promise<Entry | null> }>();

  async function read(key: string, ctx: Context, next: Next, since: Snapshot) {
    await next();
    const answer = ctx.status === 200 ? givenAnswer(ctx) : undefined;
    if (!answer) return null;
    const entry = await makeEntry(answer, since);
    if (isFresh(entry, snapshot())) entries.set(key, entry);
    return entry;
  }

  function handOver(key: string, ctx: Context, entry: Entry): void {
    // What was not kept must not stay by another way.
    if (entries.peek(key) !== entry) return;
    ready?.keep(ctx.req, ctx.res, {
      entry,
      isFresh: () => isFresh(entry, snapshot()),
      onHit: () => {
        entries.get(key);
        squeeze(entry);
      },
    });
  }

  return async function edgeCache(ctx, next) {
    const key = ctx.method === 'GET' || ctx.method === 'HEAD' ? keyOf(ctx) : null;
    if (key === null) {
      await next();
      const answer = ctx.status === 200 ? givenAnswer(ctx) : undefined;
      if (answer) send(ctx, await makeEntry(answer, {}), 'bypass');
      return;
    }
    const now = snapshot();
    const kept = entries.get(key);
    if (kept && isFresh(kept, now)) {
      squeeze(kept);
      handOver(key, ctx, kept);
      return send(ctx, kept, 'hit');
    }

    // Requests for the same bytes share one read, unless something changed since it began.
    const shared = reading.get(key);
    if (shared?.since === now) {
      const entry = await shared.entry.catch(() => null);
      if (entry) return send(ctx, entry, 'hit');
    }
    const own = { since: now, entry: read(key, ctx, next, now) };
    reading.set(key, own);
    try {
      const entry = await own.entry;
      if (entry) {
        handOver(key, ctx, entry);
        send(ctx, entry, 'miss');
      }
    } finally {
      if (reading.get(key) === own) reading.delete(key);
    }
  };
}

async function makeEntry(answer: Answer, snapshot: Snapshot): Promise<Entry> {
  const { bytes, type } = answer;
  const encoded: Encoded = { identity: bytes };
  if (isCompressible(type, bytes)) encoded.gzip = await gzipped(bytes);
  return { answer, encoded, tag: etagOf(bytes), snapshot, isSqueezed: false };
}

/** Makes the small copy of bytes that are asked for again, once and beside the requests: it costs more than reading them. */
function squeeze(entry: Entry): void {
  if (entry.isSqueezed || !entry.encoded.gzip) return;
  entry.isSqueezed = true;
  const { identity } = entry.encoded;
  void brotlied(identity).then(
    (brotli) => {
      if (brotli.length < identity.length) entry.encoded.br = brotli;
    },
    // gzip and the plain bytes stay good.
    () => undefined
  );
}

function isFresh({ answer, snapshot }: Entry, now: Snapshot): boolean {
  if (answer.validUntil && answer.validUntil.getTime() <= Date.now()) return false;
  return snapshot === now || answer.services.every((name) => snapshot[name] === now[name]);
}

function send(ctx: Context, { answer, encoded, tag }: Entry, cache: 'hit' | 'miss' | 'bypass') {
  // Whatever stood between set headers of its own: cookies, CORS for one origin, policies.
  for (const name of ctx.res.getHeaderNames()) ctx.remove(name);
  const encoding = pickEncoding(ctx.get('Accept-Encoding'), encoded);
  const tags = ['identity', 'gzip', 'br'].map((name) => encodedEtag(tag, name));
  ctx.state.kmAnswer = answer;
  ctx.set({
    ETag: encodedEtag(tag, encoding),
    'Cache-Control': capped(answer),
    Vary: 'Accept-Encoding',
    'X-KM-Cache': cache,
    ...answer.headers,
  });
  if (matchesEtag(ctx.get('If-None-Match'), tags)) {
    ctx.body = null;
    ctx.status = 304;
    return;
  }
  ctx.status = 200;
  ctx.type = answer.type;
  if (encoding !== 'identity') ctx.set('Content-Encoding', encoding);
  ctx.body = encoded[encoding];
}
