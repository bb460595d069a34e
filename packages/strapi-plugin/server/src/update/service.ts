import { update, type Update, type UpdateQuery } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { writeFeed } from '../content/atom';
import { whereAudience, whereDateInYear, whereText } from '../content/filters';
import { pageLinks } from '../content/page-links';
import {
  pageInDatabaseOrder,
  publishedRow,
  publishedRows,
  type Narrow,
} from '../content/published-rows';
import { soundItem, soundItems } from '../content/sound-items';
import { knownTopicTree, topicIdsAsked } from '../content/topics';
import type { TopicTree } from '../content/topic-tree';
import type { PageLink, PageText } from '../platform/service-room';
import { adaptUpdate, updateSelection, type UpdateRow } from './dto';
import { whereItem } from './filters';
import { kindNames } from './kind-names';

const uid = 'plugin::km.update';
const FEED_LENGTH = 50;

/** Releases of the system with their changes, the newest first. */
export async function listUpdates(
  strapi: Core.Strapi,
  query: UpdateQuery
): Promise<{ data: Update[]; total: number }> {
  const tree = await knownTopicTree(strapi);
  const topicIds = topicIdsAsked(tree, query.topic);
  return pageOfUpdates(strapi, tree, query, (items) => {
    whereText(items, query.q);
    whereAudience(items, query.audience);
    whereDateInYear(items, 'item.date', query.year);
    whereItem(strapi, items, { topicIds, kind: query.kind });
  });
}

/** One release; null where it is unknown or not published. */
export async function getUpdate(strapi: Core.Strapi, id: string): Promise<Update | null> {
  const row = await publishedRow<UpdateRow>(strapi, uid, id, updateSelection);
  if (!row) return null;
  const tree = await knownTopicTree(strapi);
  return soundItem(strapi, uid, row, update, (found) => adaptUpdate(found, tree));
}

/** The newest releases as an Atom feed. */
export async function updatesFeed(strapi: Core.Strapi, origin: string): Promise<string> {
  const tree = await knownTopicTree(strapi);
  const page = { page: 1, pageSize: FEED_LENGTH };
  const { data } = await pageOfUpdates(strapi, tree, page, () => {});
  return writeFeed({
    origin,
    name: 'updates',
    title: 'ข้อมูลการปรับปรุงระบบ · คลังความรู้ e-LAAS',
    entries: data.map((release) => ({
      id: release.id,
      title: release.title,
      sample: release.sample,
      summary: wordsOf(release),
      published: `${release.date}T00:00:00+07:00`,
      updated: release.updatedAt,
    })),
  });
}

/** Every release, for the page without scripts. */
export async function listUpdatePages(strapi: Core.Strapi): Promise<PageLink[]> {
  const rows = publishedRows(strapi, uid).select('item.document_id', 'item.title', 'item.sample');
  newestFirst(rows);
  const found = (await rows.orderBy('item.document_id')) as {
    document_id: string;
    title: string | null;
    sample: boolean | null;
  }[];
  return pageLinks(found.map(({ document_id: id, ...row }) => ({ id, ...row })));
}

/** One release as words. */
export async function getUpdatePage(strapi: Core.Strapi, id: string): Promise<PageText | null> {
  const found = await getUpdate(strapi, id);
  if (!found) return null;
  const text = wordsOf(found);
  return {
    title: found.title,
    description: text,
    text,
    sample: found.sample,
    published: found.date,
    modified: found.updatedAt,
  };
}

async function pageOfUpdates(
  strapi: Core.Strapi,
  tree: TopicTree,
  page: { page: number; pageSize: number },
  narrow: Narrow
): Promise<{ data: Update[]; total: number }> {
  const { rows, total } = await pageInDatabaseOrder<UpdateRow>(strapi, uid, page, {
    narrow,
    order: newestFirst,
    selection: updateSelection,
  });
  const data = soundItems(strapi, uid, rows, update, (row) => adaptUpdate(row, tree), tree);
  return { data, total };
}

function newestFirst(items: Knex.QueryBuilder): void {
  items.orderBy('item.date', 'desc');
}

/** Each change on a line: its menu, what became of it, and what it is. */
function wordsOf({ items }: Update): string {
  return items
    .map(({ menuPath, kind, description }) => {
      const menu = menuPath.length > 0 ? `${menuPath.join(' › ')} ` : '';
      return `${menu}(${kindNames[kind]}): ${description.replace(/\s+/g, ' ').trim()}`;
    })
    .join('\n');
}
