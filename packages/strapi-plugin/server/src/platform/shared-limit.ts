import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { LRUCache } from 'lru-cache';
import { ProblemError } from './problem';
import { networkOf } from './requester';
import { sealOf } from './secrets';

const table = 'km_limits';

/** How many times one key, e.g. an address, may do a thing. */
export interface Limit {
  /** Names the thing; limits of different names are counted apart. */
  name: string;
  /** Times allowed, on all instances together. */
  points: number;
  /** Seconds they are counted over. */
  duration: number;
}

/** How far a limit has been used up. */
export interface LimitState {
  isUsedUp: boolean;
  /** Until tries are counted anew. */
  seconds: number;
}

/**
 * Counts one try of a key on all instances together. The key is kept sealed: neither an address nor
 * an e-mail address can be read from the table, nor found by trying all there are.
 */
export async function countTry(strapi: Core.Strapi, rule: Limit, key: string): Promise<LimitState> {
  const now = Date.now();
  const fresh = { points: 1, until_ms: now + rule.duration * 1000 };
  const [row] = await strapi.db
    .getConnection(table)
    .insert({ limit_key: keyOf(strapi, rule, key), ...fresh })
    .onConflict('limit_key')
    .merge({
      points: raw(
        strapi,
        'case when km_limits.until_ms <= ? then 1 else km_limits.points + 1 end',
        now
      ),
      until_ms: raw(
        strapi,
        `case when km_limits.until_ms <= ? then ${Number(fresh.until_ms)} else km_limits.until_ms end`,
        now
      ),
    })
    .returning(['points', 'until_ms']);
  return stateOf(rule, row as LimitRow, now);
}

/** How far a limit is used up, without counting a try. */
export async function readLimit(
  strapi: Core.Strapi,
  rule: Limit,
  key: string
): Promise<LimitState> {
  const now = Date.now();
  const row = (await strapi.db
    .getConnection(table)
    .where({ limit_key: keyOf(strapi, rule, key) })
    .where('until_ms', '>', now)
    .first('points', 'until_ms')) as LimitRow | undefined;
  // A try that has yet to be made: as many as are allowed leave no more.
  return row
    ? stateOf(rule, { ...row, points: Number(row.points) + 1 }, now)
    : { isUsedUp: false, seconds: 0 };
}

/** Forgets the tries of a key. */
export async function clearLimit(strapi: Core.Strapi, rule: Limit, key: string): Promise<void> {
  await strapi.db
    .getConnection(table)
    .where({ limit_key: keyOf(strapi, rule, key) })
    .delete();
}

/**
 * As {@link countTry}.
 *
 * @throws {ProblemError} 429 that says when to come back.
 */
export async function sharedLimit(strapi: Core.Strapi, rule: Limit, key: string): Promise<void> {
  const { isUsedUp, seconds } = await countTry(strapi, rule, key);
  if (isUsedUp) throw tooMany(seconds);
}

/** Networks whose limit is used up, as this instance knows: they reach the database no more. */
const refused = new WeakMap<Core.Strapi, LRUCache<string, number>>();

/**
 * Counts one try of the network a request comes from. Addresses are those of the connection, or of
 * a proxy the server trusts: whole offices share one, so such limits are loose.
 *
 * @throws {ProblemError} 429 that says when to come back.
 */
export async function limitAddress(strapi: Core.Strapi, ctx: Context, rule: Limit): Promise<void> {
  const network = networkOf(ctx.request.ip);
  const known = refused.get(strapi) ?? new LRUCache<string, number>({ max: 10_000 });
  refused.set(strapi, known);
  const key = `${rule.name} ${network}`;
  const until = known.get(key) ?? 0;
  if (until > Date.now()) throw tooMany((until - Date.now()) / 1000);
  const { isUsedUp, seconds } = await countTry(strapi, rule, network);
  if (!isUsedUp) return;
  known.set(key, Date.now() + seconds * 1000);
  throw tooMany(seconds);
}

export function tooMany(seconds: number): ProblemError {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return new ProblemError(
    429,
    {
      th: `ทำรายการนี้บ่อยเกินไป โปรดลองใหม่ในอีก ${minutes} นาที`,
      en: `Too many tries. Try again in ${minutes} minutes.`,
    },
    { retryAfter: Math.max(1, Math.ceil(seconds)) }
  );
}

/** Throws away what counts nothing any more. */
export async function sweepLimits(strapi: Core.Strapi): Promise<void> {
  await strapi.db.getConnection(table).where('until_ms', '<=', Date.now()).delete();
}

interface LimitRow {
  points: number | string;
  until_ms: number | string;
}

function stateOf({ points }: Limit, row: LimitRow, now: number): LimitState {
  return {
    isUsedUp: Number(row.points) > points,
    seconds: Math.max(0, (Number(row.until_ms) - now) / 1000),
  };
}

function keyOf(strapi: Core.Strapi, { name }: Limit, key: string): string {
  return `${name}:${sealOf(strapi, 'limit', key)}`;
}

function raw(strapi: Core.Strapi, sql: string, ...values: number[]) {
  return strapi.db.connection.raw(sql, values);
}
