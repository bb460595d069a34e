import type { AppliesTo, Audience } from '@km-laas/contract';
import { searchTerms } from '@km-laas/thai';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { tableNamed, type Link } from './tables';

/** Whether a list's query asks for some of the rows, and not for all of them. */
export function asksForSome({
  page: _page,
  pageSize: _pageSize,
  ...filters
}: Record<string, unknown> & { page: number; pageSize: number }): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** Keeps rows whose text has every word of a query, however it is spelt. */
export function whereText(items: Knex.QueryBuilder, q: string | undefined): void {
  if (q === undefined) return;
  // PostgreSQL refuses a text with NUL, and no key holds a control character.
  const terms = searchTerms(q.replace(/\p{Cc}/gu, ' '));
  // A query of punctuation alone asks for something; it is not a query for everything.
  if (terms.length === 0) items.whereRaw('1 = 0');
  for (const term of terms) {
    items.whereRaw(`item.search_key like ? escape '\\'`, [`%${escapeLike(term)}%`]);
  }
}

/** What is written for everyone is also for each. */
export function whereAudience(items: Knex.QueryBuilder, audience: Audience | undefined): void {
  if (audience) items.whereIn('item.audience', [audience, 'everyone']);
}

/** What is about both systems is also about each. */
export function whereAppliesTo(items: Knex.QueryBuilder, appliesTo: AppliesTo | undefined): void {
  if (appliesTo) items.whereIn('item.applies_to', [appliesTo, 'both']);
}

/** Keeps rows that hang on one of these topics. */
export function whereTopic(
  strapi: Core.Strapi,
  items: Knex.QueryBuilder,
  link: Link,
  topicIds: readonly number[] | null
): void {
  if (topicIds === null) return;
  items.whereExists(
    tableNamed(strapi, `${link.table} as hung`)
      .select('hung.id')
      .whereRaw('?? = ??', [`hung.${link.from}`, 'item.id'])
      .whereIn(`hung.${link.to}`, [...topicIds])
  );
}

/** Keeps rows of which a day, kept as a date, is in a Buddhist-era year. */
export function whereDateInYear(
  items: Knex.QueryBuilder,
  column: string,
  year: number | undefined
): void {
  if (year !== undefined)
    items.whereBetween(column, [`${year - 543}-01-01`, `${year - 543}-12-31`]);
}

/** Keeps rows of which an instant is in a Buddhist-era year as calendars in Bangkok have it. */
export function whereInstantInYear(
  items: Knex.QueryBuilder,
  column: string,
  year: number | undefined
): void {
  if (year === undefined) return;
  items.where(column, '>=', startOfYear(year)).where(column, '<', startOfYear(year + 1));
}

/** The first instant of a Buddhist-era year in Bangkok. */
export function startOfYear(year: number): Date {
  return new Date(`${year - 543}-01-01T00:00:00+07:00`);
}

/** Makes the signs that LIKE gives a meaning stand for themselves, with `\` as the escape. */
export function escapeLike(term: string): string {
  return term.replace(/[\\%_]/g, '\\$&');
}
