import type { Context } from 'koa';
import { capped } from './answer';
import { contentEncoding, pickEncoding } from './encoding';
import { encodedEtag, matchesEtag } from './etag';
import type { Entry } from './ready-entry';

/** What a shared cache may do with an answer that nobody can vouch for now. */
const untilItAnswersAgain = 'public, max-age=0, s-maxage=2, stale-while-revalidate=60';

/** Answers with the bytes a reader takes, or tells that he has them. */
export function sendEntry(ctx: Context, entry: Entry, cache: 'hit' | 'miss' | 'bypass'): void {
  send(ctx, entry, { 'Cache-Control': capped(entry.answer), 'X-KM-Cache': cache });
}

/**
 * Answers with bytes that nobody can vouch for, and says so.
 *
 * @param lostSince - When the database last answered; null where only this one read failed.
 */
export function sendStale(ctx: Context, entry: Entry, lostSince: Date | null): void {
  const since = lostSince ? Math.max(lostSince.getTime(), entry.readAt) : entry.readAt;
  send(ctx, entry, {
    'Cache-Control': untilItAnswersAgain,
    'X-KM-Cache': 'stale',
    Age: String(Math.max(0, Math.floor((Date.now() - since) / 1000))),
    Warning: '110 - "Response is Stale"',
  });
  // What a late read still does to this context goes nowhere, and may be kept for the next one.
  ctx.state.kmAnswered = true;
  ctx.state.kmAnswer = undefined;
}

function send(ctx: Context, entry: Entry, headers: Record<string, string>): void {
  const { answer, encoded, tag, tags } = entry;
  // Whatever stood between set headers of its own: cookies, CORS for one origin, policies.
  for (const name of ctx.res.getHeaderNames()) ctx.remove(name);
  const encoding = pickEncoding(ctx.get('Accept-Encoding'), encoded);
  ctx.state.kmAnswer = answer;
  ctx.state.kmProblem = undefined;
  ctx.set({
    ETag: encodedEtag(tag, encoding),
    ...headers,
    Vary: 'Accept-Encoding',
    ...answer.headers,
  });
  if (matchesEtag(ctx.get('If-None-Match'), tags)) {
    ctx.body = null;
    ctx.status = 304;
    return;
  }
  ctx.status = 200;
  ctx.type = answer.type;
  const onTheWire = contentEncoding(encoding);
  if (onTheWire) ctx.set('Content-Encoding', onTheWire);
  ctx.body = encoded[encoding];
}
