import type { FiguresMeta } from '@km-laas/contract';
import { fiscalYearOf } from '@km-laas/thai';
import { bangkokToday } from '../editorial/day';
import type { ShownMonth } from './ledger';

/** Where figures come from; the instant of the answer is added with its envelope. */
export type Provenance = Omit<FiguresMeta, 'asOf'>;

const source = {
  nameTh: 'กรมส่งเสริมการปกครองท้องถิ่น',
  nameEn: 'Department of Local Administration',
};

/** What is to be said beside figures of the given months. */
export function provenanceOf(months: readonly ShownMonth[]): Provenance {
  const importedAt = months.reduce<string | null>(
    (newest, { shownAt }) => (newest === null || shownAt > newest ? shownAt : newest),
    null
  );
  return { source, importedAt, sample: months.some(({ sample }) => sample) };
}

/** The year asked for, or the newest of those there are, or the current one where there is none. */
export function yearAsked(asked: number | undefined, years: readonly number[]): number {
  return asked ?? (years.length > 0 ? Math.max(...years) : fiscalYearOf(bangkokToday()));
}
