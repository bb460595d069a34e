import type { FiscalComparison } from '@km-laas/contract';
import { readFigures, type Figures } from '../figures.js';
import type { Query, ReadOptions } from '../read.js';
import type { Shape } from '../shape.js';
import { authorityRefShape } from './authorities.js';

const comparisonShape: Shape<FiscalComparison> = {
  authority: authorityRefShape,
  fiscalYear: 'number',
  throughMonth: 'number?',
  measures: [
    {
      measure: 'string',
      value: 'number?',
      groups: [
        {
          group: 'string',
          nameTh: 'string',
          nameEn: 'string',
          count: 'number',
          q1: 'number?',
          median: 'number?',
          q3: 'number?',
          rank: 'number?',
        },
      ],
    },
  ],
  similar: [
    {
      authority: authorityRefShape,
      score: 'number',
      likeness: { population: 'number?', revenue: 'number', place: 'number' },
      population: 'number?',
      revenue: 'number',
      expenditure: 'number',
    },
  ],
};

/** An authority beside others of its kind. */
export function getFiscalComparison(
  query: Query,
  options: ReadOptions
): Promise<Figures<FiscalComparison>> {
  return readFigures('/fiscal/compare', query, comparisonShape, options);
}
