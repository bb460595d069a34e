import type { News, NewsListItem } from '@km-laas/contract';
import {
  readItem,
  readList,
  type Page,
  type Query,
  type ReadOptions,
  type Single,
} from '../read.js';
import { fileShape, optionalImageShape } from '../shapes.js';
import type { Shape } from '../shape.js';

const listShape: Shape<NewsListItem> = {
  id: 'string',
  title: 'string',
  excerpt: 'string',
  severity: 'string',
  showFrom: 'string',
  picture: optionalImageShape,
};

/** News that is shown now: urgent first, then pinned, then newest. */
export function listNews(query: Query, options: ReadOptions): Promise<Page<NewsListItem>> {
  return readList('/news', query, listShape, options);
}

/** One piece of news with its body and files. */
export function getNews(id: string, options: ReadOptions): Promise<Single<News>> {
  const shape: Shape<News> = { ...listShape, body: 'list', files: [fileShape] };
  return readItem(`/news/${id}`, shape, options);
}
