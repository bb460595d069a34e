import type { Core } from '@strapi/types';
import type { Knex } from 'knex';

/**
 * The ledger of transfers, in tables of our own.
 *
 * - A **load** is a file. Nobody sees it while it is written.
 * - A **part** is what a load says for one letter of one fiscal year, or, where its list names no
 *   letter, for one type and instalment. Lines hang on a part and are never changed.
 * - An **edition** is a fiscal year as an import leaves it: a list of parts. A new part takes the
 *   place of the one of the same letter; made-up parts leave with the first real import.
 * - **Current** points at the edition readers see. Moving that one row is what shows an import, and
 *   moving it back is a roll-back; a reader who began with an edition ends with it.
 */
export const tables = {
  loads: 'km_subsidy_loads',
  parts: 'km_subsidy_parts',
  lines: 'km_subsidy_lines',
  sums: 'km_subsidy_sums',
  editions: 'km_subsidy_editions',
  editionParts: 'km_subsidy_edition_parts',
  reach: 'km_subsidy_reach',
  current: 'km_subsidy_current',
} as const;

export type TableName = keyof typeof tables;

/** `area` of a sum over all provinces. */
export const everywhere = '00';

/** The value of a dimension of `reach` over which it counts all. */
export const anyType = '';
export const anyInstalment = -1;

/** Statements over the ledger: `:lines:` in SQL is a table of it, `:name` a value. */
export interface Sql {
  run(sql: string, values?: Record<string, string | number | boolean | null>): Promise<number>;
  rows<Row>(sql: string, values?: Record<string, string | number | boolean | null>): Promise<Row[]>;
  readonly isSqlite: boolean;
}

/** Reaches the ledger by itself or inside a transaction. */
export function sqlOf(strapi: Core.Strapi, trx?: Knex.Transaction): Sql {
  const knex = trx ?? strapi.db.connection;
  const schema = strapi.db.getSchemaName();
  const isSqlite = strapi.db.dialect.client === 'sqlite';
  const named = Object.fromEntries(
    Object.entries(tables).map(([key, table]) => [key, schema ? `${schema}.${table}` : table])
  );
  const raw = (sql: string, values: object) => knex.raw(sql, { ...values, ...named });
  return {
    isSqlite,
    async run(sql, values = {}) {
      const answer = (await raw(sql, values)) as { rowCount?: number; changes?: number };
      return Number(answer.rowCount ?? answer.changes ?? 0);
    },
    async rows(sql, values = {}) {
      const answer = await raw(sql, values);
      return (isSqlite ? answer : answer.rows) as never;
    },
  };
}

/** Runs statements in one transaction of their own. */
export async function inTransaction<Value>(
  strapi: Core.Strapi,
  work: (sql: Sql) => Promise<Value>
): Promise<Value> {
  return strapi.db.transaction(({ trx }) => work(sqlOf(strapi, trx)));
}
