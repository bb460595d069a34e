import type { Core } from '@strapi/types';
import createKnex, { type Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { isDatabaseFailure } from './problem';
import { revisionsOf, type Snapshot } from './revisions';
import type { ServiceName } from './service-room';

/** Milliseconds between two looks at how far the replica is. */
const lookEvery = 500;
/** Looks at the primary that are remembered: what is behind by more than those is far behind. */
const mostMarks = 240;

/** Another door to what the database holds, for reads the cache has no answer to. */
export interface Replica {
  /** How far it is behind in milliseconds; null while it does not answer or is further than known. */
  lag(): number | null;
  stop(): Promise<void>;
}

interface Following extends Replica {
  /** The same Strapi, whose own tables are read from the copy. */
  strapi: Core.Strapi;
  /** Whether it holds all that this instance knows of the services. */
  holds(services: readonly ServiceName[]): Promise<boolean>;
  /** It failed: it is left alone until the next look finds it well. */
  leave(): void;
}

/** The other door of a running Strapi, in the plugin's services under `reading`. */
interface Reading {
  door: Following | null;
}

export function createReading(): Reading {
  return { door: null };
}

function readingOf(strapi: Core.Strapi): Reading {
  return strapi.plugin('km').service('reading') as Reading;
}

/** Follows the replica that the settings name, if they do; on SQLite, opens its file once more. */
export function startReplica(strapi: Core.Strapi): Replica | null {
  const { readUrl, readLagMs } = settingsOf(strapi);
  const reading = readingOf(strapi);
  if (strapi.db.dialect.client === 'sqlite') reading.door = openBeside(strapi);
  else if (readUrl) reading.door = follow(strapi, readUrl, readLagMs);
  return reading.door;
}

/** The replica of a running Strapi, where it has one. */
export function replicaOf(strapi: Core.Strapi): Replica | null {
  return readingOf(strapi).door;
}

/** The Strapi whose tables are read from there, where there is another door; else the same one. */
export function readSideOf(strapi: Core.Strapi): Core.Strapi {
  return readingOf(strapi).door?.strapi ?? strapi;
}

/**
 * Reads from the replica where there is one and it holds everything this instance knows of the
 * services, else from the primary: bytes made from it are then as good as the primary's, and are
 * kept under the same revisions. A replica that fails during the read costs a second read.
 */
export async function readAnywhere<Result>(
  strapi: Core.Strapi,
  services: readonly ServiceName[],
  read: (strapi: Core.Strapi) => Promise<Result>
): Promise<Result> {
  const replica = readingOf(strapi).door;
  if (!replica || !(await replica.holds(services))) return read(strapi);
  try {
    return await read(replica.strapi);
  } catch (error) {
    if (!isReplicaFailure(error)) throw error;
    replica.leave();
    return read(strapi);
  }
}

/** A statement of a replica also ends when what it reads is replayed away under it (40001). */
function isReplicaFailure(error: unknown): boolean {
  return isDatabaseFailure(error) || (error as { code?: unknown } | null)?.code === '40001';
}

function settingsOf(strapi: Core.Strapi) {
  const plugin = strapi.plugin('km');
  return {
    readUrl: plugin.config<string | undefined>('readUrl'),
    readLagMs: plugin.config<number>('readLagMs'),
  };
}

/**
 * A second connection to the file of an SQLite database. Strapi has one, and a read of four
 * statements would wait for four of an import's transactions; here it sees what was committed last
 * and waits for nobody who writes.
 */
function openBeside(strapi: Core.Strapi): Following {
  const { config } = strapi.db.connection.client as { config: Knex.Config };
  const copy = createKnex({ ...config, pool: { min: 0, max: 1, afterCreate: onlyReading } });
  return {
    strapi: readingFrom(strapi, copy, (name) => copy(name)),
    lag: () => 0,
    holds: async () => true,
    leave() {},
    async stop() {
      readingOf(strapi).door = null;
      await copy.destroy();
    },
  };
}

/** What better-sqlite3 hands to a pool's hook. */
interface SqliteConnection {
  pragma(statement: string): unknown;
  prepare(statement: string): object;
}

/** Statements of public reads that stay prepared; they are few, and long. */
const mostPrepared = 200;

function onlyReading(
  connection: SqliteConnection,
  done: (error: unknown, connection: unknown) => void
): void {
  connection.pragma('busy_timeout = 5000');
  connection.pragma('query_only = on');
  const prepare = connection.prepare.bind(connection);
  const prepared = new LRUCache<string, object>({
    max: mostPrepared,
    memoMethod: (statement) => prepare(statement),
  });
  // The query builder has each statement prepared anew, which takes a third of its time.
  connection.prepare = (statement) => prepared.memo(statement);
  done(null, connection);
}

function follow(strapi: Core.Strapi, url: string, mostLag: number): Following {
  const primary = strapi.db.connection;
  const copy = connect(primary, url);
  const schema = strapi.db.getSchemaName();
  const table = (name: string) => (schema ? copy(name).withSchema(schema) : copy(name));
  /** Where the primary was, and when; the oldest first. */
  let marks: { at: number; position: number }[] = [];
  let lag: number | null = null;
  /** Revisions the copy was once seen with. It never goes back. */
  let seen: Snapshot = {};
  let looking = false;

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      const at = Date.now();
      const position = await positionOf(primary, 'pg_current_wal_lsn()').catch(() => null);
      // A primary that is away writes nothing, so nobody falls behind it.
      if (position !== null) marks = [...marks, { at, position }].slice(-mostMarks);
      const replayed = await positionOf(copy, 'pg_last_wal_replay_lsn()');
      const reached = marks.filter((mark) => mark.position <= replayed).at(-1);
      const newest = marks.at(-1);
      lag = reached && newest ? newest.at - reached.at : null;
      if (reached) marks = marks.filter(({ at }) => at >= reached.at);
    } catch {
      lag = null;
    } finally {
      looking = false;
    }
  }

  const timer = setInterval(() => void look(), lookEvery);
  timer.unref();
  void look();

  return {
    strapi: readingFrom(strapi, copy, table),
    lag: () => lag,
    leave() {
      lag = null;
    },
    async holds(services) {
      if (lag === null || lag > mostLag) return false;
      const known = revisionsOf(strapi).snapshot();
      const isThere = () => services.every((name) => (seen[name] ?? 0) >= (known[name] ?? 0));
      if (isThere()) return true;
      try {
        const rows: { service: ServiceName; revision: string }[] = await table(
          'km_revisions'
        ).select('service', 'revision');
        seen = Object.fromEntries(rows.map((row) => [row.service, Number(row.revision)]));
      } catch {
        lag = null;
        return false;
      }
      return isThere();
    },
    async stop() {
      clearInterval(timer);
      readingOf(strapi).door = null;
      await copy.destroy();
    },
  };
}

