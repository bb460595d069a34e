import type { Law, LawListItem } from '@km-laas/contract';
import {
  readItem,
  readList,
  type Page,
  type Query,
  type ReadOptions,
  type Single,
} from '../read.js';
import { fileShape, lawRefShape, topicShape } from '../shapes.js';
import type { Shape } from '../shape.js';

const listShape: Shape<LawListItem> = {
  id: 'string',
  kind: 'string',
  title: 'string',
  citation: 'string?',
  date: 'string?',
  issuer: 'string',
  urgency: 'string?',
  status: 'string',
  effectiveDate: 'string?',
  repealedBy: [lawRefShape],
  amendedBy: [lawRefShape],
  topics: [topicShape],
  summary: 'string',
};

/** Laws, regulations and letters. */
export function listLaws(query: Query, options: ReadOptions): Promise<Page<LawListItem>> {
  return readList('/laws', query, listShape, options);
}

/** Letters by `number`, in any spelling officers use. */
export function lookUpLaws(query: Query, options: ReadOptions): Promise<Page<LawListItem>> {
  return readList('/laws/lookup', query, listShape, options);
}

/** One law with its relations, gazette reference, body and files. */
export function getLaw(id: string, options: ReadOptions): Promise<Single<Law>> {
  const relations = [lawRefShape] as const;
  const shape: Shape<Law> = {
    ...listShape,
    amends: relations,
    repeals: relations,
    clarifies: relations,
    clarifiedBy: relations,
    gazette: { text: 'string', '?': true },
    files: [fileShape],
    body: 'list',
  };
  return readItem(`/laws/${id}`, shape, options);
}
