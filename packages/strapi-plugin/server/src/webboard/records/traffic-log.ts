import { createHash } from 'node:crypto';
import type { Core } from '@strapi/types';
import { tableNamed } from '../../content/tables';
import type { Tables } from '../../editorial/ambient-table';
import type { Requester } from '../../platform/requester';

/** Days the Computer Crime Act (พ.ร.บ.คอมพิวเตอร์ ม.26) has traffic data kept. */
export const keptDays = 90;

/** Who did what from where. Nothing of what was written is in it. */
export interface TrafficEntry extends Requester {
  /** Instant in UTC, to the millisecond. */
  at: string;
  memberId: string | null;
  act: string;
  postId: string | null;
}

export interface TrafficRow {
  seq: number | string;
  at: string;
  member_id: string | null;
  address: string;
  port: number | null;
  act: string;
  post_id: string | null;
  user_agent: string;
  previous_hash: string;
  hash: string;
}

/** Puts an entry at the end of the chain; the row of the head makes writers wait for one another. */
export async function writeTraffic(tables: Tables, entry: TrafficEntry): Promise<void> {
  const [head] = (await tables('km_traffic_head')
    .where({ id: 1 })
    .increment('seq', 1)
    .returning(['seq', 'hash'])) as { seq: number | string; hash: string }[];
  if (!head) throw new Error('The traffic log has no head to write after.');
  const row = {
    seq: Number(head.seq),
    at: entry.at,
    member_id: entry.memberId,
    address: entry.address.slice(0, 45),
    port: entry.port,
    act: entry.act,
    post_id: entry.postId,
    user_agent: entry.userAgent,
    previous_hash: head.hash,
  };
  const hash = hashOf(row);
  await tables('km_traffic_log').insert({ ...row, hash });
  await tables('km_traffic_head').where({ id: 1 }).update({ hash });
}

/** Hash of an entry and of the one before it: no entry can be changed without changing all after. */
export function hashOf(row: Omit<TrafficRow, 'hash'>): string {
  const words = [
    ...[Number(row.seq), row.at, row.member_id, row.address, row.port, row.act],
    ...[row.post_id, row.user_agent, row.previous_hash],
  ];
  return createHash('sha256').update(JSON.stringify(words)).digest('hex');
}

/**
 * Looks through the chain for an entry that was changed, left out or put in.
 *
 * @returns its number, or null where the chain holds.
 */
export async function findBreak(strapi: Core.Strapi): Promise<number | null> {
  let last: { seq: number; hash: string } | null = null;
  for (;;) {
    const rows = (await tableNamed(strapi, 'km_traffic_log')
      .where('seq', '>', last?.seq ?? 0)
      .orderBy('seq')
      .limit(1000)) as TrafficRow[];
    for (const row of rows) {
      const seq = Number(row.seq);
      // What was purged is before the first; nothing may be missing after it.
      const follows: boolean = !last || (seq === last.seq + 1 && row.previous_hash === last.hash);
      if (!follows || hashOf(row) !== row.hash) return seq;
      last = { seq, hash: row.hash };
    }
    if (rows.length < 1000) break;
  }
  const head = (await tableNamed(strapi, 'km_traffic_head').where({ id: 1 }).first()) as {
    seq: number | string;
    hash: string;
  };
  const ends = !last || (Number(head.seq) === last.seq && head.hash === last.hash);
  return ends ? null : Number(head.seq);
}

/** Deletes what is older than the law asks for; the database itself refuses anything younger. */
export async function purgeTraffic(strapi: Core.Strapi): Promise<number> {
  // A day more, so that a clock that is a little off is no failure.
  const before = new Date(Date.now() - (keptDays + 1) * 24 * 3_600_000).toISOString();
  return tableNamed(strapi, 'km_traffic_log').where('at', '<', before).delete();
}
