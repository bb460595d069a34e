import type { DatabaseClient, Migration } from '../platform/migrations';

/**
 * Figures are kept in loads that are never changed once they are shown: what readers see is which
 * load `km_fiscal_active` points each month at. Amounts are whole satang; authorities are known by
 * their 8-digit code. `area` is `country`, a region's name or a province's code; `kind` is empty for
 * all kinds together.
 */
export const fiscal: readonly Migration[] = [
  {
    version: 5,
    name: 'fiscal figures',
    async up(schema, table, client) {
      // One builder, awaited once: it would run again what it was told before.
      await schema
        .createTable('km_fiscal_ledger', (columns) => {
          columns.integer('id').primary();
          columns.integer('version').notNullable();
        })
        .createTable('km_fiscal_jobs', (columns) => {
          columns.string('job_id', 64).primary();
          columns.string('scope', 20).notNullable();
          columns.boolean('sample').notNullable();
          columns.integer('base_version');
          columns.integer('shown_version');
          columns.text('changes');
          columns.string('created_at', 24).notNullable();
          columns.string('shown_at', 24);
        })
        .createTable('km_fiscal_chunks', (columns) => {
          columns.string('job_id', 64).notNullable();
          columns.integer('number').notNullable();
          columns.primary(['job_id', 'number']);
        })
        .createTable('km_fiscal_loads', (columns) => {
          columns.increments('id');
          columns.string('job_id', 64).notNullable();
          columns.integer('fiscal_year').notNullable();
          columns.integer('fiscal_month').notNullable();
          columns.boolean('sample').notNullable();
          columns.integer('chart_version').notNullable();
          columns.unique(['job_id', 'fiscal_year', 'fiscal_month'], {
            indexName: 'km_fiscal_loads_job_unique',
          });
        })
        .createTable('km_fiscal_standing_sets', (columns) => {
          columns.increments('id');
          columns.string('job_id', 64).notNullable();
          columns.integer('fiscal_year').notNullable();
          columns.integer('fiscal_month').notNullable();
          columns.unique(['job_id', 'fiscal_year', 'fiscal_month'], {
            indexName: 'km_fiscal_standing_sets_job_unique',
          });
        })
        .createTable('km_fiscal_active', (columns) => {
          columns.integer('fiscal_year').notNullable();
          columns.integer('fiscal_month').notNullable();
          columns.integer('load_id').notNullable();
          columns.integer('standing_id').notNullable();
          columns.primary(['fiscal_year', 'fiscal_month']);
        })
        .createTable('km_fiscal_switches', (columns) => {
          columns.increments('id');
          columns.string('job_id', 64).notNullable();
          columns.string('act', 20).notNullable();
          columns.integer('fiscal_year').notNullable();
          columns.integer('fiscal_month').notNullable();
          columns.integer('from_load_id');
          columns.integer('to_load_id');
          columns.integer('from_standing_id');
          columns.integer('to_standing_id');
          columns.string('switched_at', 24).notNullable();
          columns.index(['job_id'], 'km_fiscal_switches_job_index');
        })
        .raw(
          clustered(client, 'km_fiscal_facts', 'load_id, authority, account', [
            'load_id integer',
            'authority varchar(8)',
            'account varchar(8)',
            'amount bigint',
          ])
        )
        .raw(
          clustered(client, 'km_fiscal_carried', 'load_id, authority', [
            'load_id integer',
            'authority varchar(8)',
          ])
        )
        .raw(
          clustered(client, 'km_fiscal_totals', 'load_id, authority', [
            'load_id integer',
            'authority varchar(8)',
            ...totals,
          ])
        )
        .raw(
          clustered(client, 'km_fiscal_sums', 'load_id, area, kind, account', [
            'load_id integer',
            'area varchar(20)',
            'kind varchar(20)',
            'account varchar(8)',
            'entries integer',
            'amount bigint',
          ])
        )
        .raw(
          clustered(client, 'km_fiscal_coverage', 'load_id, area, kind', [
            'load_id integer',
            'area varchar(20)',
            'kind varchar(20)',
            'reported integer',
            'revenue bigint',
            'expenditure bigint',
          ])
        )
        .raw(
          clustered(client, 'km_fiscal_standings', 'standing_id, authority', [
            'standing_id integer',
            'authority varchar(8)',
            'months integer',
            ...totals,
          ])
        );
      await table('km_fiscal_ledger').insert({ id: 1, version: 0 });
    },
  },
];

const totals = ['revenue bigint', 'expenditure bigint', 'own_revenue bigint', 'investment bigint'];

/** A table whose rows stand in the order of their key; SQLite then keeps them once, in its index. */
function clustered(client: DatabaseClient, name: string, key: string, columns: string[]): string {
  const filled = columns.map((column) => `${column} not null`).join(', ');
  const kind = client === 'sqlite' ? ' without rowid' : '';
  return `create table ${name} (${filled}, primary key (${key}))${kind}`;
}
