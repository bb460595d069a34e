import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { z } from 'zod';

/** The PostgreSQL driver hands out bigints as text. */
const revisionRow = z.object({ service: z.string(), revision: z.coerce.number().int() });
const message = z.object({ schema: z.string(), rows: z.array(revisionRow) });

/** A service and the number it was raised to; a newer release may know more services than this. */
export type RevisionRow = z.infer<typeof revisionRow>;

/** Tells of revisions the moment another instance raises them. */
export interface RevisionFeed {
  stop(): Promise<void>;
}

/** What is heard, and when it began to be heard anew: what was raised before that is to be read. */
export interface RevisionListener {
  onRaised(rows: RevisionRow[]): void;
  onConnected(): void;
}

/** As much of the driver's client as is used of it. */
interface ListeningClient {
  connect(): Promise<unknown>;
  query(statement: string): Promise<unknown>;
  end(): Promise<void>;
  on(event: 'notification', listener: (message: { payload?: string }) => void): void;
  on(event: 'error' | 'end', listener: () => void): void;
}

/** knex keeps the driver it was given, and how it connects by it. */
interface PostgresDialect {
  driver: { Client: new (settings: object) => ListeningClient };
  connectionSettings: object;
}

const channel = 'km_revisions';
/** Milliseconds between tries to connect again: at first, and at most. */
const firstPause = 250;
const longestPause = 5000;

/** Tells every instance of this database within the caller's transaction: at its commit, if it commits. */
export async function announce(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  rows: readonly RevisionRow[]
): Promise<void> {
  if (strapi.db.dialect.client !== 'postgres') return;
  const payload = JSON.stringify({ schema: schemaOf(strapi), rows });
  await trx.raw(`select pg_notify('${channel}', ?)`, [payload]);
}

/**
 * Listens on a connection of its own, which it makes again whenever it breaks; null on a database
 * that cannot tell. A connection that a pooler shares between clients hears nothing: whoever
 * listens still has to look from time to time.
 */
export function followRevisions(
  strapi: Core.Strapi,
  listener: RevisionListener
): RevisionFeed | null {
  if (strapi.db.dialect.client !== 'postgres') return null;
  const { driver, connectionSettings } = strapi.db.connection.client as unknown as PostgresDialect;
  const schema = schemaOf(strapi);
  let client: ListeningClient | null = null;
  let timer: NodeJS.Timeout | undefined;
  let pause = firstPause;
  let stopped = false;

  async function connect(): Promise<void> {
    const own = new driver.Client({
      ...connectionSettings,
      application_name: 'km-revisions',
      keepAlive: true,
    });
    client = own;
    let lost = false;
    const lose = () => {
      if (lost) return;
      lost = true;
      own.end().catch(() => undefined);
      if (!stopped) reconnect();
    };
    own.on('error', lose);
    own.on('end', lose);
    own.on('notification', ({ payload }) => {
      const rows = rowsOf(payload, schema);
      if (rows) listener.onRaised(rows);
    });
    try {
      await own.connect();
      await own.query(`listen ${channel}`);
      pause = firstPause;
      listener.onConnected();
    } catch {
      lose();
    }
  }

  function reconnect(): void {
    timer = setTimeout(() => void connect(), pause);
    timer.unref();
    pause = Math.min(longestPause, pause * 2);
  }

  void connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}

/** Installations may share a database, each in a schema of its own. */
function schemaOf(strapi: Core.Strapi): string {
  return strapi.db.getSchemaName() ?? '';
}

function rowsOf(payload: string | undefined, schema: string): RevisionRow[] | null {
  try {
    const told = message.parse(JSON.parse(payload ?? ''));
    return told.schema === schema ? told.rows : null;
  } catch {
    // Anyone who may connect to the database may notify; what is no revision is not ours.
    return null;
  }
}