async function positionOf(connection: Knex, position: string): Promise<number> {
  const { rows } = await connection.raw(
    `select pg_wal_lsn_diff(${position}, '0/0')::bigint as position`
  );
  return Number(rows[0].position);
}

/** As the primary is connected to, but elsewhere; one that is away must not keep readers waiting. */
function connect(primary: Knex, url: string): Knex {
  const { config } = primary.client as { config: Knex.Config };
  const { connection, ...rest } = config;
  const settings = typeof connection === 'object' ? connection : {};
  return createKnex({
    ...rest,
    acquireConnectionTimeout: 2000,
    pool: { min: 0, max: rest.pool?.max ?? 10 },
    connection: {
      ...(settings as Knex.PgConnectionConfig),
      connectionString: url,
      connectionTimeoutMillis: 1500,
      application_name: 'km-reads',
      // A reader never waits longer for the copy than for the primary.
      statement_timeout: 10_000,
    } as Knex.PgConnectionConfig,
  });
}

/** The same Strapi with another door to the database; only what public reads use of it is changed. */
function readingFrom(
  strapi: Core.Strapi,
  connection: Knex,
  table: (name: string) => Knex.QueryBuilder
): Core.Strapi {
  const db = Object.assign(Object.create(strapi.db) as Core.Strapi['db'], {
    connection,
    getConnection: (name?: string) => (name ? table(name) : connection),
  });
  return Object.create(strapi, { db: { value: db } }) as Core.Strapi;
}
