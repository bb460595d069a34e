import { z } from 'zod';
import { isoInstant, itemMeta, listMeta } from './common.js';

/** Baht with two decimals as a JSON number; kept as integer satang inside. */
export const baht = z.number();

/** A fiscal year (ปีงบประมาณ) of the Buddhist era: 2570 is 1 October 2569 to 30 September 2570. */
export const fiscalYear = z.int().min(2540).max(2700);

/** 1 is October, 12 is September. */
export const fiscalMonth = z.int().min(1).max(12);

/** A fiscal year in a query; absent means the newest that has figures. */
export const fiscalYearQuery = z.object({
  fiscalYear: z.coerce.number().int().min(2540).max(2700).optional(),
});

/** Where figures come from, and how old they are. */
const provenance = {
  /** Who gave the figures, to be named beside them (แหล่งข้อมูล). */
  source: z.object({ nameTh: z.string(), nameEn: z.string() }),
  /** When the newest of the figures were imported; null where there are none. */
  importedAt: isoInstant.nullable(),
  /** Whether any of the figures is invented (ข้อมูลตัวอย่าง). */
  sample: z.boolean(),
};
export const figuresMeta = itemMeta.extend(provenance);
export const figuresListMeta = listMeta.extend(provenance);
export type FiguresMeta = z.infer<typeof figuresMeta>;
