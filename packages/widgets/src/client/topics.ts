import type { Topic } from '@km-laas/contract';
import { readList, type Page, type ReadOptions } from './read.js';

/** The tree of e-LAAS menus. */
export function listTopics(options: ReadOptions): Promise<Page<Topic>> {
  return readList<Topic>(
    '/topics',
    {},
    { slug: 'string', titleTh: 'string', titleEn: 'string', children: 'list' },
    options
  );
}
