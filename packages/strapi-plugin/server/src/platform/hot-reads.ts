import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Core } from '@strapi/types';
import type { EdgeCache } from './edge-cache';

const table = 'km_hot_reads';
/** Addresses an instance writes down and a new one reads first. */
const most = 200;
const longestAddress = 600;
/** Milliseconds between two writings. */
const every = 60_000;
/** Milliseconds after which a server is ready, however much is still to be read. */
const patience = 10_000;
/** Reads at a time: readers come first. */
const atOnce = 2;

/** What is read most, known to every instance so that a new one need not begin with nothing. */
export interface HotReads {
  /** Reads what is read most, as a reader would, and goes on writing it down. */
  start(): Promise<void>;
  /** Writes it down once more. */
  stop(): Promise<void>;
}

interface HotRow {
  url: string;
  host: string;
  hits: number;
}

export function createHotReads(strapi: Core.Strapi, cache: EdgeCache): HotReads {
  const counted = new WeakMap<object, number>();
  let timer: NodeJS.Timeout | undefined;

  /** Hits since the last writing, the most first. What readers type is nobody's to keep. */
  function hottest(): HotRow[] {
    const rows = new Map<string, HotRow>();
    for (const entry of cache.kept.values()) {
      const { url, host, hits } = entry;
      const since = hits - (counted.get(entry) ?? 0);
      counted.set(entry, hits);
      if (since <= 0 || url.length > longestAddress || /[?&](?:q|number)=/.test(url)) continue;
      rows.set(url, { url, host, hits: since + (rows.get(url)?.hits ?? 0) });
    }
    return [...rows.values()].sort((a, b) => b.hits - a.hits).slice(0, most);
  }

  async function write(): Promise<void> {
    // In one order, so that instances that write together wait for one another.
    const rows = hottest().sort((a, b) => (a.url < b.url ? -1 : 1));
    if (rows.length === 0) return;
    await strapi.db.transaction(async ({ trx }) => {
      const hot = () => strapi.db.getConnection(table).transacting(trx);
      for (const row of rows) {
        // What was read much yesterday makes room for what is read today.
        await hot()
          .insert(row)
          .onConflict('url')
          .merge({ host: row.host, hits: trx.raw('?? / 2 + ?', [`${table}.hits`, row.hits]) });
      }
      const [last] = await hot().orderBy('hits', 'desc').select('hits').offset(most).limit(1);
      if (last) await hot().where('hits', '<=', last.hits).delete();
    });
  }

  async function warm(): Promise<void> {
    const rows = (await strapi.db
      .getConnection(table)
      .orderBy('hits', 'desc')
      .limit(most)) as HotRow[];
    const until = Date.now() + patience;
    const next = rows.values();
    const work = async () => {
      for (const row of next) {
        if (Date.now() > until) return;
        await readAsReader(strapi, row);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    if (rows.length > 0) strapi.log.info(`km: read ${rows.length} addresses ahead of readers.`);
  }

  const warn = (error: unknown) => strapi.log.warn(`km: hot reads: ${String(error)}`);
  return {
    async start() {
      await warm().catch(warn);
      timer = setInterval(() => void write().catch(warn), every);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await write().catch(warn);
    },
  };
}

/** The whole way a reader's request takes, so that nothing of it is known twice. */
function readAsReader(strapi: Core.Strapi, { url, host }: HotRow): Promise<void> {
  const server = reachOf(strapi.server.httpServer.address());
  // As browsers ask, so that the first of them gets it small.
  const headers = { Host: host, 'Accept-Encoding': 'br' };
  return new Promise((resolve) => {
    const asked = request({ ...server, path: url, headers }, (response) => {
      response.resume().on('close', resolve);
    });
    asked.setTimeout(patience, () => asked.destroy());
    asked.on('error', () => resolve()).end();
  });
}

function reachOf(at: AddressInfo | string | null) {
  if (at === null || typeof at === 'string') return { socketPath: at ?? undefined };
  const { address, port } = at;
  const hostname = address === '::' ? '::1' : address === '0.0.0.0' ? '127.0.0.1' : address;
  return { hostname, port };
}
