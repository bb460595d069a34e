import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { tablesIn, type Tables } from '../editorial/ambient-table';
import { queueForSearch } from '../platform/search-queue';
import type { Requester } from '../platform/requester';
import { revisionsOf } from '../platform/revisions';
import { writeTraffic, type TrafficEntry } from './records/traffic-log';

/** One thing done to the board: its transaction, and what it must leave behind. */
export interface Act {
  strapi: Core.Strapi;
  trx: Knex.Transaction;
  tables: Tables;
  /** The instant all of it happens at. */
  now: string;
  /** Readers see something new of this thread, or no longer see it. */
  touch(threadId: string): void;
  /** Puts the act into the traffic log when the rest is done. */
  record(act: string, postId: string | null): void;
}

/**
 * Does something to the board in one transaction: all of it or nothing. What it changes is told to
 * search and to caches, and what the law asks for is put down, at its end, in one order: two acts
 * wait for one another and never block each other for good.
 *
 * @param by - The member and the connection; absent for what the server does by itself.
 */
export async function act<Value>(
  strapi: Core.Strapi,
  by: { memberId: string | null; requester: Requester } | null,
  work: (act: Act) => Promise<Value>
): Promise<Value> {
  return strapi.db.transaction(async ({ trx }) => {
    const tables = tablesIn(strapi, trx as Knex.Transaction);
    const touched = new Set<string>();
    const records: Pick<TrafficEntry, 'act' | 'postId'>[] = [];
    const now = new Date().toISOString();
    // A write that changes nothing takes SQLite's only write lock before anything is read.
    await tables('km_traffic_head').where({ id: -1 }).update({ seq: 0 });
    const value = await work({
      strapi,
      trx: trx as Knex.Transaction,
      tables,
      now,
      touch: (id) => void touched.add(id),
      record: (name, postId) => void records.push({ act: name, postId }),
    });
    if (touched.size > 0) {
      await queueForSearch(
        strapi,
        [...touched].map((id) => ({ service: 'thread', id }))
      );
      await revisionsOf(strapi).raise(['thread']);
    }
    if (by) {
      for (const entry of records) {
        await writeTraffic(tables, { ...entry, ...by.requester, at: now, memberId: by.memberId });
      }
    }
    return value;
  });
}
