import { z } from 'zod';
import { blocks, heading } from './blocks.js';
import {
  appliesTo,
  appliesToQuery,
  audience,
  audienceQuery,
  documentId,
  fileRef,
  isoDate,
  isoInstant,
  listOf,
  oneOf,
  pageQuery,
  sample,
  topicQuery,
  topicRef,
  yearQuery,
} from './common.js';

/** A manual (คู่มือ) as a list shows it. */
export const manualListItem = z
  .object({
    id: documentId,
    title: z.string(),
    summary: z.string(),
    topics: z.array(topicRef),
    audience,
    appliesTo,
    version: z.string().nullable(),
    effectiveDate: isoDate.nullable(),
    files: z.array(fileRef),
    updatedAt: isoInstant,
    sample,
  })
  .meta({ id: 'ManualListItem' });
export type ManualListItem = z.infer<typeof manualListItem>;

/** The whole manual. */
export const manual = manualListItem
  .extend({
    /** The editor means to look at it again by this day. */
    reviewBy: isoDate.nullable(),
    contents: z.array(heading),
    body: blocks,
    earlierVersions: z.array(
      z.object({
        version: z.string(),
        effectiveDate: isoDate.nullable(),
        note: z.string(),
        file: fileRef.nullable(),
      })
    ),
  })
  .meta({ id: 'Manual' });
export type Manual = z.infer<typeof manual>;

/** `GET /manuals`; `year` is that of the effective date. */
export const manualQuery = z.strictObject({
  ...pageQuery.shape,
  ...topicQuery.shape,
  ...audienceQuery.shape,
  ...appliesToQuery.shape,
  ...yearQuery.shape,
});
export type ManualQuery = z.infer<typeof manualQuery>;

export const manualListAnswer = listOf(manualListItem);
export const manualAnswer = oneOf(manual);
