import type { Core } from '@strapi/types';
import { writeFeed } from '../content/atom';
import { tableNamed } from '../content/tables';
import { excerptOf } from './dto';
import type { ThreadRow } from './rows';

const mostEntries = 30;

/** The newest threads as an Atom feed. */
export async function writeThreadFeed(strapi: Core.Strapi, origin: string): Promise<string> {
  const rows = (await tableNamed(strapi, 'km_threads')
    .where({ state: 'shown' })
    .orderBy('created_at', 'desc')
    .limit(mostEntries)) as ThreadRow[];
  return writeFeed({
    origin,
    name: 'threads',
    title: 'กระทู้ใหม่ในเว็บบอร์ด',
    entries: rows.map((row) => ({
      id: row.id,
      title: row.title,
      sample: !!row.sample,
      summary: excerptOf(row.plain),
      published: row.created_at,
      updated: row.last_activity_at,
    })),
  });
}
