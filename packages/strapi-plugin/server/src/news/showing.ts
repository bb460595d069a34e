import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { publishedRows } from '../content/published-rows';

const uid = 'plugin::km.news';

/** Keeps news that readers see at an instant: from `showFrom` on and before `showUntil`. */
export function whereShownAt(items: Knex.QueryBuilder, now: Date): void {
  items
    .where('item.show_from', '<=', now)
    .where((either) => either.whereNull('item.show_until').orWhere('item.show_until', '>', now));
}

/**
 * The next instant at which some published news comes or goes by itself, in one statement; null
 * where none will. Answers about what is shown now are true until then.
 */
export async function nextChangeAfter(strapi: Core.Strapi, now: Date): Promise<Date | null> {
  const raw = strapi.db.connection.raw.bind(strapi.db.connection);
  const [next] = (await publishedRows(strapi, uid).select({
    start: raw('min(case when item.show_from > ? then item.show_from end)', [now]),
    end: raw('min(case when item.show_until > ? then item.show_until end)', [now]),
  })) as { start: number | Date | null; end: number | Date | null }[];
  const instants = [next?.start, next?.end].flatMap((value) =>
    value == null ? [] : new Date(value).getTime()
  );
  return instants.length === 0 ? null : new Date(Math.min(...instants));
}

/** Whether readers see an item at an instant. */
export function isShownAt(
  { showFrom, showUntil }: { showFrom: string | null; showUntil: string | null },
  now: Date
): boolean {
  const time = now.getTime();
  return (
    showFrom !== null &&
    Date.parse(showFrom) <= time &&
    (showUntil === null || time < Date.parse(showUntil))
  );
}
