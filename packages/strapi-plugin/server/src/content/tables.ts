import type { Core } from '@strapi/types';
import type { Knex } from 'knex';

/** A table that joins two others: the column that points back and the one that points on. */
export interface Link {
  table: string;
  from: string;
  to: string;
}

interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
}

/** A table as Strapi's own queries reach it, in its schema on PostgreSQL. */
export function tableNamed(strapi: Core.Strapi, name: string): Knex.QueryBuilder {
  return strapi.db.getConnection(name);
}

/** The join table behind a relation or a repeated component; Strapi, not we, names it. */
export function linkOf(strapi: Core.Strapi, uid: string, attribute: string): Link {
  const { joinTable } = strapi.db.metadata.get(uid).attributes[attribute] as {
    joinTable?: JoinTable;
  };
  if (!joinTable) {
    throw new Error(`${uid}.${attribute} is kept in no join table: it is no relation.`);
  }
  const { name, joinColumn, inverseJoinColumn } = joinTable;
  return { table: name, from: joinColumn.name, to: inverseJoinColumn.name };
}

/** The table a content type or component keeps its rows in. */
export function tableOf(strapi: Core.Strapi, uid: string): string {
  return strapi.db.metadata.get(uid).tableName;
}
