import { lawRef, type LawRef, type LawStatus } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { citationAttributes, printedCitation, type CitedRow } from './citation';
import { tiesTo, type Deed, type Tie } from './lineage';
import { standingOf } from './standing';

interface RefRow extends CitedRow {
  id: number;
  documentId: string;
  title: string;
  legalStatus: LawStatus;
}

/** Laws that other items point at. */
export class LawRefs {
  readonly #refs: ReadonlyMap<number, LawRef>;

  constructor(refs: ReadonlyMap<number, LawRef>) {
    this.#refs = refs;
  }

  /** Pointers to these laws, each once, in the order given; unknown ones are left out. */
  refsTo(laws: readonly { id: number }[] | null | undefined): LawRef[] {
    const ids = [...new Set((laws ?? []).map(({ id }) => id))];
    return ids.flatMap((id) => this.#refs.get(id) ?? []);
  }

  /** Pointers to these laws, the newest first. */
  newestFirst(ids: readonly number[]): LawRef[] {
    const refs = this.refsTo(ids.map((id) => ({ id })));
    return refs.sort(
      (a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.id.localeCompare(b.id)
    );
  }
}

/** Reads pointers to published laws: two statements, however many there are. */
export async function loadLawRefs(strapi: Core.Strapi, ids: readonly number[]): Promise<LawRefs> {
  if (ids.length === 0) return new LawRefs(new Map());
  const rows = (await strapi.db.query('plugin::km.law').findMany({
    select: ['id', 'documentId', 'title', 'legalStatus', ...citationAttributes],
    where: { id: { $in: [...new Set(ids)] }, publishedAt: { $notNull: true } },
  })) as RefRow[];
  const later = await tiesTo(
    strapi,
    rows.map(({ id }) => id),
    ['repeals', 'amends']
  );
  const refs = rows.map((row): [number, LawRef | undefined] => [row.id, adaptRef(row, later)]);
  return new LawRefs(new Map(refs.filter((entry): entry is [number, LawRef] => Boolean(entry[1]))));
}

/** The status readers are told of a law, given what later laws do. */
export function standingAmong(
  law: { id: number; legalStatus: LawStatus },
  later: readonly Tie[]
): LawStatus {
  const statusesOf = (deed: Deed) =>
    later
      .filter((tie) => tie.target === law.id && tie.deed === deed)
      .map(({ doerStatus }) => doerStatus);
  return standingOf(law.legalStatus, {
    repealedBy: statusesOf('repeals'),
    amendedBy: statusesOf('amends'),
  });
}

function adaptRef(row: RefRow, later: readonly Tie[]): LawRef | undefined {
  return lawRef.safeParse({
    id: row.documentId,
    title: row.title,
    citation: printedCitation(row),
    date: row.date,
    status: standingAmong(row, later),
  }).data;
}
