import { z } from 'zod';
import { blocks } from './blocks.js';
import {
  documentId,
  fileRef,
  imageRef,
  isoInstant,
  listOf,
  oneOf,
  pageQuery,
  sample,
  yearQuery,
} from './common.js';

export const severity = z.enum(['info', 'important', 'urgent']);
export type Severity = z.infer<typeof severity>;

/** A piece of news (ข่าวประชาสัมพันธ์) as a list shows it. */
export const newsListItem = z
  .object({
    id: documentId,
    title: z.string(),
    /** The body's opening words as plain text. */
    excerpt: z.string(),
    severity,
    pinned: z.boolean(),
    /** Readers see it from this instant on. */
    showFrom: isoInstant,
    /** Leaves every list at this instant. */
    showUntil: isoInstant.nullable(),
    picture: imageRef.nullable(),
    updatedAt: isoInstant,
    sample,
  })
  .meta({ id: 'NewsListItem' });
export type NewsListItem = z.infer<typeof newsListItem>;

export const newsItem = newsListItem
  .extend({ body: blocks, files: z.array(fileRef) })
  .meta({ id: 'News' });
export type News = z.infer<typeof newsItem>;

/** `GET /news`: urgent first, then pinned, then newest. `year` is that of `showFrom`. */
export const newsQuery = z.strictObject({
  ...pageQuery.shape,
  ...yearQuery.shape,
  severity: severity.optional(),
});
export type NewsQuery = z.infer<typeof newsQuery>;

export const newsListAnswer = listOf(newsListItem);
export const newsAnswer = oneOf(newsItem);
