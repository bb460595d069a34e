import { z } from 'zod';

/** A document's public identity; Strapi's documentId, stable over publishing. */
export const documentId = z
  .string()
  .regex(/^[a-z0-9]{24,25}$/)
  .meta({ id: 'DocumentId', description: 'Stable identity of a document' });

/** A calendar day, e.g. `2026-11-22`. */
export const isoDate = z.iso.date();

/** An instant in UTC, e.g. `2026-11-22T03:04:05.000Z`. */
export const isoInstant = z.iso.datetime();

/** A Buddhist-era year (พ.ศ.). */
export const buddhistYear = z.int().min(2400).max(2700);

/** A stable name in an address, e.g. `budget-transfer`. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80);

/** Who an item is written for (กลุ่มผู้ใช้): everyone, อปท., สถจ. or ส่วนกลาง. */
export const audience = z.enum(['everyone', 'local', 'province', 'central']);
export type Audience = z.infer<typeof audience>;

/** Which generation of the accounting system an item is about (ใช้กับระบบ). */
export const appliesTo = z.enum(['both', 'elaas', 'newElaas']);
export type AppliesTo = z.infer<typeof appliesTo>;

/** A menu of e-LAAS as other items refer to it. */
export const topicRef = z.object({ slug, titleTh: z.string(), titleEn: z.string() });
export type TopicRef = z.infer<typeof topicRef>;

/** A file a reader can download. */
export const fileRef = z.object({
  name: z.string(),
  /** Absolute, or a path on the server that answered. */
  url: z.string(),
  mime: z.string(),
  /** Upper-case kind a reader knows: `PDF`, `DOCX`, `XLSX`. */
  kind: z.string(),
  sizeBytes: z.int().nonnegative(),
  /** Pages of a PDF; null where the kind has none or counting failed. */
  pages: z.int().positive().nullable(),
});
export type FileRef = z.infer<typeof fileRef>;

export const imageRef = z.object({
  url: z.string(),
  alt: z.string(),
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
});
export type ImageRef = z.infer<typeof imageRef>;

/** A pointer to another document: enough for a link. */
export const documentRef = z.object({ id: documentId, title: z.string() });
export type DocumentRef = z.infer<typeof documentRef>;

/** Present and true on invented content (เนื้อหาตัวอย่าง). */
export const sample = z.boolean();

/** What every list takes. Numbers arrive as text in a query. */
export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
  q: z.string().trim().min(1).max(200).optional(),
});

export const topicQuery = z.object({ topic: slug.optional() });
export const audienceQuery = z.object({ audience: audience.optional() });
export const appliesToQuery = z.object({ appliesTo: appliesTo.optional() });
/** Buddhist-era calendar year of the item's own date. */
export const yearQuery = z.object({
  year: z.coerce.number().int().min(2400).max(2700).optional(),
});

export const listMeta = z.object({
  page: z.int(),
  pageSize: z.int(),
  total: z.int(),
  /** When the answer was made. */
  asOf: isoInstant,
});
export type ListMeta = z.infer<typeof listMeta>;

export const itemMeta = z.object({ asOf: isoInstant });

/** Envelope of a list. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), meta: listMeta });

/** Envelope of one thing. */
export const oneOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: item, meta: itemMeta });

export interface ListAnswer<Item> {
  data: Item[];
  meta: ListMeta;
}

export interface ItemAnswer<Item> {
  data: Item;
  meta: { asOf: string };
}

/** Every failure; the message is in Thai, or English under `Accept-Language: en`. */
export const problem = z
  .object({
    data: z.null(),
    error: z.object({
      status: z.int(),
      name: z.string(),
      message: z.string(),
      details: z.record(z.string(), z.unknown()),
    }),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
