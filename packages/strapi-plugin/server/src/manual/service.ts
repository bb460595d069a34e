import {
  manual,
  manualListItem,
  type Manual,
  type ManualListItem,
  type ManualQuery,
} from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { plainTextOf } from '../content/blocks';
import {
  asksForSome,
  whereAppliesTo,
  whereAudience,
  whereDateInYear,
  whereText,
  whereTopic,
} from '../content/filters';
import { keptKeys } from '../content/kept-keys';
import { loadPageCounts } from '../content/page-counts';
import { pageLinks } from '../content/page-links';
import {
  keysFound,
  pageOfKeys,
  publishedRow,
  publishedRows,
  type Narrow,
} from '../content/published-rows';
import { soundItem, soundItems } from '../content/sound-items';
import { linkOf, tableNamed } from '../content/tables';
import { knownTopicTree, topicIdsAsked } from '../content/topics';
import type { PageLink, PageText } from '../platform/service-room';
import {
  adaptManual,
  adaptManualListItem,
  filesOf,
  manualSelection,
  wholeManualSelection,
  type ManualRow,
  type WholeManualRow,
} from './dto';
import { inOrderOfTopics, type ManualKey } from './order';

const uid = 'plugin::km.manual';

/** Manuals in the order of the menus, the newest first within a menu. */
export async function listManuals(
  strapi: Core.Strapi,
  query: ManualQuery
): Promise<{ data: ManualListItem[]; total: number }> {
  const tree = await knownTopicTree(strapi);
  const topicIds = topicIdsAsked(tree, query.topic);
  const narrow: Narrow = (items) => {
    whereText(items, query.q);
    whereAudience(items, query.audience);
    whereAppliesTo(items, query.appliesTo);
    whereDateInYear(items, 'item.effective_date', query.year);
    whereTopic(strapi, items, linkOf(strapi, uid, 'topics'), topicIds);
  };
  const matching = async () => {
    const all = await allKeys(strapi);
    const keys = asksForSome(query)
      ? await keysFound(all, publishedRows(strapi, uid, narrow))
      : all;
    return inOrderOfTopics(keys, tree, topicIds);
  };
  const { rows, total } = await pageOfKeys<ManualRow>(strapi, uid, query, {
    keysInOrder: matching,
    selection: manualSelection,
  });
  const pages = await loadPageCounts(strapi, rows.flatMap(filesOf));
  const data = soundItems(strapi, uid, rows, manualListItem, (row) =>
    adaptManualListItem(row, tree, pages)
  );
  return { data, total };
}

/** One manual, whole; null where it is unknown or not published. */
export async function getManual(strapi: Core.Strapi, id: string): Promise<Manual | null> {
  const row = await publishedRow<WholeManualRow>(strapi, uid, id, wholeManualSelection);
  if (!row) return null;
  const tree = await knownTopicTree(strapi);
  const pages = await loadPageCounts(strapi, filesOf(row));
  return soundItem(strapi, uid, row, manual, (found) => adaptManual(found, tree, pages));
}

/** Every manual, for the page without scripts. */
export async function listManualPages(strapi: Core.Strapi): Promise<PageLink[]> {
  const tree = await knownTopicTree(strapi);
  const keys = inOrderOfTopics(await allKeys(strapi), tree, null);
  return pageLinks(keys.map((key) => ({ ...key, id: key.document_id })));
}

/** One manual as words. */
export async function getManualPage(strapi: Core.Strapi, id: string): Promise<PageText | null> {
  const found = await getManual(strapi, id);
  if (!found) return null;
  const { title, summary, body, sample, updatedAt: modified } = found;
  const text = `${summary}\n${plainTextOf(body)}`.trim();
  return { title, description: summary, text, sample, modified };
}

function allKeys(strapi: Core.Strapi): Promise<readonly ManualKey[]> {
  return keptKeys(strapi, 'manual', () => loadKeys(strapi));
}

async function loadKeys(strapi: Core.Strapi): Promise<ManualKey[]> {
  const { table, from, to } = linkOf(strapi, uid, 'topics');
  const keys = (await publishedRows(strapi, uid).select(
    'item.id',
    'item.document_id',
    'item.title',
    'item.summary',
    'item.sample',
    'item.effective_date'
  )) as Omit<ManualKey, 'topicIds'>[];
  const links = (await tableNamed(strapi, `${table} as hung`)
    .select({ manual: `hung.${from}`, topic: `hung.${to}` })
    .whereIn(`hung.${from}`, publishedRows(strapi, uid).select('item.id'))) as {
    manual: number;
    topic: number;
  }[];
  const topicsOf = new Map<number, number[]>();
  for (const link of links) {
    topicsOf.set(link.manual, [...(topicsOf.get(link.manual) ?? []), link.topic]);
  }
  return keys.map((key) => ({
    ...key,
    topicIds: topicsOf.get(key.id) ?? [],
  }));
}
