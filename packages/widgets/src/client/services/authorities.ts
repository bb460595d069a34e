import type { AuthorityListItem, AuthorityRef } from '@km-laas/contract';
import { readList, type Page, type Query, type ReadOptions } from '../read.js';
import type { Shape } from '../shape.js';

export const authorityRefShape: Shape<AuthorityRef> = {
  code: 'string?',
  name: 'string',
  kind: 'string',
  district: 'string?',
  province: 'string',
};

/** Local authorities by `q`, a name as people write it or the beginning of a code. */
export function listAuthorities(
  query: Query,
  options: ReadOptions
): Promise<Page<AuthorityListItem>> {
  return readList('/authorities', query, authorityRefShape as Shape<AuthorityListItem>, options);
}
