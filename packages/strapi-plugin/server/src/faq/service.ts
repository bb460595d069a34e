import { faq, faqListItem, type Faq, type FaqListItem, type FaqQuery } from '@km-laas/contract';
import { compareThai } from '@km-laas/thai';
import type { Core } from '@strapi/types';
import { plainTextOf } from '../content/blocks';
import {
  asksForSome,
  whereAppliesTo,
  whereAudience,
  whereInstantInYear,
  whereText,
  whereTopic,
} from '../content/filters';
import { keptKeys } from '../content/kept-keys';
import { pageLinks } from '../content/page-links';
import {
  keysFound,
  pageOfKeys,
  publishedRow,
  publishedRows,
  type Narrow,
} from '../content/published-rows';
import { soundItem, soundItems } from '../content/sound-items';
import { linkOf } from '../content/tables';
import { knownTopicTree, topicIdsAsked } from '../content/topics';
import { loadLawRefs } from '../law/refs';
import type { PageLink, PageText } from '../platform/service-room';
import {
  adaptFaq,
  adaptFaqListItem,
  faqSelection,
  wholeFaqSelection,
  type FaqRow,
  type WholeFaqRow,
} from './dto';

const uid = 'plugin::km.faq';

interface FaqKey {
  id: number;
  document_id: string;
  question: string | null;
  sample: boolean | null;
  pinned_order: number | null;
}

/** Questions with their answers: pinned ones as the editor ordered them, then the others by title. */
export async function listFaqs(
  strapi: Core.Strapi,
  query: FaqQuery
): Promise<{ data: FaqListItem[]; total: number }> {
  const tree = await knownTopicTree(strapi);
  const topicIds = topicIdsAsked(tree, query.topic);
  const narrow: Narrow = (items) => {
    whereText(items, query.q);
    whereAudience(items, query.audience);
    whereAppliesTo(items, query.appliesTo);
    whereInstantInYear(items, 'item.updated_at', query.year);
    whereTopic(strapi, items, linkOf(strapi, uid, 'topics'), topicIds);
  };
  const matching = async () => {
    const all = await orderedKeys(strapi);
    return asksForSome(query) ? keysFound(all, publishedRows(strapi, uid, narrow)) : all;
  };
  const { rows, total } = await pageOfKeys<FaqRow>(strapi, uid, query, {
    keysInOrder: matching,
    selection: faqSelection,
  });
  const adapt = (row: FaqRow) => adaptFaqListItem(row, tree);
  const data = soundItems(strapi, uid, rows, faqListItem, adapt, tree);
  return { data, total };
}

/** One question with what is related to it; null where it is unknown or not published. */
export async function getFaq(strapi: Core.Strapi, id: string): Promise<Faq | null> {
  const row = await publishedRow<WholeFaqRow>(strapi, uid, id, wholeFaqSelection);
  if (!row) return null;
  const tree = await knownTopicTree(strapi);
  const laws = await loadLawRefs(
    strapi,
    row.relatedLaws.map((law) => law.id)
  );
  return soundItem(strapi, uid, row, faq, (found) => adaptFaq(found, tree, laws));
}

/** Every question, for the page without scripts. */
export async function listFaqPages(strapi: Core.Strapi): Promise<PageLink[]> {
  const keys = await orderedKeys(strapi);
  return pageLinks(
    keys.map(({ document_id, question, sample }) => ({ id: document_id, title: question, sample }))
  );
}

/** One question and its answer as words. */
export async function getFaqPage(strapi: Core.Strapi, id: string): Promise<PageText | null> {
  const found = await getFaq(strapi, id);
  if (!found) return null;
  const text = plainTextOf(found.answer);
  return {
    title: found.question,
    description: text,
    text,
    sample: found.sample,
    modified: found.updatedAt,
  };
}

// No database sorts Thai by its dictionary without being set up for it, so the order is made here.
function orderedKeys(strapi: Core.Strapi): Promise<readonly FaqKey[]> {
  return keptKeys(strapi, 'faq', async () => {
    const keys = (await publishedRows(strapi, uid).select(
      'item.id',
      'item.document_id',
      'item.question',
      'item.sample',
      'item.pinned_order'
    )) as FaqKey[];
    return keys.sort(compareKeys);
  });
}

function compareKeys(a: FaqKey, b: FaqKey): number {
  const pinned = (a.pinned_order ?? Infinity) - (b.pinned_order ?? Infinity) || 0;
  return (
    pinned ||
    compareThai(a.question ?? '', b.question ?? '') ||
    (a.document_id < b.document_id ? -1 : 1)
  );
}
