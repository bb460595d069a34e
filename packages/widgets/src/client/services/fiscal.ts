import type {
  AccountAmount,
  FiscalComparison,
  FiscalMap,
  FiscalOverview,
  FiscalSide,
} from '@km-laas/contract';
import { readFigures, type Figures } from '../figures.js';
import type { Query, ReadOptions } from '../read.js';
import type { Shape } from '../shape.js';
import { authorityRefShape } from './authorities.js';

const accountShape: Shape<AccountAmount> = {
  code: 'string',
  nameTh: 'string',
  nameEn: 'string',
  amount: 'number',
  lastYear: 'number?',
  share: 'number?',
  children: 'list',
};

const sideShape: Shape<FiscalSide | null> = {
  '?': true,
  total: 'number',
  lastYear: 'number?',
  perHead: 'number?',
  accounts: [accountShape],
};

const overviewShape: Shape<FiscalOverview> = {
  area: {
    level: 'string',
    code: 'string?',
    nameTh: 'string',
    nameEn: 'string',
    population: 'number?',
    populationYear: 'number?',
  },
  fiscalYear: 'number',
  fiscalYears: ['number'],
  throughMonth: 'number?',
  revenue: sideShape,
  expenditure: sideShape,
  months: [
    {
      fiscalMonth: 'number',
      revenue: 'number?',
      expenditure: 'number?',
      revenueToDate: 'number?',
      expenditureToDate: 'number?',
      lastYearRevenueToDate: 'number?',
      lastYearExpenditureToDate: 'number?',
      reported: 'number',
    },
  ],
  reporting: { authorities: 'number', reported: 'number', share: 'number?' },
};

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

const mapShape: Shape<FiscalMap> = {
  fiscalYear: 'number',
  throughMonth: 'number?',
  provinces: [
    {
      province: { code: 'string', nameTh: 'string', nameEn: 'string' },
      revenue: 'number?',
      expenditure: 'number?',
      population: 'number?',
      revenuePerHead: 'number?',
      expenditurePerHead: 'number?',
      authorities: 'number',
      reported: 'number',
    },
  ],
};

/** Revenue and expenditure of an authority, a province, a region or the country. */
export function getFiscalOverview(
  query: Query,
  options: ReadOptions
): Promise<Figures<FiscalOverview>> {
  return readFigures('/fiscal/overview', query, overviewShape, options);
}

/** An authority beside others of its kind. */
export function getFiscalComparison(
  query: Query,
  options: ReadOptions
): Promise<Figures<FiscalComparison>> {
  return readFigures('/fiscal/compare', query, comparisonShape, options);
}

/** All provinces. */
export function getFiscalMap(query: Query, options: ReadOptions): Promise<Figures<FiscalMap>> {
  return readFigures('/fiscal/map', query, mapShape, options);
}
