import { canonicalLetterKey, formatLetterNumber } from '@km-laas/thai';
import type { Core } from '@strapi/types';
import { adaptBlocks } from '../content/blocks';
import {
  passagesOf,
  plainPassage,
  publishedDocuments,
  publishedIds,
  searchFilesOf,
} from '../content/search-text';
import { linkOf, tableOf } from '../content/tables';
import { loadTopicTree } from '../content/topics';
import type { SearchSource, TablesWithin } from '../platform/search-source';
import { citationPartsOf, printedCitation } from './citation';
import { wholeLawSelection, type WholeLawRow } from './dto';
import { tiesTo } from './lineage';
import { standingAmong } from './refs';

const uid = 'plugin::km.law';

/** Laws and letters, with their numbers and how they stand. */
export const lawSearch: SearchSource = {
  service: 'law',
  ids: (strapi) => publishedIds(strapi, uid),
  async documents(strapi, ids) {
    const tree = await loadTopicTree(strapi);
    const rows = await publishedDocuments<WholeLawRow>(strapi, uid, ids, wholeLawSelection);
    const later = await tiesTo(
      strapi,
      rows.map(({ id }) => id),
      ['repeals', 'amends']
    );
    return rows.map((row) => ({
      id: row.documentId,
      title: row.title,
      otherNames: namesOf(row),
      errorMessages: [],
      letterKeys: keysOf(row),
      passages: [...plainPassage(row.summary), ...passagesOf(adaptBlocks(row.body))],
      files: searchFilesOf(row.files),
      url: `/laws/${row.documentId}`,
      date: row.date,
      audience: 'everyone',
      topics: tree.refsTo(row.topics).map(({ slug }) => slug),
      lawStatus: standingAmong(row, later),
      sample: row.sample === true,
    }));
  },
  affectedBy,
};

/** A law that repeals, amends or lets go of another one changes how that one stands. */
async function affectedBy(
  strapi: Core.Strapi,
  tables: TablesWithin,
  rowIds: readonly number[]
): Promise<string[]> {
  const affected = new Set<string>();
  for (const deed of ['repeals', 'amends'] as const) {
    const { table, from, to } = linkOf(strapi, uid, deed);
    const targets: { document_id: string }[] = await tables(`${table} as tie`)
      .join(`${tableOf(strapi, uid)} as target`, 'target.id', `tie.${to}`)
      .whereIn(`tie.${from}`, [...rowIds])
      .distinct('target.document_id');
    for (const { document_id } of targets) affected.add(document_id);
  }
  return [...affected];
}

/** What readers see beside the title, and the number alone as it is written in other letters. */
function namesOf(row: WholeLawRow): string[] {
  const parts = citationPartsOf(row);
  const names = [printedCitation(row), parts && formatLetterNumber(parts), row.issuer];
  return [...new Set(names.filter((name): name is string => Boolean(name)))];
}

function keysOf(row: WholeLawRow): string[] {
  const parts = citationPartsOf(row);
  const key = parts && canonicalLetterKey(parts);
  return key ? [key] : [];
}
