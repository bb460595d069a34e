import { z } from 'zod';
import {
  audience,
  audienceQuery,
  documentId,
  documentRef,
  imageRef,
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

export const updateKind = z.enum(['new', 'changed', 'fixed', 'removed']);
export type UpdateKind = z.infer<typeof updateKind>;

/** One change of the system, with its own manual. */
export const updateItem = z
  .object({
    menu: topicRef.nullable(),
    /** The menu's way from the top, e.g. ระบบงบประมาณ › โอนงบประมาณ. */
    menuPath: z.array(z.string()),
    kind: updateKind,
    /** Groups of users it concerns (กลุ่มผู้ใช้งาน). */
    roles: z.array(z.string()),
    description: z.string(),
    manual: documentRef.nullable(),
    before: imageRef.nullable(),
    after: imageRef.nullable(),
  })
  .meta({ id: 'UpdateItem' });
export type UpdateItem = z.infer<typeof updateItem>;

/** A dated list of changes (ข้อมูลการปรับปรุงระบบ); the items are the content, so lists carry them. */
export const update = z
  .object({
    id: documentId,
    date: isoDate,
    title: z.string(),
    audience,
    items: z.array(updateItem),
    updatedAt: isoInstant,
    sample,
  })
  .meta({ id: 'Update' });
export type Update = z.infer<typeof update>;

/** `GET /updates`, newest first; `topic` and `kind` keep the releases that have such an item. */
export const updateQuery = z.strictObject({
  ...pageQuery.shape,
  ...topicQuery.shape,
  ...audienceQuery.shape,
  ...yearQuery.shape,
  kind: updateKind.optional(),
});
export type UpdateQuery = z.infer<typeof updateQuery>;

export const updateListAnswer = listOf(update);
export const updateAnswer = oneOf(update);
