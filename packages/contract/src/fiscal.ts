import { z } from 'zod';
import {
  authorityCode,
  authorityKind,
  authorityRef,
  province,
  provinceCode,
  region,
} from './authority.js';
import { buddhistYear, pageQuery } from './common.js';
import {
  baht,
  figuresListMeta,
  figuresMeta,
  fiscalMonth,
  fiscalYear,
  fiscalYearQuery,
} from './money.js';

/** What an overview is of: the country, a region (ภาค), a province or one authority. */
export const fiscalLevel = z.enum(['country', 'region', 'province', 'authority']);
export type FiscalLevel = z.infer<typeof fiscalLevel>;

/** An account or a group of accounts with what was booked to it (บัญชี). */
export interface AccountAmount {
  /** e.g. `411000`. */
  code: string;
  nameTh: string;
  nameEn: string;
  amount: number;
  /** The same months of the year before; null where they were not reported. */
  lastYear: number | null;
  /** Part of its side's total, 0 to 1; null where the total is not above zero. */
  share: number | null;
  children: AccountAmount[];
}
export const accountAmount: z.ZodType<AccountAmount> = z
  .object({
    code: z.string(),
    nameTh: z.string(),
    nameEn: z.string(),
    amount: baht,
    lastYear: baht.nullable(),
    share: z.number().nullable(),
    get children() {
      return z.array(accountAmount);
    },
  })
  .meta({ id: 'AccountAmount' });

/** Revenue (รายรับจริง) or expenditure (รายจ่ายจริง) from October to the last reported month. */
export const fiscalSide = z.object({
  total: baht,
  /** The same months of the year before; null where they were not reported. */
  lastYear: baht.nullable(),
  /** Baht a head; null where the population is not known. */
  perHead: baht.nullable(),
  /** The chart of accounts from its groups down; accounts without a booking are left out. */
  accounts: z.array(accountAmount),
});
export type FiscalSide = z.infer<typeof fiscalSide>;

/** One month. Null means not reported, which is never the same as zero. */
export const fiscalMonthFigures = z.object({
  fiscalMonth,
  revenue: baht.nullable(),
  expenditure: baht.nullable(),
  revenueToDate: baht.nullable(),
  expenditureToDate: baht.nullable(),
  lastYearRevenueToDate: baht.nullable(),
  lastYearExpenditureToDate: baht.nullable(),
  /** Authorities of the area that reported this month. */
  reported: z.int().nonnegative(),
});
export type FiscalMonthFigures = z.infer<typeof fiscalMonthFigures>;

export const fiscalArea = z.object({
  level: fiscalLevel,
  /** Null for the country. */
  code: z.string().nullable(),
  nameTh: z.string(),
  /** English name; an authority's is its Thai one. */
  nameEn: z.string(),
  /** Given for one authority. */
  authority: authorityRef.nullable(),
  population: z.int().nonnegative().nullable(),
  populationYear: buddhistYear.nullable(),
});
export type FiscalArea = z.infer<typeof fiscalArea>;

export const fiscalOverview = z
  .object({
    area: fiscalArea,
    /** The kind of authority it is limited to, where one was asked for. */
    kind: authorityKind.nullable(),
    fiscalYear,
    /** Years that have figures for this area, newest first. */
    fiscalYears: z.array(fiscalYear),
    /** The last month that was reported; null where none was. */
    throughMonth: fiscalMonth.nullable(),
    /** Null where nothing was reported. */
    revenue: fiscalSide.nullable(),
    expenditure: fiscalSide.nullable(),
    /** October to September, always twelve. */
    months: z.array(fiscalMonthFigures).length(12),
    /** Authorities the area has, and those that reported the last month. */
    reporting: z.object({
      authorities: z.int().nonnegative(),
      reported: z.int().nonnegative(),
      /** 0 to 1; null where the area has no authorities. */
      share: z.number().nullable(),
    }),
  })
  .meta({ id: 'FiscalOverview' });
export type FiscalOverview = z.infer<typeof fiscalOverview>;

/** `GET /fiscal/overview`; `code` is a region's name, a province's or an authority's code. */
export const fiscalOverviewQuery = z.strictObject({
  level: fiscalLevel.default('country'),
  code: z.union([region, provinceCode, authorityCode]).optional(),
  kind: authorityKind.optional(),
  ...fiscalYearQuery.shape,
});
export type FiscalOverviewQuery = z.infer<typeof fiscalOverviewQuery>;

/** What authorities are compared by. Shares and rates are 0 to 1, the others baht. */
export const fiscalMeasure = z.enum([
  'revenue',
  'expenditure',
  'revenuePerHead',
  'expenditurePerHead',
  /** รายได้จัดเก็บเอง as part of revenue. */
  'ownRevenueShare',
  /** งบลงทุน as part of expenditure. */
  'investmentShare',
  /** Expenditure as part of revenue. */
  'spendingRate',
]);
export type FiscalMeasure = z.infer<typeof fiscalMeasure>;

