import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cms } from '../paths.mjs';
import { run } from '../run.mjs';

/** @typedef {import('./installation.mjs').PostgresPlace} PostgresPlace */
/** @typedef {import('./manifest.mjs').TableFacts} TableFacts */
/**
 * What is used of pg.
 *
 * @typedef {object} Client
 * @property {(sql: string, values?: unknown[]) => Promise<{rows: any[]}>} query
 * @property {() => Promise<void>} connect
 * @property {() => Promise<void>} end
 */

const require = createRequire(join(cms, 'package.json'));

/**
 * @template Result
 * @param {PostgresPlace} place
 * @param {(client: Client) => Promise<Result>} use
 */
export async function withClient({ url, ssl, verify }, use) {
  /** @type {Client} */
  const client = new (require('pg').Client)({
    connectionString: url,
    ssl: ssl && { rejectUnauthorized: verify },
  });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/**
 * Dumps the schema as it is at one moment, and describes every table as of that same moment.
 *
 * @param {PostgresPlace} place
 * @param {string} file
 */
export async function dumpPostgres(place, file) {
  return withClient(place, async (client) => {
    await client.query('begin transaction isolation level repeatable read, read only');
    const { rows } = await client.query('select pg_export_snapshot() as snapshot');
    await postgresProgram('pg_dump', place, [
      ...['--format=custom', '--no-owner', '--no-privileges', `--schema=${place.schema}`],
      ...[`--snapshot=${rows[0].snapshot}`, `--file=${file}`],
    ]);
    const facts = await factsOf(client, place.schema);
    await client.query('commit');
    return facts;
  });
}

/** @param {PostgresPlace} place */
export async function postgresFacts(place) {
  return withClient(place, (client) => factsOf(client, place.schema));
}

/**
 * Rows and a hash of every table. The hash adds up those of its rows, so it knows no order.
 *
 * @param {Client} client
 * @param {string} schema
 * @returns {Promise<{tables: TableFacts, tableStep: number | null}>}
 */
async function factsOf(client, schema) {
  // What a value looks like as text must not depend on the server's settings.
  for (const setting of ["timezone = 'UTC'", "datestyle = 'ISO'", 'extra_float_digits = 1']) {
    await client.query(`set ${setting}`);
  }
  const { rows: names } = await client.query(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
    [schema]
  );
  /** @type {TableFacts} */
  const tables = {};
  for (const { name } of names) {
    const { rows } = await client.query(
      `select count(*)::int as rows,
         coalesce(sum(('x' || left(h, 16))::bit(64)::bigint::numeric), 0)::text || ':' ||
         coalesce(sum(('x' || right(h, 16))::bit(64)::bigint::numeric), 0)::text as hash
       from (select md5(t::text) as h from "${schema}"."${name}" t) hashes`
    );
    tables[name] = rows[0];
  }
  const tableStep = tables.km_schema_versions
    ? (await client.query(`select max(version)::int as step from "${schema}".km_schema_versions`))
        .rows[0].step
    : null;
  return { tables, tableStep };
}

/** @param {PostgresPlace} place */
export async function isPostgresEmpty(place) {
  return withClient(place, async (client) => {
    const { rows } = await client.query(
      'select count(*)::int as tables from pg_tables where schemaname = $1',
      [place.schema]
    );
    return rows[0].tables === 0;
  });
}

/**
 * Fills the schema from a dump; what was there is set aside until the caller has looked.
 *
 * @param {string} file
 * @param {PostgresPlace} place
 * @returns {Promise<{keep(): Promise<void>, undo(): Promise<void>}>}
 */
export async function replacePostgres(file, place) {
  const { schema } = place;
  const aside = `${schema}_before_restore`;
  const isEmpty = await isPostgresEmpty(place);
  const tell = (/** @type {string} */ sql) => withClient(place, (client) => client.query(sql));
  if (!isEmpty) {
    await assertUnused(place);
    await tell(`alter schema "${schema}" rename to "${aside}"`);
  }
  await tell(`create schema if not exists "${schema}"`);
  const undo = async () => {
    if (isEmpty) return;
    await tell(`drop schema "${schema}" cascade`);
    await tell(`alter schema "${aside}" rename to "${schema}"`);
  };
  try {
    await postgresProgram('pg_restore', place, [
      ...['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction'],
      ...[`--schema=${schema}`, `--dbname=${databaseName(place)}`, file],
    ]);
    await tell('analyze');
  } catch (error) {
    await undo();
    throw error;
  }
  return {
    undo,
    async keep() {
      if (!isEmpty) await tell(`drop schema "${aside}" cascade`);
    },
  };
}

/** @param {PostgresPlace} place */
async function assertUnused(place) {
  const others = await withClient(place, async (client) => {
    const { rows } = await client.query(
      `select count(*)::int as sessions from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`
    );
    return rows[0].sessions;
  });
  if (others > 0) {
    throw new Error(
      `${others} sessions use the database. Stop every server and everything else that uses it, and try again.`
    );
  }
}

/** @param {PostgresPlace} place */
function databaseName({ url }) {
  return require('pg-connection-string').parse(url).database ?? '';
}

/**
 * Runs a program of PostgreSQL on the database. The password goes by the environment: arguments
 * are everybody's to see.
 *
 * @param {string} name
 * @param {PostgresPlace} place
 * @param {string[]} args
 */
async function postgresProgram(name, place, args) {
  const { host, port, user, password, database } = require('pg-connection-string').parse(place.url);
  const tls = place.verify
    ? {
        PGSSLMODE: 'verify-full',
        PGSSLROOTCERT: process.env.PGSSLROOTCERT ?? '/etc/ssl/certs/ca-certificates.crt',
      }
    : { PGSSLMODE: 'require' };
  await run(join(clientPrograms(), name), args, {
    env: {
      PGHOST: host ?? undefined,
      PGPORT: port ?? undefined,
      PGUSER: user,
      PGPASSWORD: password,
      PGDATABASE: database ?? undefined,
      ...(place.ssl ? tls : {}),
    },
  });
}

/** The newest programs on the machine: an old pg_dump refuses a newer server. */
function clientPrograms() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  const found = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ].find((folder) => existsSync(join(folder, 'pg_dump')) && existsSync(join(folder, 'pg_restore')));
  if (!found) {
    throw new Error(
      'pg_dump and pg_restore are needed: install postgresql-client of the server’s version or a newer one, and try again.'
    );
  }
  return found;
}
