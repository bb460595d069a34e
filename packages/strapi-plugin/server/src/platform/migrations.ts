import type { Core } from '@strapi/types';
import type { Knex } from 'knex';

/** What Strapi calls the two databases we run on. */
export type DatabaseClient = 'sqlite' | 'postgres';

/** One step of our own tables, which Strapi's schema sync neither makes nor drops. */
export interface Migration {
  /** Increasing; never changed once released. */
  version: number;
  name: string;
  up(
    schema: Knex.SchemaBuilder,
    table: (name: string) => Knex.QueryBuilder,
    client: DatabaseClient
  ): Promise<void>;
}

/** Any number will do as long as nothing else in the database locks by it. */
const lockKey = 5_912_2561;

/** Brings our own tables up to date; instances that start together wait for one another. */
export async function migrate(strapi: Core.Strapi, steps: readonly Migration[]): Promise<void> {
  const knex = strapi.db.connection;
  if (strapi.db.dialect.client === 'postgres') {
    await knex.transaction(async (trx) => {
      // Held to the end of the transaction, so a crash lets go of it too.
      await trx.raw('select pg_advisory_xact_lock(?)', [lockKey]);
      await createVersions(strapi, trx);
      await apply(strapi, trx, steps);
    });
    return;
  }
  await knex.raw(
    'create table if not exists km_schema_versions (version integer primary key, name varchar(255) not null, applied_at varchar(24) not null)'
  );
  await knex.transaction(async (trx) => {
    // A write that changes nothing takes SQLite's only write lock before anything is read.
    await trx('km_schema_versions').where({ version: -1 }).update({ name: '' });
    await apply(strapi, trx, steps);
  });
}

async function createVersions(strapi: Core.Strapi, trx: Knex.Transaction): Promise<void> {
  const schema = () => strapi.db.getSchemaConnection(trx);
  if (await schema().hasTable('km_schema_versions')) return;
  await schema().createTable('km_schema_versions', (columns) => {
    columns.integer('version').primary();
    columns.string('name', 255).notNullable();
    columns.string('applied_at', 24).notNullable();
  });
}

async function apply(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  steps: readonly Migration[]
): Promise<void> {
  const schemaName = strapi.db.getSchemaName();
  const schema = afresh(() => strapi.db.getSchemaConnection(trx));
  const table = (name: string) => (schemaName ? trx(name).withSchema(schemaName) : trx(name));
  const applied = new Set<number>(
    (await table('km_schema_versions').select('version')).map(
      (row: { version: number }) => row.version
    )
  );
  for (const step of [...steps].sort((a, b) => a.version - b.version)) {
    if (applied.has(step.version)) continue;
    await step.up(schema, table, strapi.db.dialect.client as DatabaseClient);
    await table('km_schema_versions').insert({
      version: step.version,
      name: step.name,
      applied_at: new Date().toISOString(),
    });
    strapi.log.info(`km: table step ${step.version} done: ${step.name}`);
  }
}

/** Every first call begins a builder of its own: one that is awaited twice would run all it was told again. */
function afresh(builder: () => Knex.SchemaBuilder): Knex.SchemaBuilder {
  return new Proxy({} as Knex.SchemaBuilder, {
    get(_target, name) {
      const fresh = builder();
      const member: unknown = Reflect.get(fresh, name);
      return typeof member === 'function' ? member.bind(fresh) : member;
    },
  });
}
