import type { PageLink } from '../platform/service-room';

/** Lines of a page without scripts; a row that lacks its title is left out, as lists leave it out. */
export function pageLinks(
  rows: readonly { id: string; title: string | null; summary?: string | null }[]
): PageLink[] {
  return rows.flatMap(({ id, title, summary }) =>
    title ? [{ id, title, summary: summary ?? '' }] : []
  );
}
