import type { Core } from '@strapi/types';

/** Any number will do as long as nothing else in the database locks by it. */
const lockKey = 59_122_562;

/** Milliseconds between two lines that say what a start waits for. */
const sayEvery = 15_000;

/** A connection of PostgreSQL's driver, outside of the pool. */
interface RawConnection {
  query(sql: string, values?: unknown[]): Promise<unknown>;
  end(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): void;
}

/**
 * Instances that start together on one PostgreSQL get ready one after another. Strapi's migrations,
 * its schema sync and what it writes at a start have no lock of their own: two at once run steps
 * twice, or fail on what the other has just made.
 *
 * The lock belongs to a connection of its own, so it goes with a process that dies.
 */
export function getReadyOneByOne(strapi: Core.Strapi): void {
  if (strapi.db.dialect.client !== 'postgres') return;
  // Everything between is Strapi's: there is no hook that stands around the whole of it.
  const getReady = strapi.bootstrap.bind(strapi);
  strapi.bootstrap = async () => {
    const release = await takeLock(strapi);
    try {
      return await getReady();
    } finally {
      await release();
    }
  };
}

async function takeLock(strapi: Core.Strapi): Promise<() => Promise<void>> {
  const { client } = strapi.db.connection;
  const connection = (await client.acquireRawConnection()) as RawConnection;
  let isLost = false;
  connection.on('error', (error) => {
    isLost = true;
    strapi.log.warn(`km: the connection that holds the start's lock was lost: ${error.message}`);
  });
  const say = () => strapi.log.info('km: another instance is getting ready; this one waits for it');
  const timer = setInterval(say, sayEvery);
  try {
    await connection.query('select pg_advisory_lock($1)', [lockKey]);
  } catch (error) {
    await connection.end().catch(() => undefined);
    throw error;
  } finally {
    clearInterval(timer);
  }
  return async () => {
    if (!isLost) await connection.end();
  };
}
