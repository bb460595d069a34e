import { z } from 'zod';
import { blocks } from './blocks.js';
import {
  appliesTo,
  appliesToQuery,
  audience,
  audienceQuery,
  documentId,
  documentRef,
  isoInstant,
  listOf,
  oneOf,
  pageQuery,
  sample,
  topicQuery,
  topicRef,
  yearQuery,
} from './common.js';
import { lawRef } from './law.js';

/** A question and its answer (คำถามที่พบบ่อย); a list carries the answer, which is what a reader unfolds. */
export const faqListItem = z
  .object({
    id: documentId,
    question: z.string(),
    answer: blocks,
    topics: z.array(topicRef),
    audience,
    appliesTo,
    /** Messages as the screen of e-LAAS shows them. */
    errorMessages: z.array(z.string()),
    pinned: z.boolean(),
    updatedAt: isoInstant,
    sample,
  })
  .meta({ id: 'FaqListItem' });
export type FaqListItem = z.infer<typeof faqListItem>;

export const faq = faqListItem
  .extend({
    keywords: z.array(z.string()),
    relatedManuals: z.array(documentRef),
    relatedLaws: z.array(lawRef),
  })
  .meta({ id: 'Faq' });
export type Faq = z.infer<typeof faq>;

/** `GET /faqs`; `year` is that of the last change. */
export const faqQuery = z.strictObject({
  ...pageQuery.shape,
  ...topicQuery.shape,
  ...audienceQuery.shape,
  ...appliesToQuery.shape,
  ...yearQuery.shape,
});
export type FaqQuery = z.infer<typeof faqQuery>;

export const faqListAnswer = listOf(faqListItem);
export const faqAnswer = oneOf(faq);
