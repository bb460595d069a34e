import type { LawListItem } from '@km-laas/contract';
import type { Page, Query, ReadOptions } from '../../client/read.js';
import { ServiceError } from '../../client/service-error.js';
import { listLaws, lookUpLaws } from '../../client/services/laws.js';

/** A page of laws, and how it was found. */
export interface FoundLaws extends Page<LawListItem> {
  /** True when the letter number led to them, false when it led nowhere and the text was searched. */
  byNumber?: boolean;
}

/**
 * Whether a text may hold a letter number: ว with digits, digits around a slash, or digits alone.
 *
 * Only spares the API hopeless questions; what is a number, it decides.
 */
export function mayBeLetterNumber(text: string): boolean {
  return /(^|[^ก-ฮ])ว\.? ?[\d๐-๙]|[\d๐-๙] ?\/|^[\d๐-๙]{1,6}$/.test(text.trim());
}

/**
 * Laws of a query; with `number` the letters of that number, or what holds it as text when there
 * is none.
 */
export async function findLaws(
  { number, ...query }: Query,
  options: ReadOptions
): Promise<FoundLaws> {
  // A look-up answers everything at once, so that a later page is one of the search.
  if (!number) return listLaws(query, options);
  const found = query.page ? undefined : await lookUp(number, query, options);
  return found?.items.length
    ? { ...found, byNumber: true }
    : { ...(await listLaws({ ...query, q: number }, options)), byNumber: false };
}

async function lookUp(
  number: string | number,
  { kind, status, year }: Query,
  options: ReadOptions
): Promise<Page<LawListItem> | undefined> {
  try {
    const page = await lookUpLaws({ number }, options);
    const items = page.items.filter(
      (law) =>
        (!kind || law.kind === kind) &&
        (!status || law.status === status) &&
        (!year || (law.date && Number(law.date.slice(0, 4)) + 543 === Number(year)))
    );
    return { ...page, items, total: items.length };
  } catch (error) {
    // The API reads no number in it.
    if (error instanceof ServiceError && error.kind === 'misused') return undefined;
    throw error;
  }
}
