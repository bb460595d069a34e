import type { Block } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { SearchFile, SearchPassage } from '../platform/search-source';
import { headingsOf, plainTextOf } from './blocks';
import { adaptFile, type UploadedFile } from './files';
import {
  publishedRows,
  type ContentUid,
  type Narrow,
  type Row,
  type Selection,
} from './published-rows';

/** Kinds of files whose words can be read. */
const readable = new Set(['PDF', 'DOCX', 'XLSX']);

/** A document's words, a passage for each heading; what stands before the first one has none. */
export function passagesOf(blocks: readonly Block[]): SearchPassage[] {
  const sections: { opening: Block | null; body: Block[] }[] = [{ opening: null, body: [] }];
  for (const block of blocks) {
    if (block.type === 'heading') sections.push({ opening: block, body: [] });
    else sections.at(-1)?.body.push(block);
  }
  return sections.flatMap(({ opening, body }) => {
    const heading = opening ? headingsOf([opening])[0] : undefined;
    const text = plainTextOf(body);
    if (!heading && text === '') return [];
    return [{ heading: heading?.text ?? null, anchor: heading?.id ?? null, text }];
  });
}

/** A passage that stands under no heading; nothing where it has no words. */
export function plainPassage(text: string | null | undefined): SearchPassage[] {
  const words = text?.trim();
  return words ? [{ heading: null, anchor: null, text: words }] : [];
}

/** Those of a document's files whose words are searched, each once. */
export function searchFilesOf(
  files: readonly (UploadedFile | null | undefined)[] | null
): SearchFile[] {
  const found = new Map<string, SearchFile>();
  for (const file of files ?? []) {
    const offered = adaptFile(file, new Map());
    if (!file || !offered || !readable.has(offered.kind)) continue;
    const { name, kind, url } = offered;
    found.set(file.hash, { name, kind, url, hash: file.hash });
  }
  return [...found.values()];
}

/** Ids of the documents that are published, in one statement. */
export async function publishedIds(
  strapi: Core.Strapi,
  uid: ContentUid,
  narrow?: Narrow
): Promise<string[]> {
  const rows = (await publishedRows(strapi, uid, narrow)
    .select('item.document_id')
    .orderBy('item.document_id')) as { document_id: string }[];
  return rows.map(({ document_id }) => document_id);
}

/** The published rows of these documents: one statement, and one for each relation. */
export async function publishedDocuments<Found extends Row>(
  strapi: Core.Strapi,
  uid: ContentUid,
  ids: readonly string[],
  { select, populate }: Selection
): Promise<Found[]> {
  if (ids.length === 0) return [];
  const rows: unknown = await strapi.db.query(uid).findMany({
    select: ['id', 'documentId', 'updatedAt', ...select],
    populate,
    where: { documentId: { $in: [...ids] }, publishedAt: { $notNull: true } },
  });
  return rows as Found[];
}

/** The day in Bangkok of an instant, `2026-11-22`. */
export function dayOfInstant(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
}
