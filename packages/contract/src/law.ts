import { z } from 'zod';
import { blocks } from './blocks.js';
import {
  buddhistYear,
  documentId,
  fileRef,
  isoDate,
  isoInstant,
  listMeta,
  listOf,
  oneOf,
  pageQuery,
  sample,
  topicQuery,
  topicRef,
  yearQuery,
} from './common.js';

/** Kinds of instrument in order of rank (ลำดับศักดิ์). */
export const lawKind = z.enum([
  'constitution',
  'organicAct',
  'act',
  'emergencyDecree',
  'code',
  'royalDecree',
  'ministerialRegulation',
  'regulation',
  'rule',
  'ordinance',
  'announcement',
  'order',
  'letter',
  'guideline',
  'consultation',
  'cabinetResolution',
  'committeeResolution',
]);
export type LawKind = z.infer<typeof lawKind>;

/** ใช้บังคับ, แก้ไขเพิ่มเติม, ยกเลิก, ยังไม่ใช้บังคับ. */
export const lawStatus = z.enum(['inForce', 'amended', 'repealed', 'notYetInForce']);
export type LawStatus = z.infer<typeof lawStatus>;

/** ชั้นความเร็ว: ด่วน, ด่วนมาก, ด่วนที่สุด. */
export const urgency = z.enum(['urgent', 'veryUrgent', 'mostUrgent']);
export type Urgency = z.infer<typeof urgency>;

/** Parts of a letter number (เลขที่หนังสือ). */
export const citationParts = z.object({
  /** อักษรย่อ, e.g. มท. */
  org: z.string().nullable(),
  suborg: z.string().nullable(),
  /** e.g. 0808.4. */
  unit: z.string().nullable(),
  /** Whether it is a circular (หนังสือเวียน, ว). */
  circular: z.boolean(),
  number: z.int().positive(),
  year: buddhistYear.nullable(),
});
export type CitationParts = z.infer<typeof citationParts>;

/** A law as another one points at it. */
export const lawRef = z.object({
  id: documentId,
  title: z.string(),
  citation: z.string().nullable(),
  date: isoDate.nullable(),
  status: lawStatus,
});
export type LawRef = z.infer<typeof lawRef>;

/** A law, regulation or letter as a list shows it. */
export const lawListItem = z
  .object({
    id: documentId,
    kind: lawKind,
    title: z.string(),
    /** As printed, e.g. `มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561`. */
    citation: z.string().nullable(),
    citationParts: citationParts.nullable(),
    date: isoDate.nullable(),
    issuer: z.string(),
    urgency: urgency.nullable(),
    status: lawStatus,
    effectiveDate: isoDate.nullable(),
    /** Published laws that repeal this one. */
    repealedBy: z.array(lawRef),
    /** Published laws that amend this one. */
    amendedBy: z.array(lawRef),
    topics: z.array(topicRef),
    summary: z.string(),
    updatedAt: isoInstant,
    sample,
  })
  .meta({ id: 'LawListItem' });
export type LawListItem = z.infer<typeof lawListItem>;

/** Place in the Royal Gazette (ราชกิจจานุเบกษา). */
export const gazette = z.object({
  /** As printed. */
  text: z.string(),
  volume: z.int().nullable(),
  part: z.int().nullable(),
  partType: z.string().nullable(),
  special: z.boolean(),
  page: z.int().nullable(),
  date: isoDate.nullable(),
});
export type Gazette = z.infer<typeof gazette>;

export const law = lawListItem
  .extend({
    amends: z.array(lawRef),
    repeals: z.array(lawRef),
    clarifies: z.array(lawRef),
    clarifiedBy: z.array(lawRef),
    gazette: gazette.nullable(),
    files: z.array(fileRef),
    body: blocks,
  })
  .meta({ id: 'Law' });
export type Law = z.infer<typeof law>;

/** `GET /laws`; `year` is the Buddhist-era year of the law's date. */
export const lawQuery = z.strictObject({
  ...pageQuery.shape,
  ...topicQuery.shape,
  ...yearQuery.shape,
  kind: lawKind.optional(),
  status: lawStatus.optional(),
});
export type LawQuery = z.infer<typeof lawQuery>;

/** `GET /laws/lookup?number=`: a letter number in any spelling officers use. */
export const lawLookupQuery = z.strictObject({ number: z.string().trim().min(1).max(200) });
export type LawLookupQuery = z.infer<typeof lawLookupQuery>;

export const lawListAnswer = listOf(lawListItem);
export const lawAnswer = oneOf(law);
export const lawLookupAnswer = z.object({
  data: z.array(lawListItem),
  meta: listMeta.extend({
    /** What was understood of the number. */
    understood: citationParts.partial(),
  }),
});
