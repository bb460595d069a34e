import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { tableNamed } from '../content/tables';

/** A table as reached from inside a transaction. */
export type Tables = (name: string) => Knex.QueryBuilder;

/**
 * Tables within a transaction of Strapi's. A query outside it would wait for it to end: SQLite has
 * one connection.
 */
export function tablesIn(strapi: Core.Strapi, trx: Knex.Transaction): Tables {
  return (name) => tableNamed(strapi, name).transacting(trx);
}