/** Where an authority stands among others of its kind that reported the same months. */
export const peerGroup = z.object({
  /** `similar` are the ten most alike. */
  group: z.enum(['province', 'region', 'country', 'similar']),
  nameTh: z.string(),
  nameEn: z.string(),
  /** Authorities with a value, the own one among them (not in `similar`). */
  count: z.int().nonnegative(),
  /** First quartile, median and third quartile; null where no one has a value. */
  q1: z.number().nullable(),
  median: z.number().nullable(),
  q3: z.number().nullable(),
  /** 1 is the highest; null where the own value is missing, and for `similar`. */
  rank: z.int().positive().nullable(),
});
export type PeerGroup = z.infer<typeof peerGroup>;

export const similarAuthority = z.object({
  authority: authorityRef,
  /** 0 to 1; 1 is alike in everything that is compared. */
  score: z.number().min(0).max(1),
  /** What the score is made of, each 0 to 1. */
  likeness: z.object({
    population: z.number().min(0).max(1).nullable(),
    revenue: z.number().min(0).max(1),
    /** 1 in the same province, less in the same region, 0 elsewhere. */
    place: z.number().min(0).max(1),
  }),
  population: z.int().nonnegative().nullable(),
  revenue: baht,
  expenditure: baht,
});
export type SimilarAuthority = z.infer<typeof similarAuthority>;

export const fiscalComparison = z
  .object({
    authority: authorityRef,
    fiscalYear,
    throughMonth: fiscalMonth.nullable(),
    measures: z.array(
      z.object({
        measure: fiscalMeasure,
        value: z.number().nullable(),
        groups: z.array(peerGroup),
      })
    ),
    similar: z.array(similarAuthority).max(10),
  })
  .meta({ id: 'FiscalComparison' });
export type FiscalComparison = z.infer<typeof fiscalComparison>;

/** `GET /fiscal/compare` */
export const fiscalCompareQuery = z.strictObject({
  authority: authorityCode,
  ...fiscalYearQuery.shape,
});

/** A province on the map; null means that nobody there reported. */
export const fiscalProvince = z.object({
  province,
  revenue: baht.nullable(),
  expenditure: baht.nullable(),
  population: z.int().nonnegative().nullable(),
  revenuePerHead: baht.nullable(),
  expenditurePerHead: baht.nullable(),
  authorities: z.int().nonnegative(),
  reported: z.int().nonnegative(),
});
export type FiscalProvince = z.infer<typeof fiscalProvince>;

export const fiscalMap = z
  .object({
    fiscalYear,
    throughMonth: fiscalMonth.nullable(),
    /** All 77, by code. */
    provinces: z.array(fiscalProvince).length(77),
  })
  .meta({ id: 'FiscalMap' });
export type FiscalMap = z.infer<typeof fiscalMap>;

/** `GET /fiscal/map` */
export const fiscalMapQuery = z.strictObject({ ...fiscalYearQuery.shape });

/** One authority in a province's list; null means not reported. */
export const fiscalAuthority = z
  .object({
    authority: authorityRef,
    population: z.int().nonnegative().nullable(),
    throughMonth: fiscalMonth.nullable(),
    revenue: baht.nullable(),
    expenditure: baht.nullable(),
    revenuePerHead: baht.nullable(),
    expenditurePerHead: baht.nullable(),
  })
  .meta({ id: 'FiscalAuthority' });
export type FiscalAuthority = z.infer<typeof fiscalAuthority>;

export const fiscalSort = z.enum([
  'name',
  'revenue',
  'expenditure',
  'revenuePerHead',
  'expenditurePerHead',
]);

/** `GET /fiscal/authorities`; figures are sorted from the highest down, those without one come last. */
export const fiscalAuthoritiesQuery = z.strictObject({
  ...pageQuery.omit({ q: true }).shape,
  province: provinceCode,
  kind: authorityKind.optional(),
  sort: fiscalSort.default('name'),
  ...fiscalYearQuery.shape,
});
export type FiscalAuthoritiesQuery = z.infer<typeof fiscalAuthoritiesQuery>;

export const fiscalOverviewAnswer = z.object({ data: fiscalOverview, meta: figuresMeta });
export const fiscalCompareAnswer = z.object({ data: fiscalComparison, meta: figuresMeta });
export const fiscalMapAnswer = z.object({ data: fiscalMap, meta: figuresMeta });
export const fiscalAuthoritiesAnswer = z.object({
  data: z.array(fiscalAuthority),
  meta: figuresListMeta.extend({ fiscalYear }),
});
