import type { Context } from 'koa';
import type { ServiceName } from './service-room';

/** Bytes that are ready to leave, and what would make them untrue. */
export interface Answer {
  bytes: Buffer;
  /** Media type with its charset. */
  type: string;
  /** How long readers and shared caches may keep it. */
  cacheControl: string;
  /** Headers beside those every answer carries. */
  headers?: Record<string, string>;
  /** Services whose next revision makes it stale. */
  services: readonly ServiceName[];
  /** The instant it becomes untrue by itself. */
  validUntil?: Date | null;
}

/** What a list or a document may be kept for: seconds at a cache, and checked again after that. */
export const shortLived = 'public, max-age=30, s-maxage=2, stale-while-revalidate=60';

/**
 * Files that are used together and keep their names from release to release: asked for each time, so
 * that no page gets one of them from before a release and another from after it.
 */
export const evergreen = 'public, max-age=0, s-maxage=2, must-revalidate';

/**
 * A script under its lasting address that fetches everything else from addresses that change: pages
 * go on with it for so many seconds without asking, and so keep what they show while this server is
 * away; a month longer while the next one is already on its way.
 */
export function lasting(seconds: number): string {
  if (seconds === 0) return evergreen;
  return `public, max-age=${seconds}, s-maxage=2, stale-while-revalidate=2592000`;
}

/** Bytes whose address changes whenever they do. */
export const immutable = 'public, max-age=31536000, immutable';

/** Hands an answer of status 200 to the edge cache, which sends it. */
export function giveAnswer(ctx: Context, answer: Answer): void {
  ctx.state.kmAnswer = answer;
  if (wasAnswered(ctx)) return;
  ctx.status = 200;
  ctx.body = answer.bytes;
}

/** Whether the request was answered with something older, for its own read took too long. */
export function wasAnswered(ctx: Context): boolean {
  return ctx.state.kmAnswered === true;
}

/** The answer given in this request, if any was. */
export function givenAnswer(ctx: Context): Answer | undefined {
  return ctx.state.kmAnswer as Answer | undefined;
}

/** `Cache-Control` of an answer now: no cache may keep it past the instant it becomes untrue. */
export function capped({
  cacheControl,
  validUntil,
}: Pick<Answer, 'cacheControl' | 'validUntil'>): string {
  if (!validUntil) return cacheControl;
  const left = Math.max(0, Math.floor((validUntil.getTime() - Date.now()) / 1000));
  return cacheControl.replace(
    /(max-age|s-maxage|stale-while-revalidate)=(\d+)/g,
    (_whole, name: string, seconds: string) =>
      `${name}=${name === 'stale-while-revalidate' && left < 90 ? 0 : Math.min(left, Number(seconds))}`
  );
}
