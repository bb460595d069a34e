import { z } from 'zod';
import {
  documentId,
  documentRef,
  fileRef,
  isoInstant,
  listOf,
  oneOf,
  pageQuery,
  sample,
  topicQuery,
  topicRef,
  yearQuery,
} from './common.js';

/** A form to download (แบบฟอร์ม): an editable file and its PDF. */
export const form = z
  .object({
    id: documentId,
    title: z.string(),
    /** e.g. `KM-F01`. */
    code: z.string(),
    purpose: z.string(),
    /** Who fills it in. */
    usedBy: z.string(),
    topics: z.array(topicRef),
    editableFile: fileRef.nullable(),
    pdfFile: fileRef.nullable(),
    version: z.string().nullable(),
    pageCount: z.int().positive().nullable(),
    /** The form to use instead of this one. */
    supersededBy: documentRef.extend({ code: z.string() }).nullable(),
    updatedAt: isoInstant,
    sample,
  })
  .meta({ id: 'Form' });
export type Form = z.infer<typeof form>;

/** `GET /forms` in order of code; `year` is that of the last change. */
export const formQuery = z.strictObject({
  ...pageQuery.shape,
  ...topicQuery.shape,
  ...yearQuery.shape,
});
export type FormQuery = z.infer<typeof formQuery>;

export const formListAnswer = listOf(form);
export const formAnswer = oneOf(form);
