import { z } from 'zod';
import { buddhistYear, isoDate, listOf, oneOf, pageQuery, sample } from './common.js';

/** An authority's 8-digit code (รหัส อปท. ของ สถ.), `0T PP AA NN`. */
export const authorityCode = z
  .string()
  .regex(/^\d{8}$/)
  .meta({ id: 'AuthorityCode', description: 'Code of a local authority, eight digits' });

/** A province's two-digit code of ISO 3166-2:TH, e.g. `47` for Sakon Nakhon. */
export const provinceCode = z.string().regex(/^\d{2}$/);

/** อบจ., ทน., ทม., ทต., อบต., กทม., เมืองพัทยา. */
export const authorityKind = z.enum([
  'pao',
  'city',
  'town',
  'subdistrict',
  'sao',
  'bangkok',
  'pattaya',
]);
export type AuthorityKind = z.infer<typeof authorityKind>;

/** The six regions of the Geographical Society (ภาค): เหนือ, อีสาน, กลาง, ตะวันออก, ตะวันตก, ใต้. */
export const region = z.enum(['north', 'northeast', 'central', 'east', 'west', 'south']);
export type Region = z.infer<typeof region>;

export const province = z
  .object({
    code: provinceCode,
    nameTh: z.string(),
    nameEn: z.string(),
    /** Two letters that open the numbers of its letters, e.g. สน. */
    abbreviation: z.string(),
    region,
  })
  .meta({ id: 'Province' });
export type Province = z.infer<typeof province>;

/** An authority as other answers name it. */
export const authorityRef = z.object({
  code: authorityCode.nullable(),
  /** Whole name, e.g. `เทศบาลนครสกลนคร`. */
  name: z.string(),
  kind: authorityKind,
  district: z.string().nullable(),
  provinceCode,
  province: z.string(),
});
export type AuthorityRef = z.infer<typeof authorityRef>;

export const authorityListItem = authorityRef
  .extend({
    region,
    population: z.int().nonnegative().nullable(),
    /** Day from which another authority stands in its place; null while it exists. */
    validTo: isoDate.nullable(),
    sample,
  })
  .meta({ id: 'AuthorityListItem' });
export type AuthorityListItem = z.infer<typeof authorityListItem>;

export const authority = authorityListItem
  .extend({
    districtCode: z
      .string()
      .regex(/^\d{4}$/)
      .nullable(),
    populationYear: buddhistYear.nullable(),
    /** Square kilometres. */
    areaKm2: z.number().nonnegative().nullable(),
    areaYear: buddhistYear.nullable(),
    validFrom: isoDate.nullable(),
    /** What it became: a change of kind gives a new code. */
    successor: authorityRef.nullable(),
    /** What it was before. */
    predecessors: z.array(authorityRef),
  })
  .meta({ id: 'Authority' });
export type Authority = z.infer<typeof authority>;

/**
 * `GET /authorities`: those that exist today. With `q` (a name as people write it, with or without
 * kind and province, or the beginning of a code) the nearest come first, otherwise by name.
 */
export const authorityQuery = z.strictObject({
  ...pageQuery.shape,
  province: provinceCode.optional(),
  kind: authorityKind.optional(),
});
export type AuthorityQuery = z.infer<typeof authorityQuery>;

export const authorityListAnswer = listOf(authorityListItem);
export const authorityAnswer = oneOf(authority);
export const provinceListAnswer = listOf(province);
