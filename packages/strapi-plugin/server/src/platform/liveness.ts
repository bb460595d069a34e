import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/types';
import type { Middleware } from 'koa';
import type { Door } from './door/door';
import { revisionsOf } from './revisions';

/** Milliseconds in which what was already sent is still taken, once no more connections are. */
const lastLook = 1000;

/** Whether this server lives, whether it is to be asked, and how it goes without losing a request. */
export interface Liveness {
  /** Answers `/health/live` and `/health/ready`. */
  probes: Middleware;
  /** From now on it may be asked. */
  becomeReady(): void;
  /** Says that it is no longer to be asked, lets time pass for that to be seen, and finishes. */
  drain(): Promise<void>;
}

/**
 * @param drainSeconds - How long it goes on taking requests after it said that it will not: as long
 *   as a load balancer needs to see it.
 */
export function createLiveness(
  strapi: Core.Strapi,
  door: Pick<Door, 'drain' | 'close'>,
  drainSeconds: number
): Liveness {
  let state: 'starting' | 'ready' | 'draining' = 'starting';
  const { httpServer } = strapi.server;

  return {
    becomeReady() {
      if (state === 'starting') state = 'ready';
    },

    async probes(ctx, next) {
      if (ctx.path !== '/health/live' && ctx.path !== '/health/ready') return next();
      // A server without its database still answers what was read before: to take all of them out
      // of service would be the greater harm.
      const isReady = ctx.path === '/health/live' || state === 'ready';
      ctx.status = isReady ? 200 : 503;
      ctx.set('Cache-Control', 'no-store');
      if (!isReady) ctx.set('Retry-After', '5');
      ctx.body = { state, database: revisionsOf(strapi).lostSince() ? 'failing' : 'ok' };
    },

    async drain() {
      if (state === 'draining') return;
      state = 'draining';
      if (!httpServer.listening) return;
      door.drain();
      await pause(drainSeconds * 1000);
      await door.close(drainSeconds > 0 ? lastLook : 0);
    },
  };
}
