import { timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/types';
import type { Context, Middleware } from 'koa';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Door } from './door/door';
import type { EdgeCache } from './edge-cache';
import { readResults, type ReadCount } from './read-counts';
import { revisionsOf } from './revisions';

/** How many things wait, by the name of their queue; asked for when somebody looks. */
export type QueueDepths = (strapi: Core.Strapi) => Promise<Record<string, number>>;

/** What is counted of one server. */
export interface Metrics {
  readonly registry: Registry;
  /** Counts a read that Koa saw; those sent before it are counted where they are sent. */
  count: ReadCount;
  /** Times what passes Koa. Outermost. */
  timer: Middleware;
  /** Answers `GET /metrics`. */
  page: Middleware;
  /** Says what to look at beside what it is told. */
  watch(parts: {
    cache: EdgeCache;
    door: Pick<Door, 'sent'>;
    queues: readonly QueueDepths[];
  }): void;
}

/** Seconds; reads take less than one of them, imports' uploads more. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
/** Milliseconds the database has to say how long its queues are. */
const patience = 1000;

/**
 * Counts for Prometheus. Nothing in them names a reader, an address or a query.
 *
 * @param token - Who asks has to bear it; without one only the machine itself may ask.
 */
export function createMetrics(strapi: Core.Strapi, token: string | undefined): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counts = Object.fromEntries(readResults.map((result) => [result, 0])) as Record<
    (typeof readResults)[number],
    number
  >;
  const seconds = new Histogram({
    name: 'km_request_duration_seconds',
    help: 'Time of requests that were not sent from ready bytes, by kind',
    labelNames: ['kind'],
    buckets,
    registers: [registry],
  });

  function watch(parts: Parameters<Metrics['watch']>[0]): void {
    const { cache, door, queues } = parts;
    const registers = [registry];
    new Counter({
      name: 'km_reads_total',
      help: 'Reads of the public API, the widgets and the site, by how they were answered',
      labelNames: ['result'],
      registers,
      collect() {
        this.reset();
        for (const result of readResults) {
          const before = result === 'hit' ? door.sent.hits : 0;
          this.inc({ result }, counts[result] + before);
        }
      },
    });
    new Counter({
      name: 'km_revalidations_total',
      help: 'Hits that told a reader he has the bytes already, sent before Koa',
      registers,
      collect() {
        this.reset();
        this.inc(door.sent.revalidations);
      },
    });
    gauge('km_cache_bytes', 'Bytes of kept answers', () => cache.kept.bytes);
    gauge('km_cache_answers', 'Kept answers', () => cache.kept.count);
    gauge('km_reads_in_progress', 'Reads of the database that others may wait for', () =>
      cache.reading()
    );
    gauge('km_database_up', 'Whether the database answers', () =>
      revisionsOf(strapi).lostSince() ? 0 : 1
    );
    new Gauge({
      name: 'km_database_connections',
      help: 'Connections of the pool, by state, and those that wait for one',
      labelNames: ['state'],
      registers,
      collect() {
        const { pool } = strapi.db.connection.client as { pool?: Pool };
        if (!pool) return;
        this.set({ state: 'used' }, pool.numUsed());
        this.set({ state: 'free' }, pool.numFree());
        this.set({ state: 'waiting' }, pool.numPendingAcquires());
      },
    });
    new Gauge({
      name: 'km_queue_depth',
      help: 'Things that wait to be worked on, by queue',
      labelNames: ['queue'],
      registers,
      async collect() {
        // Of a database that does not answer nobody knows; what is told otherwise stays.
        this.reset();
        for (const queue of queues) {
          const depths = await within(queue(strapi), patience);
          for (const [name, depth] of Object.entries(depths)) this.set({ queue: name }, depth);
        }
      },
    });
  }

  function gauge(name: string, help: string, value: () => number): void {
    new Gauge({ name, help, registers: [registry], collect: setTo });
    function setTo(this: Gauge): void {
      this.set(value());
    }
  }

  return {
    registry,
    count: (result) => void (counts[result] += 1),
    watch,

    async timer(ctx, next) {
      const end = seconds.startTimer();
      try {
        await next();
      } finally {
        end({ kind: kindOf(ctx) });
      }
    },

    async page(ctx, next) {
      if (ctx.path !== '/metrics') return next();
      ctx.set('Cache-Control', 'no-store');
      if (!mayLook(ctx, token)) {
        ctx.status = 403;
        ctx.body = 'Metrics are for the machine itself, or for who bears KM_METRICS_TOKEN.\n';
        return;
      }
      ctx.type = registry.contentType;
      ctx.body = await registry.metrics();
    },
  };
}

/** As much of knex's pool as is looked at. */
interface Pool {
  numUsed(): number;
  numFree(): number;
  numPendingAcquires(): number;
}

function kindOf({ path, method }: Context): string {
  if (path.startsWith('/api/km/')) return method === 'GET' || method === 'HEAD' ? 'read' : 'write';
  return path.startsWith('/admin') || /^\/(?:upload|content-manager|km)\//.test(path)
    ? 'admin'
    : 'other';
}

/** A request that came through a proxy on this machine is not the machine's own. */
function mayLook(ctx: Context, token: string | undefined): boolean {
  if (token) return isSame(ctx.get('Authorization'), `Bearer ${token}`);
  const from = ctx.req.socket.remoteAddress ?? '';
  const isForwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip'].some((name) => ctx.get(name));
  return !isForwarded && /^(?:::ffff:)?127\.|^::1$/.test(from);
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function within(
  depths: Promise<Record<string, number>>,
  milliseconds: number
): Promise<Record<string, number>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Record<string, number>>((resolve) => {
    timer = setTimeout(() => resolve({}), milliseconds);
  });
  return Promise.race([depths.catch(() => ({})), late]).finally(() => clearTimeout(timer));
}
