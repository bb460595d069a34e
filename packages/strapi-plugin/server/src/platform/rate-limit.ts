import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { problemOfStatus } from './problem';

/** How many times one address may do a thing. */
export interface Limit {
  /** Names the thing; limits of different names are counted apart. */
  name: string;
  /** Times allowed. */
  points: number;
  /** Seconds they are counted over. */
  duration: number;
}

const limiters = new WeakMap<Core.Strapi, Map<string, RateLimiterMemory>>();

/**
 * Counts one try. Addresses are those of the connection, or of a proxy the server trusts: whole
 * offices share one, so limits are loose.
 *
 * @throws {ProblemError} 429 with `Retry-After` when the limit is used up.
 */
export async function limit(strapi: Core.Strapi, ctx: Context, rule: Limit): Promise<void> {
  try {
    await limiterOf(strapi, rule).consume(ctx.request.ip);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    ctx.set('Retry-After', String(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))));
    throw problemOfStatus(429);
  }
}

function limiterOf(strapi: Core.Strapi, { name, points, duration }: Limit): RateLimiterMemory {
  const own = limiters.get(strapi) ?? new Map<string, RateLimiterMemory>();
  limiters.set(strapi, own);
  const limiter = own.get(name) ?? new RateLimiterMemory({ keyPrefix: name, points, duration });
  own.set(name, limiter);
  return limiter;
}
