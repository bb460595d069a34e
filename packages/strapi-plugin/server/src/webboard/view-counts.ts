import type { Core } from '@strapi/types';
import { LRUCache } from 'lru-cache';
import { tableNamed } from '../content/tables';

/** Milliseconds between two writes; a process that is killed loses what it counted since. */
const flushEvery = 10_000;
/** The same address looking at the same thread again within this time is the same look. */
const sameLook = 10 * 60_000;

/** Counts looks at threads in memory and writes them in batches: reading must not mean writing. */
export interface ViewCounts {
  look(threadId: string, address: string): void;
  flush(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** Whether readers see a thread now. */
export async function isThreadShown(strapi: Core.Strapi, id: string): Promise<boolean> {
  const row: unknown = await tableNamed(strapi, 'km_threads')
    .where({ id, state: 'shown' })
    .first('id');
  return !!row;
}

const counts = new WeakMap<Core.Strapi, ViewCounts>();

/** The counts of a running Strapi. */
export function viewCountsOf(strapi: Core.Strapi): ViewCounts {
  const own = counts.get(strapi) ?? createViewCounts(strapi);
  counts.set(strapi, own);
  return own;
}

function createViewCounts(strapi: Core.Strapi): ViewCounts {
  const seen = new LRUCache<string, true>({ max: 20_000, ttl: sameLook });
  let waiting = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const looks = waiting;
    if (looks.size === 0) return;
    waiting = new Map();
    await strapi.db.transaction(async ({ trx }) => {
      // In one order, so that two instances wait for one another.
      for (const [id, times] of [...looks].sort(([a], [b]) => (a < b ? -1 : 1))) {
        await tableNamed(strapi, 'km_threads')
          .transacting(trx)
          .where({ id, state: 'shown' })
          .increment('view_count', times);
      }
    });
  }

  function flush(): Promise<void> {
    running = running.then(write).catch((error: unknown) => {
      strapi.log.warn(`km: looks at threads cannot be counted: ${String(error)}`);
    });
    return running;
  }

  return {
    look(threadId, address) {
      const key = `${threadId} ${address}`;
      if (seen.has(key)) return;
      seen.set(key, true);
      // A flood of invented ids is not worth more memory.
      if (waiting.size < 5000 || waiting.has(threadId)) {
        waiting.set(threadId, (waiting.get(threadId) ?? 0) + 1);
      }
    },
    flush,
    start() {
      timer = setInterval(() => void flush(), flushEvery);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}
