import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** What better-sqlite3 hands to a pool's hook. */
interface SqliteConnection {
  pragma(statement: string): unknown;
}

/**
 * SQLite by default; PostgreSQL where `DATABASE_URL` is set.
 *
 * `forceMigration: false` keeps the tables of a content type whose plugin is missing at a start,
 * which Strapi would otherwise drop with everything in them. The price: columns and indexes that a
 * release removes stay until a migration drops them.
 */
export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  connection: env('DATABASE_URL') ? postgres(env) : sqlite(env),
  settings: { forceMigration: false },
});

function postgres(env: Core.Config.Shared.ConfigParams['env']) {
  return {
    client: 'postgres',
    connection: {
      connectionString: env('DATABASE_URL'),
      schema: env('DATABASE_SCHEMA', 'public'),
      ssl: env.bool('DATABASE_SSL', false) && {
        rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true),
      },
    },
    pool: { min: env.int('DATABASE_POOL_MIN', 2), max: env.int('DATABASE_POOL_MAX', 10) },
    acquireConnectionTimeout: env.int('DATABASE_CONNECTION_TIMEOUT', 60_000),
  };
}

function sqlite(env: Core.Config.Shared.ConfigParams['env']) {
  // From `config/` while developing, from `dist/config/` once compiled.
  const root = path.resolve(
    __dirname,
    path.basename(path.dirname(__dirname)) === 'dist' ? '../..' : '..'
  );
  return {
    client: 'sqlite',
    connection: { filename: path.resolve(root, env('DATABASE_FILENAME', '.tmp/data.db')) },
    useNullAsDefault: true,
    pool: {
      afterCreate(
        connection: SqliteConnection,
        done: (error: unknown, connection: unknown) => void
      ) {
        // Readers go on while an editor writes, and a second process waits instead of failing.
        connection.pragma('journal_mode = WAL');
        connection.pragma('synchronous = NORMAL');
        connection.pragma('busy_timeout = 5000');
        done(null, connection);
      },
    },
  };
}
