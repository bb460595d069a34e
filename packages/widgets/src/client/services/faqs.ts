import type { Faq, FaqListItem } from '@km-laas/contract';
import {
  readItem,
  readList,
  type Page,
  type Query,
  type ReadOptions,
  type Single,
} from '../read.js';
import { documentShape, lawRefShape, topicShape } from '../shapes.js';
import type { Shape } from '../shape.js';

const listShape: Shape<FaqListItem> = {
  id: 'string',
  question: 'string',
  answer: 'list',
  topics: [topicShape],
  audience: 'string',
  appliesTo: 'string',
  errorMessages: ['string'],
};

/** Questions with their answers, pinned ones first. */
export function listFaqs(query: Query, options: ReadOptions): Promise<Page<FaqListItem>> {
  return readList('/faqs', query, listShape, options);
}

/** One question with what it relates to. */
export function getFaq(id: string, options: ReadOptions): Promise<Single<Faq>> {
  const shape: Shape<Faq> = {
    ...listShape,
    relatedManuals: [documentShape],
    relatedLaws: [lawRefShape],
  };
  return readItem(`/faqs/${id}`, shape, options);
}
