import type { Manual, ManualListItem } from '@km-laas/contract';
import {
  readItem,
  readList,
  type Page,
  type Query,
  type ReadOptions,
  type Single,
} from '../read.js';
import { fileShape, topicShape } from '../shapes.js';
import type { Shape } from '../shape.js';

const listShape: Shape<ManualListItem> = {
  id: 'string',
  title: 'string',
  summary: 'string',
  topics: [topicShape],
  audience: 'string',
  appliesTo: 'string',
  version: 'string?',
  effectiveDate: 'string?',
  files: [fileShape],
  updatedAt: 'string',
};

/** Manuals and documents. */
export function listManuals(query: Query, options: ReadOptions): Promise<Page<ManualListItem>> {
  return readList('/manuals', query, listShape, options);
}

/** One manual with its body, table of contents and earlier versions. */
export function getManual(id: string, options: ReadOptions): Promise<Single<Manual>> {
  const shape: Shape<Manual> = {
    ...listShape,
    contents: [{ id: 'string', level: 'number', text: 'string' }],
    body: 'list',
    earlierVersions: [{ version: 'string', note: 'string', file: { ...fileShape, '?': true } }],
  };
  return readItem(`/manuals/${id}`, shape, options);
}
