import { documentRef, type DocumentRef } from '@km-laas/contract';

/** A row that another one points at. */
export interface Referred {
  id: number;
  documentId: string;
}

/** Pointers to documents, each once, in the editor's order; what has no title is left out. */
export function refsOf(rows: readonly (Referred & { title: string })[] | null): DocumentRef[] {
  const refs = (rows ?? []).flatMap((row) => refOf(row) ?? []);
  return refs.filter(({ id }, index) => refs.findIndex((ref) => ref.id === id) === index);
}

/** A pointer to a document; null where there is none. */
export function refOf(row: (Referred & { title: string }) | null | undefined): DocumentRef | null {
  const outcome = documentRef.safeParse({ id: row?.documentId, title: row?.title });
  return outcome.success ? outcome.data : null;
}
