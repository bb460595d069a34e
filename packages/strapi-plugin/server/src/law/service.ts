import {
  law,
  lawListItem,
  type Law,
  type LawListItem,
  type LawLookupQuery,
  type LawQuery,
} from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { plainTextOf } from '../content/blocks';
import { whereText, whereTopic } from '../content/filters';
import { loadPageCounts } from '../content/page-counts';
import { pageLinks } from '../content/page-links';
import {
  pageInDatabaseOrder,
  publishedRow,
  publishedRows,
  type Narrow,
  type Page,
} from '../content/published-rows';
import { soundItem, soundItems } from '../content/sound-items';
import { linkOf } from '../content/tables';
import type { TopicTree } from '../content/topic-tree';
import { knownTopicTree, topicIdsAsked } from '../content/topics';
import { ProblemError } from '../platform/problem';
import type { PageLink, PageText } from '../platform/service-room';
import {
  adaptLaw,
  adaptLawListItem,
  lawSelection,
  wholeLawSelection,
  type LawRow,
  type WholeLawRow,
} from './dto';
import { whereStanding } from './filters';
import { tiesFrom, tiesTo } from './lineage';
import { understandNumber, whereNumber, type Understood } from './lookup';
import { loadLawRefs } from './refs';

const uid = 'plugin::km.law';
const MOST_LETTERS = 100;

interface LawList {
  data: LawListItem[];
  total: number;
}

/** Laws, regulations and letters, the newest first. */
export async function listLaws(strapi: Core.Strapi, query: LawQuery): Promise<LawList> {
  const tree = await knownTopicTree(strapi);
  const topicIds = topicIdsAsked(tree, query.topic);
  const page = await lawPage(strapi, query, (items) => {
    whereText(items, query.q);
    if (query.year) items.where('item.year', query.year);
    whereTopic(strapi, items, linkOf(strapi, uid, 'topics'), topicIds);
    whereStanding(strapi, items, query.status);
    if (query.kind) items.where('item.kind', query.kind);
  });
  return adaptPage(strapi, page, tree);
}

/**
 * Letters with a number, the newest first, and what was understood of it.
 *
 * @throws {ProblemError} 400 where no number can be read.
 */
export async function lookUpLaw(
  strapi: Core.Strapi,
  { number }: LawLookupQuery
): Promise<LawList & { meta: { pageSize: number; understood: Understood } }> {
  const understood = understandNumber(number);
  if (!understood) throw unreadNumber();
  const tree = await knownTopicTree(strapi);
  const page = await lawPage(strapi, { page: 1, pageSize: MOST_LETTERS }, (items) =>
    whereNumber(items, understood)
  );
  const list = await adaptPage(strapi, page, tree);
  return { ...list, meta: { pageSize: MOST_LETTERS, understood } };
}

/** One law with all it is tied to; null where it is unknown or not published. */
export async function getLaw(strapi: Core.Strapi, id: string): Promise<Law | null> {
  const row = await publishedRow<WholeLawRow>(strapi, uid, id, wholeLawSelection);
  if (!row) return null;
  const tree = await knownTopicTree(strapi);
  const later = await tiesTo(strapi, [row.id], ['repeals', 'amends', 'clarifies']);
  const earlier = await tiesFrom(strapi, [row.id], ['repeals', 'amends', 'clarifies']);
  const refs = await loadLawRefs(strapi, [
    ...later.map(({ doer }) => doer),
    ...earlier.map(({ target }) => target),
  ]);
  const pages = await loadPageCounts(strapi, row.files);
  return soundItem(strapi, uid, row, law, (found) =>
    adaptLaw(found, { tree, later, earlier, refs }, pages)
  );
}

/** Every law, for the page without scripts. */
export async function listLawPages(strapi: Core.Strapi): Promise<PageLink[]> {
  const rows = (await inOrder(
    publishedRows(strapi, uid).select(
      'item.document_id',
      'item.title',
      'item.summary',
      'item.sample'
    )
  ).orderBy('item.document_id')) as {
    document_id: string;
    title: string | null;
    summary: string | null;
    sample: boolean | null;
  }[];
  return pageLinks(rows.map((row) => ({ ...row, id: row.document_id })));
}

/** One law as words. */
export async function getLawPage(strapi: Core.Strapi, id: string): Promise<PageText | null> {
  const found = await getLaw(strapi, id);
  if (!found) return null;
  const { citation, summary, body } = found;
  const title = citation ? `${citation} เรื่อง ${found.title}` : found.title;
  const text = [summary, plainTextOf(body)].filter(Boolean).join('\n');
  return {
    title,
    description: summary || text,
    text,
    sample: found.sample,
    published: found.date,
    modified: found.updatedAt,
    identifier: citation,
  };
}

function lawPage(
  strapi: Core.Strapi,
  page: { page: number; pageSize: number },
  narrow: Narrow
): Promise<Page<LawRow>> {
  return pageInDatabaseOrder<LawRow>(strapi, uid, page, {
    narrow,
    order: inOrder,
    selection: lawSelection,
  });
}

async function adaptPage(
  strapi: Core.Strapi,
  { rows, total }: Page<LawRow>,
  tree: TopicTree
): Promise<LawList> {
  const later = await tiesTo(
    strapi,
    rows.map(({ id }) => id),
    ['repeals', 'amends']
  );
  const refs = await loadLawRefs(
    strapi,
    later.map(({ doer }) => doer)
  );
  const around = { tree, later, earlier: [], refs };
  const data = soundItems(strapi, uid, rows, lawListItem, (row) => adaptLawListItem(row, around));
  return { data, total };
}

// Of some old instruments only the year is known. SQLite puts what is null first and PostgreSQL
// last; this says it for both.
function inOrder(items: Knex.QueryBuilder): Knex.QueryBuilder {
  return items
    .orderByRaw('coalesce(item.year, 0) desc')
    .orderByRaw('case when item.date is null then 1 else 0 end')
    .orderBy('item.date', 'desc');
}

function unreadNumber(): ProblemError {
  return new ProblemError(
    400,
    {
      th: 'อ่านเลขที่หนังสือไม่ออก โปรดระบุ เช่น ว 5912, ว 5912/2561 หรือ มท 0808.4/ว 5912',
      en: 'No letter number can be read. Write it like ว 5912, ว 5912/2561 or มท 0808.4/ว 5912.',
    },
    { parameters: ['number'] }
  );
}
