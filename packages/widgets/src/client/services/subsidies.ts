import type { SubsidyMeta, SubsidyTransfer } from '@km-laas/contract';
import { readAnswer, type Page, type Query, type ReadOptions } from '../read.js';
import { conform, type Shape } from '../shape.js';

/** Sums and choices of all transfers that match, with where they come from. */
export type SubsidySummary = Pick<
  SubsidyMeta,
  'fiscalYear' | 'fiscalYears' | 'types' | 'totals' | 'matrix' | 'source' | 'importedAt' | 'sample'
>;

/** A page of transfers and what is true of all of them. */
export interface SubsidyPage extends Page<SubsidyTransfer> {
  summary: SubsidySummary;
}

// Only what a page could not be drawn without.
const transferShape: Shape<SubsidyTransfer> = {
  authority: { name: 'string' },
  type: { code: 'string' },
  letter: { '?': true, number: 'string' },
  headcount: 'number?',
  amount: 'number',
  status: 'string',
};

const summaryShape: Shape<SubsidySummary> = {
  fiscalYear: 'number',
  fiscalYears: ['number'],
  types: [{ code: 'string' }],
  totals: { lines: 'number', net: 'number' },
  matrix: [{ type: 'string' }],
  source: {},
  importedAt: 'string?',
};

/** Transfers of general subsidies, the newest letter first. */
export function listSubsidies(query: Query, options: ReadOptions): Promise<SubsidyPage> {
  return readAnswer('/subsidies', query, options, (data, meta) => {
    const items = conform<SubsidyTransfer[]>(data, [transferShape]);
    const summary = conform<SubsidySummary>(meta, summaryShape);
    return items && summary && { items, summary, total: summary.totals.lines };
  });
}
