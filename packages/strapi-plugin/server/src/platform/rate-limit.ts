import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { problemOfStatus } from './problem';

/** How many times one address may do a thing. */
export interface Limit {
  /** Names the thing; limits of different names are counted apart. */
  name: string;
  /** Times allowed, on all instances together. */
  points: number;
  /** Seconds they are counted over. */
  duration: number;
}

const limiters = new WeakMap<Core.Strapi, Map<string, RateLimiterAbstract>>();

/**
 * Counts one try. Addresses are those of the connection, or of a proxy the server trusts: whole
 * offices share one, so limits are loose.
 *
 * @throws {ProblemError} 429 with `Retry-After` when the limit is used up.
 */
export async function limit(strapi: Core.Strapi, ctx: Context, rule: Limit): Promise<void> {
  try {
    await limiterOf(strapi, rule).consume(nameless(strapi, ctx.request.ip));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    ctx.set('Retry-After', String(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))));
    throw problemOfStatus(429);
  }
}

function limiterOf(strapi: Core.Strapi, rule: Limit): RateLimiterAbstract {
  const own = limiters.get(strapi) ?? new Map<string, RateLimiterAbstract>();
  limiters.set(strapi, own);
  const limiter = own.get(rule.name) ?? createLimiter(strapi, rule);
  own.set(rule.name, limiter);
  return limiter;
}

/** On PostgreSQL instances may be many and count in one table; SQLite serves a single process. */
function createLimiter(strapi: Core.Strapi, { name, points, duration }: Limit) {
  const rule = { keyPrefix: name, points, duration };
  if (strapi.db.dialect.client !== 'postgres') return new RateLimiterMemory(rule);
  return new RateLimiterPostgres({
    ...rule,
    storeClient: strapi.db.connection,
    storeType: 'knex',
    schemaName: strapi.db.getSchemaName() ?? 'public',
    tableName: 'km_address_limits',
    tableCreated: true,
    clearExpiredByTimeout: true,
    // Whoever goes on after a refusal does not reach the database any more.
    inMemoryBlockOnConsumed: points + 1,
  });
}

/** What is kept of an address: the database must not tell who asked. */
function nameless(strapi: Core.Strapi, address: string): string {
  const [key = ''] = strapi.config.get<string[]>('server.app.keys');
  return createHmac('sha256', key).update(address).digest('base64url');
}
