import type { Form } from '@km-laas/contract';
import {
  readItem,
  readList,
  type Page,
  type Query,
  type ReadOptions,
  type Single,
} from '../read.js';
import { documentShape, fileShape, topicShape } from '../shapes.js';
import type { Shape } from '../shape.js';

const optionalFile = { ...fileShape, '?': true } as const;

const shape: Shape<Form> = {
  id: 'string',
  title: 'string',
  code: 'string',
  purpose: 'string',
  usedBy: 'string',
  topics: [topicShape],
  editableFile: optionalFile,
  pdfFile: optionalFile,
  version: 'string?',
  pageCount: 'number?',
  supersededBy: { ...documentShape, code: 'string', '?': true },
};

/** Forms in order of code. */
export function listForms(query: Query, options: ReadOptions): Promise<Page<Form>> {
  return readList('/forms', query, shape, options);
}

/** One form. */
export function getForm(id: string, options: ReadOptions): Promise<Single<Form>> {
  return readItem(`/forms/${id}`, shape, options);
}
