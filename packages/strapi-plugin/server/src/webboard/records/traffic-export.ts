import { Readable } from 'node:stream';
import type { Core } from '@strapi/types';
import { tableNamed } from '../../content/tables';
import { harmless } from '../../platform/table';
import type { TrafficRow } from './traffic-log';

const columns = [
  ...(['seq', 'at', 'member_id', 'address', 'port', 'act', 'post_id'] as const),
  ...(['user_agent', 'previous_hash', 'hash'] as const),
];

/** Entries of the days from `from` to `to` in Bangkok, as CSV, a portion at a time. */
export function csvOfTraffic(
  strapi: Core.Strapi,
  chosen: { from: string; to: string; memberId?: string | undefined }
): Readable {
  return Readable.from(lines(strapi, chosen));
}

async function* lines(
  strapi: Core.Strapi,
  { from, to, memberId }: { from: string; to: string; memberId?: string | undefined }
): AsyncGenerator<string> {
  yield `\uFEFF${columns.join(',')}\r\n`;
  const begin = new Date(`${from}T00:00:00+07:00`).toISOString();
  const end = new Date(Date.parse(`${to}T00:00:00+07:00`) + 24 * 3_600_000).toISOString();
  let last = 0;
  for (;;) {
    const query = tableNamed(strapi, 'km_traffic_log')
      .where('at', '>=', begin)
      .where('at', '<', end)
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(1000);
    if (memberId) query.where({ member_id: memberId });
    const rows = (await query) as TrafficRow[];
    if (rows.length === 0) return;
    yield rows.map(line).join('');
    last = Number(rows.at(-1)?.seq);
  }
}

function line(row: TrafficRow): string {
  const cells = columns.map((column) => {
    const value = row[column];
    return value === null ? '' : `"${harmless(String(value)).replaceAll('"', '""')}"`;
  });
  return `${cells.join(',')}\r\n`;
}
