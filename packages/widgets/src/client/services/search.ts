import type { SearchClick, SearchHit, SearchMeta } from '@km-laas/contract';
import { operationUrl } from '../operation-url.js';
import { readList, type Page, type Query, type ReadOptions } from '../read.js';
import { postJson } from '../request.js';
import { conform, type Shape } from '../shape.js';
import { topicShape } from '../shapes.js';

/** What an answer says of itself beside its hits. */
type About = Pick<SearchMeta, 'facets' | 'correction'>;

/** A page of hits; without facets and correction where they cannot be read. */
export type FoundPage = Page<SearchHit> & Partial<About>;

const markedShape = { text: 'string', marks: 'list' } as const;
const hitShape: Shape<SearchHit> = {
  service: 'string',
  id: 'string',
  title: markedShape,
  section: 'string?',
  url: 'string',
  snippet: markedShape,
  file: { name: 'string', kind: 'string', url: 'string', page: 'number?', '?': true },
  lawStatus: 'string?',
  date: 'string?',
  topics: [topicShape],
  match: 'string',
};
const aboutShape: Shape<About> = {
  facets: {
    service: [{ value: 'string', count: 'number' }],
    topic: [{ topic: topicShape, count: 'number' }],
    audience: [{ value: 'string', count: 'number' }],
    year: [{ value: 'number', count: 'number' }],
  },
  correction: { kind: 'string', typed: 'string', used: 'string', '?': true },
};

/** Everything the knowledge bank has to a query. */
export function searchEverything(query: Query, options: ReadOptions): Promise<FoundPage> {
  return readList(
    '/search',
    query,
    hitShape,
    options,
    (meta): Partial<About> => conform<About>(meta, aboutShape) ?? {}
  );
}

/** Tells which hit was opened, and nothing of who opened it; no answer is waited for. */
export function recordClick(api: string, click: SearchClick): void {
  postJson(operationUrl(api, '/search/clicks'), click).catch(() => {
    // What the reader opens opens all the same.
  });
}
