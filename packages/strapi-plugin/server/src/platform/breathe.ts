import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as turn, setTimeout } from 'node:timers/promises';
import type { Core } from '@strapi/types';

/** Milliseconds that work waits for reads at a time: where there is always one, it goes on as well. */
const patience = 5;

/** Reads under way in this process that have no answer ready. */
let reads = 0;
/** Known to whatever a read does: it must not wait for itself. */
const isRead = new AsyncLocalStorage<true>();

/** Runs a read that whoever works at length gives way to. */
export async function goFirst<Result>(read: () => Promise<Result>): Promise<Result> {
  reads += 1;
  try {
    return await isRead.run(true, read);
  } finally {
    reads -= 1;
  }
}

/**
 * Lets everything else that waits have its turn. A statement of SQLite holds the event loop, and
 * awaiting it does not let go: what works at length breathes in between. A read takes several turns,
 * and would wait for a piece of the work in each, so work that is no read waits for those under way.
 */
export async function breathe(): Promise<void> {
  await turn();
  if (reads === 0 || isRead.getStore()) return;
  const since = performance.now();
  while (reads > 0 && performance.now() - since < patience) await setTimeout(1);
}

/**
 * Has Strapi's own work breathe too: each request of an editor begins with a hundred permissions and
 * more that are judged in one go; and on SQLite a publish is a hundred statements that let nobody
 * else have a turn.
 */
export function breatheInStrapi(strapi: Core.Strapi): void {
  const { hooks } = strapi.service('admin::permission').engine;
  hooks['before-evaluate.permission'].register(breathe);
  if (strapi.db.dialect.client === 'sqlite') strapi.db.lifecycles.subscribe(breathe);
}
