import type { SearchService } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { bangkokToday } from '../../editorial/day';
import { tablesIn } from '../../editorial/ambient-table';
import { recordableQuery } from './recordable';

export const queriesTable = 'km_search_queries';
export const clicksTable = 'km_search_clicks';

/** Seconds of counts one process may lose when it is killed. */
const flushEvery = 5000;
/** Different queries kept between two writes; a flood of invented ones is not worth more. */
const mostWaiting = 2000;
export const keptDays = 90;

interface Count {
  asked: number;
  clicks: number;
  found: number | null;
}

/**
 * Counts what is looked for and opened, in memory and every few seconds in the database. Nothing
 * about who asked is kept, not even the hour. Answers from the edge cache are not counted.
 */
export interface QueryRecorder {
  asked(q: string, found: number): void;
  clicked(q: string, service: SearchService, id: string): void;
  flush(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

export function createQueryRecorder(strapi: Core.Strapi): QueryRecorder {
  let queries = new Map<string, Count>();
  let opened = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  function countOf(q: string): Count | null {
    const query = recordableQuery(q);
    if (query === null) return null;
    const known = queries.get(query);
    if (known) return known;
    if (queries.size >= mostWaiting) return null;
    const count = { asked: 0, clicks: 0, found: null };
    queries.set(query, count);
    return count;
  }

  async function write(): Promise<void> {
    const [asked, clicked] = [queries, opened];
    if (asked.size === 0 && clicked.size === 0) return;
    queries = new Map();
    opened = new Map();
    const day = bangkokToday();
    await strapi.db.transaction(async ({ trx }) => {
      const tables = tablesIn(strapi, trx);
      const raw = trx.raw.bind(trx);
      const rows = [...asked].map(([query, { asked: times, clicks, found }]) => ({
        day,
        query,
        asked: times,
        clicks,
        found: found ?? -1,
      }));
      for (let from = 0; from < rows.length; from += 100) {
        const part = rows.slice(from, from + 100);
        await tables(`${queriesTable}`)
          .insert(part)
          .onConflict(['day', 'query'])
          .merge({
            asked: raw('km_search_queries.asked + excluded.asked'),
            clicks: raw('km_search_queries.clicks + excluded.clicks'),
            // A click alone says nothing of how many were found.
            found: raw(
              'case when excluded.found < 0 then km_search_queries.found else excluded.found end'
            ),
          });
      }
      const documents = [...clicked].map(([name, clicks]) => {
        const [service, id] = name.split(' ');
        return { day, service, document_id: id, clicks };
      });
      for (let from = 0; from < documents.length; from += 100) {
        await tables(clicksTable)
          .insert(documents.slice(from, from + 100))
          .onConflict(['day', 'service', 'document_id'])
          .merge({ clicks: raw('km_search_clicks.clicks + excluded.clicks') });
      }
    });
  }

  function flush(): Promise<void> {
    running = running.then(write).catch((error: unknown) => {
      strapi.log.warn(`km: queries cannot be counted: ${String(error)}`);
    });
    return running;
  }

  return {
    asked(q, found) {
      const count = countOf(q);
      if (!count) return;
      count.asked += 1;
      count.found = found;
    },
    clicked(q, service, id) {
      const count = countOf(q);
      if (count) count.clicks += 1;
      const name = `${service} ${id}`;
      if (opened.has(name) || opened.size < mostWaiting) {
        opened.set(name, (opened.get(name) ?? 0) + 1);
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

/** Deletes what is older than is promised. */
export async function purgeQueries(strapi: Core.Strapi): Promise<void> {
  const before = dayBefore(keptDays);
  await strapi.db.getConnection(queriesTable).where('day', '<', before).delete();
  await strapi.db.getConnection(clicksTable).where('day', '<', before).delete();
  await strapi.db
    .getConnection('km_search_settled')
    .where('at', '<', new Date(Date.now() - keptDays * 24 * 3_600_000).toISOString())
    .delete();
}

/** A day so many days ago in Bangkok. */
export function dayBefore(days: number): string {
  return new Date(Date.parse(bangkokToday()) - days * 24 * 3_600_000).toISOString().slice(0, 10);
}
