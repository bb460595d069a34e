import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { tableNamed, tableOf } from './tables';

/** A content type of the plugin with drafts. */
export type ContentUid = `plugin::km.${'manual' | 'law' | 'faq' | 'news' | 'update' | 'form'}`;

/** What every row that Strapi keeps has. */
export interface Row {
  id: number;
  documentId: string;
  updatedAt: string;
}

/** One page's rows and the number of all that match. */
export interface Page<Found> {
  rows: Found[];
  total: number;
}

/** Attributes to read and relations to read with them, as `strapi.db.query` takes them. */
export interface Selection {
  select: string[];
  populate?: Record<string, unknown>;
}

/** Restricts a query on the published rows of a table, which it knows as `item`. */
export type Narrow = (items: Knex.QueryBuilder) => void;

interface PageNumber {
  page: number;
  pageSize: number;
}

/** The rows of a content type that readers may see, as `item`. */
export function publishedRows(
  strapi: Core.Strapi,
  uid: ContentUid,
  narrow: Narrow = () => {}
): Knex.QueryBuilder {
  const items = tableNamed(strapi, `${tableOf(strapi, uid)} as item`);
  items.whereNotNull('item.published_at');
  narrow(items);
  return items;
}

/**
 * One page of the published rows, in an order the database can make.
 *
 * The order is made whole by the document's identity, so that no row is met on two pages.
 */
export async function pageInDatabaseOrder<Found extends Row>(
  strapi: Core.Strapi,
  uid: ContentUid,
  { page, pageSize }: PageNumber,
  { narrow, order, selection }: { narrow: Narrow; order: Narrow; selection: Selection }
): Promise<Page<Found>> {
  const total = await countRows(publishedRows(strapi, uid, narrow));
  if ((page - 1) * pageSize >= total) return { rows: [], total };
  const ids = publishedRows(strapi, uid, narrow).select('item.id');
  order(ids);
  const chosen = (await ids
    .orderBy('item.document_id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)) as { id: number }[];
  return { rows: await rowsOfIds<Found>(strapi, uid, chosen.map(idOf), selection), total };
}

/** One page of rows whose whole order was made here, because no database orders like that. */
export async function pageOfIds<Found extends Row>(
  strapi: Core.Strapi,
  uid: ContentUid,
  { page, pageSize }: PageNumber,
  { ids, selection }: { ids: readonly number[]; selection: Selection }
): Promise<Page<Found>> {
  const chosen = ids.slice((page - 1) * pageSize, page * pageSize);
  return { rows: await rowsOfIds<Found>(strapi, uid, chosen, selection), total: ids.length };
}

/** The published row of a document, or null where it is unknown or not published. */
export async function publishedRow<Found extends Row>(
  strapi: Core.Strapi,
  uid: ContentUid,
  documentId: string,
  selection: Selection
): Promise<Found | null> {
  const row: unknown = await strapi.db.query(uid).findOne({
    ...withIdentity(selection),
    where: { documentId, publishedAt: { $notNull: true } },
  });
  return row as Found | null;
}

/** Relations to documents that have drafts: only what is published, with what a link needs. */
export function publishedTargets(...select: string[]) {
  return { select: ['id', 'documentId', ...select], where: { publishedAt: { $notNull: true } } };
}

/** How many rows a query without columns and order would find. */
export async function countRows(items: Knex.QueryBuilder): Promise<number> {
  const counted = (await items.count({ total: '*' })) as { total: number | string }[];
  return Number(counted[0]?.total ?? 0);
}

async function rowsOfIds<Found extends Row>(
  strapi: Core.Strapi,
  uid: ContentUid,
  ids: readonly number[],
  selection: Selection
): Promise<Found[]> {
  if (ids.length === 0) return [];
  const rows = (await strapi.db.query(uid).findMany({
    ...withIdentity(selection),
    where: { id: { $in: [...ids] } },
  })) as Found[];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function withIdentity({ select, populate }: Selection): Selection {
  return { select: ['id', 'documentId', 'updatedAt', ...select], populate };
}

const idOf = ({ id }: { id: number }) => id;
