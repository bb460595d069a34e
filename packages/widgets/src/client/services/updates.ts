import type { Update } from '@km-laas/contract';
import {
  readItem,
  readList,
  type Page,
  type Query,
  type ReadOptions,
  type Single,
} from '../read.js';
import { documentShape, optionalImageShape, topicShape } from '../shapes.js';
import type { Shape } from '../shape.js';

const shape: Shape<Update> = {
  id: 'string',
  date: 'string',
  title: 'string',
  audience: 'string',
  items: [
    {
      menu: { ...topicShape, '?': true },
      menuPath: ['string'],
      kind: 'string',
      roles: ['string'],
      description: 'string',
      manual: { ...documentShape, '?': true },
      before: optionalImageShape,
      after: optionalImageShape,
    },
  ],
};

/** Changes of the system, newest first. */
export function listUpdates(query: Query, options: ReadOptions): Promise<Page<Update>> {
  return readList('/updates', query, shape, options);
}

/** One release. */
export function getUpdate(id: string, options: ReadOptions): Promise<Single<Update>> {
  return readItem(`/updates/${id}`, shape, options);
}
