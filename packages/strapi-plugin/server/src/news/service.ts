import {
  newsItem,
  newsListItem,
  type News,
  type NewsListItem,
  type NewsQuery,
} from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { writeFeed } from '../content/atom';
import { plainTextOf } from '../content/blocks';
import { whereInstantInYear, whereText } from '../content/filters';
import { loadPageCounts } from '../content/page-counts';
import { pageInDatabaseOrder, publishedRow, type Narrow } from '../content/published-rows';
import { soundItem, soundItems } from '../content/sound-items';
import type { PageLink, PageText } from '../platform/service-room';
import {
  adaptNews,
  adaptNewsListItem,
  newsSelection,
  wholeNewsSelection,
  type NewsRow,
  type WholeNewsRow,
} from './dto';
import { isShownAt, nextChangeAfter, whereShownAt } from './showing';

const uid = 'plugin::km.news';
const FEED_LENGTH = 50;
const MOST_PAGES = 1000;

/** An answer about what is shown at an instant, and until when it is true. */
interface Shown<Data> {
  data: Data;
  validUntil: Date | null;
}

/** News that is shown now: urgent first, then pinned, then the newest. */
export async function listNews(
  strapi: Core.Strapi,
  query: NewsQuery,
  now = new Date()
): Promise<Shown<NewsListItem[]> & { total: number }> {
  const validUntil = await nextChangeAfter(strapi, now);
  const { rows, total } = await pageInDatabaseOrder<NewsRow>(strapi, uid, query, {
    narrow: (items) => {
      whereShownAt(items, now);
      whereText(items, query.q);
      whereInstantInYear(items, 'item.show_from', query.year);
      if (query.severity) items.where('item.severity', query.severity);
    },
    order: urgentFirst,
    selection: newsSelection,
  });
  return {
    data: soundItems(strapi, uid, rows, newsListItem, adaptNewsListItem),
    total,
    validUntil,
  };
}

/** One piece of news; null where it is unknown, not published or not shown now. */
export async function getNews(
  strapi: Core.Strapi,
  id: string,
  now = new Date()
): Promise<Shown<News> | null> {
  const row = await publishedRow<WholeNewsRow>(strapi, uid, id, wholeNewsSelection);
  if (!row || !isShownAt(row, now)) return null;
  const pages = await loadPageCounts(strapi, row.files);
  const data = soundItem(strapi, uid, row, newsItem, (found) => adaptNews(found, pages));
  return data && { data, validUntil: data.showUntil === null ? null : new Date(data.showUntil) };
}

/** News that is shown now as an Atom feed, the newest first. */
export async function newsFeed(
  strapi: Core.Strapi,
  origin: string,
  now = new Date()
): Promise<{ text: string; validUntil: Date | null }> {
  const validUntil = await nextChangeAfter(strapi, now);
  const items = await shownNow(strapi, now, FEED_LENGTH, newestFirst);
  const text = writeFeed({
    origin,
    name: 'news',
    title: 'ข่าวประชาสัมพันธ์ · คลังความรู้ e-LAAS',
    entries: items.map((item) => ({
      id: item.id,
      title: item.title,
      sample: item.sample,
      summary: item.excerpt,
      published: item.showFrom,
      updated: item.updatedAt > item.showFrom ? item.updatedAt : item.showFrom,
    })),
  });
  return { text, validUntil };
}

/** News that is shown now, for the page without scripts. */
export async function listNewsPages(strapi: Core.Strapi): Promise<PageLink[]> {
  const items = await shownNow(strapi, new Date(), MOST_PAGES, urgentFirst);
  return items.map(({ id, title, excerpt, sample }) => ({ id, title, summary: excerpt, sample }));
}

/** One piece of news as words. */
export async function getNewsPage(strapi: Core.Strapi, id: string): Promise<PageText | null> {
  const found = await getNews(strapi, id);
  if (!found) return null;
  const { title, excerpt, body, sample, showFrom, updatedAt } = found.data;
  return {
    title,
    description: excerpt,
    text: plainTextOf(body),
    sample,
    published: showFrom,
    modified: updatedAt,
  };
}

async function shownNow(
  strapi: Core.Strapi,
  now: Date,
  pageSize: number,
  order: Narrow
): Promise<NewsListItem[]> {
  const page = { page: 1, pageSize };
  const narrow = (items: Knex.QueryBuilder) => whereShownAt(items, now);
  const selection = newsSelection;
  const { rows } = await pageInDatabaseOrder<NewsRow>(strapi, uid, page, {
    narrow,
    order,
    selection,
  });
  return soundItems(strapi, uid, rows, newsListItem, adaptNewsListItem);
}

function urgentFirst(items: Knex.QueryBuilder): void {
  items
    .orderByRaw(`case when item.severity = 'urgent' then 0 else 1 end`)
    .orderByRaw('case when item.pinned then 0 else 1 end');
  newestFirst(items);
}

function newestFirst(items: Knex.QueryBuilder): void {
  items.orderBy('item.show_from', 'desc');
}
