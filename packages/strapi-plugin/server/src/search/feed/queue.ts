import type { Core } from '@strapi/types';
import { searchQueue } from '../../platform/search-queue';
import type { QueuePositions } from './positions';

/** An entry of the queue. */
export interface QueueRow {
  seq: number;
  service: string;
  id: string | null;
  at: string;
}

const mostAtOnce = 500;
const keptDays = 7;
/** A transaction that numbers an entry and commits later than this is not waited for. */
const slowestCommit = 5 * 60_000;

interface Stored {
  seq: number | string;
  service: string;
  document_id: string | null;
  at: string;
}

/** Entries that have not been dealt with, lowest number first, a portion at a time. */
export async function readQueue(
  strapi: Core.Strapi,
  positions: QueuePositions
): Promise<QueueRow[]> {
  const table = () => strapi.db.getConnection(searchQueue);
  const missing = positions.missing.slice(0, mostAtOnce);
  const late: Stored[] = missing.length > 0 ? await table().whereIn('seq', missing) : [];
  const next: Stored[] = await table()
    .where('seq', '>', positions.top)
    .orderBy('seq')
    .limit(mostAtOnce);
  return [...late, ...next]
    .map((row) => ({
      // The PostgreSQL driver hands out bigints as text.
      seq: Number(row.seq),
      service: row.service,
      id: row.document_id,
      at: row.at,
    }))
    .sort((a, b) => a.seq - b.seq);
}

/** Whether the queue still holds everything after a position an index has reached. */
export async function reaches(strapi: Core.Strapi, applied: number): Promise<boolean> {
  const { lowest, highest } = await extent(strapi);
  if (highest === null || lowest === null) return applied === 0;
  return applied >= lowest - 1 && applied <= highest;
}

/** A position all entries up to which are committed: what is read from now on shows them. */
export async function settledPosition(strapi: Core.Strapi): Promise<number> {
  const { lowest, highest } = await extent(strapi);
  if (highest === null || lowest === null) return 0;
  // SQLite has one writer at a time, so its numbers are committed in order.
  if (strapi.db.dialect.client !== 'postgres') return highest;
  const before = new Date(Date.now() - slowestCommit).toISOString();
  const [row] = (await strapi.db
    .getConnection(searchQueue)
    .where('at', '<', before)
    .max({ seq: 'seq' })) as { seq: number | string | null }[];
  return row?.seq == null ? lowest - 1 : Number(row.seq);
}

/** Number of the last entry that asks for a new index; 0 where none does. */
export async function lastWish(strapi: Core.Strapi): Promise<number> {
  const [row] = (await strapi.db
    .getConnection(searchQueue)
    .where({ service: '*' })
    .max({ seq: 'seq' })) as { seq: number | string | null }[];
  return Number(row?.seq ?? 0);
}

/** Deletes what every running instance has long dealt with; the last entry stays, as a mark. */
export async function trimQueue(strapi: Core.Strapi): Promise<void> {
  const { highest } = await extent(strapi);
  if (highest === null) return;
  const before = new Date(Date.now() - keptDays * 24 * 3_600_000).toISOString();
  await strapi.db
    .getConnection(searchQueue)
    .where('at', '<', before)
    .where('seq', '<', highest)
    .delete();
}

async function extent(
  strapi: Core.Strapi
): Promise<{ lowest: number | null; highest: number | null }> {
  const [row] = (await strapi.db
    .getConnection(searchQueue)
    .min({ lowest: 'seq' })
    .max({ highest: 'seq' })) as { lowest: number | null; highest: number | null }[];
  const number = (value: number | string | null | undefined) =>
    value == null ? null : Number(value);
  return { lowest: number(row?.lowest), highest: number(row?.highest) };
}

/** Changes since an instant: those an index that is behind since then has not been given. */
export async function queuedSince(strapi: Core.Strapi, since: Date): Promise<number> {
  const [row] = (await strapi.db
    .getConnection(searchQueue)
    .where('at', '>=', since.toISOString())
    .count({ waiting: '*' })) as { waiting: number | string }[];
  return Number(row?.waiting ?? 0);
}
