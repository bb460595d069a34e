import { z } from 'zod';
import { authorityCode, authorityRef, provinceCode } from './authority.js';
import { documentId, isoDate, pageQuery } from './common.js';
import { urgency } from './law.js';
import { baht, figuresListMeta, fiscalYear, fiscalYearQuery } from './money.js';

/** จัดสรร, โอนแล้ว, เรียกคืน. */
export const subsidyStatus = z.enum(['allocated', 'transferred', 'recalled']);
export type SubsidyStatus = z.infer<typeof subsidyStatus>;

/** Who gets the money on the account: the authority, or people through กรมบัญชีกลาง in its place. */
export const subsidyPayee = z.enum(['authority', 'comptroller']);
export type SubsidyPayee = z.infer<typeof subsidyPayee>;

/** A kind of general subsidy (ประเภทเงินอุดหนุนทั่วไป), e.g. `elderly` for เบี้ยยังชีพผู้สูงอายุ. */
export const subsidyTypeCode = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(40);
export const subsidyType = z.object({
  code: subsidyTypeCode,
  nameTh: z.string(),
  nameEn: z.string(),
});
export type SubsidyType = z.infer<typeof subsidyType>;

/** One line of an allocation list (บัญชีจัดสรร). */
export const subsidyTransfer = z
  .object({
    /** Stable within an import. */
    id: z.string(),
    fiscalYear,
    authority: authorityRef,
    type: subsidyType,
    subItem: z.string().nullable(),
    /** งวดที่; null where the letter has none. */
    instalment: z.int().positive().nullable(),
    /** Months the money is for, as days; null where the letter does not say. */
    periodFrom: isoDate.nullable(),
    periodTo: isoDate.nullable(),
    /** Letter of the transfer (หนังสือแจ้ง), and the law library's entry where it is there. */
    letter: z
      .object({
        number: z.string(),
        date: isoDate.nullable(),
        urgency: urgency.nullable(),
        lawId: documentId.nullable(),
      })
      .nullable(),
    /** เลขที่ใบจัดสรร. */
    allocationNumber: z.string().nullable(),
    budgetCode: z.string().nullable(),
    /** Null until it was transferred. */
    transferDate: isoDate.nullable(),
    payee: subsidyPayee,
    /** People the money is for; null where it is not for people. */
    headcount: z.int().nonnegative().nullable(),
    /** Baht, never negative; what was recalled is told by the status. */
    amount: baht,
    status: subsidyStatus,
    /** Allocation number of the line this one adds to or corrects. */
    amends: z.string().nullable(),
    sample: z.boolean(),
  })
  .meta({ id: 'SubsidyTransfer' });
export type SubsidyTransfer = z.infer<typeof subsidyTransfer>;

/** Sums of lines; `net` is transferred less recalled. */
export const subsidyTotals = z.object({
  lines: z.int().nonnegative(),
  authorities: z.int().nonnegative(),
  allocated: baht,
  transferred: baht,
  recalled: baht,
  net: baht,
});
export type SubsidyTotals = z.infer<typeof subsidyTotals>;

/** `GET /subsidies`; the matrix and the totals are of all that match, not of one page. */
export const subsidyQuery = z.strictObject({
  ...pageQuery.omit({ q: true }).shape,
  authority: authorityCode.optional(),
  province: provinceCode.optional(),
  type: subsidyTypeCode.optional(),
  instalment: z.coerce.number().int().min(1).max(99).optional(),
  ...fiscalYearQuery.shape,
});
export type SubsidyQuery = z.infer<typeof subsidyQuery>;

export const subsidyMeta = figuresListMeta.extend({
  fiscalYear,
  /** Years that have transfers, newest first. */
  fiscalYears: z.array(fiscalYear),
  /** Types that occur in the year, in the order officers list them. */
  types: z.array(subsidyType),
  totals: subsidyTotals,
  /** Type × instalment; pairs without a line are left out. */
  matrix: z.array(
    z.object({
      type: subsidyTypeCode,
      instalment: z.int().positive().nullable(),
      lines: z.int().positive(),
      allocated: baht,
      transferred: baht,
      recalled: baht,
      net: baht,
    })
  ),
});
export type SubsidyMeta = z.infer<typeof subsidyMeta>;

export const subsidyListAnswer = z.object({ data: z.array(subsidyTransfer), meta: subsidyMeta });
export type SubsidyListAnswer = z.infer<typeof subsidyListAnswer>;
