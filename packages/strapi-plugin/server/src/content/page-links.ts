import type { PageLink } from '../platform/service-room';

/** Lines of a page without scripts; a row that lacks its title is left out, as lists leave it out. */
export function pageLinks(
  rows: readonly {
    id: string;
    title: string | null;
    summary?: string | null;
    // SQLite keeps a boolean as a number.
    sample?: boolean | number | null;
  }[]
): PageLink[] {
  return rows.flatMap(({ id, title, summary, sample }) =>
    title ? [{ id, title, summary: summary ?? '', sample: Boolean(sample) }] : []
  );
}
