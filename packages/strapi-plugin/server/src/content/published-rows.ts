import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { revisionsOf } from '../platform/revisions';
import { tableNamed, tableOf } from './tables';
import { wholeRows } from './whole-rows';

/** A content type of the plugin with drafts. */
export type ContentUid =
  `plugin::km.${'manual' | 'law' | 'faq' | 'news' | 'update' | 'form' | 'status'}`;

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
  const rows = await wholeRows<Found>(strapi, uid, selection, (items) => {
    items.whereNotNull('item.published_at');
    narrow(items);
    items.select(strapi.db.connection.raw('count(*) over () as total'));
    order(items);
    items
      .orderBy('item.document_id')
      .limit(pageSize)
      .offset((page - 1) * pageSize);
  });
  const [first] = rows;
  if (first) return { rows, total: Number(first.total) };
  // A page behind the last one has no row that could tell.
  return { rows, total: page === 1 ? 0 : await countRows(publishedRows(strapi, uid, narrow)) };
}

/**
 * One page of rows whose whole order was made here, because no database orders like that.
 *
 * @param keysInOrder - Asked once more where a row is gone: publishing makes a new one, and this
 *   instance may hear of it a moment later than the database knows.
 */
export async function pageOfKeys<Found extends Row>(
  strapi: Core.Strapi,
  uid: ContentUid,
  { page, pageSize }: PageNumber,
  {
    keysInOrder,
    selection,
  }: { keysInOrder: () => Promise<readonly { id: number }[]>; selection: Selection }
): Promise<Page<Found>> {
  const read = async () => {
    const keys = await keysInOrder();
    const ids = keys.slice((page - 1) * pageSize, page * pageSize).map(idOf);
    const rows = await rowsOfIds<Found>(strapi, uid, ids, selection);
    return { rows, total: keys.length, isWhole: rows.length === ids.length };
  };
  const first = await read();
  if (first.isWhole) return first;
  await revisionsOf(strapi).refresh();
  return read();
}

/** The published row of a document, or null where it is unknown or not published. */
export async function publishedRow<Found extends Row>(
  strapi: Core.Strapi,
  uid: ContentUid,
  documentId: string,
  selection: Selection
): Promise<Found | null> {
  const [row] = await wholeRows<Found>(strapi, uid, selection, (items) => {
    items.where('item.document_id', documentId).whereNotNull('item.published_at').limit(1);
  });
  return row ?? null;
}

/** Relations to documents that have drafts: only what is published, with what a link needs. */
export function publishedTargets(...select: string[]) {
  return { select: ['id', 'documentId', ...select], where: { publishedAt: { $notNull: true } } };
}

/** Those of some keys whose rows a query finds, in their order; one statement. */
export async function keysFound<Key extends { id: number }>(
  keys: readonly Key[],
  found: Knex.QueryBuilder
): Promise<Key[]> {
  const rows = (await found.select('item.id')) as { id: number }[];
  const ids = new Set(rows.map(idOf));
  return keys.filter(({ id }) => ids.has(id));
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
  const rows = await wholeRows<Found>(strapi, uid, selection, (items) => {
    items.whereIn('item.id', [...ids]);
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const idOf = ({ id }: { id: number }) => id;
