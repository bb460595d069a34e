import type { AccountAmount, FiscalOverview, FiscalSide } from '@km-laas/contract';
import { readFigures, type Figures } from '../figures.js';
import type { Query, ReadOptions } from '../read.js';
import type { Shape } from '../shape.js';

/** What is relied on in an account; its children have the same shape. */
export const accountShape: Shape<AccountAmount> = {
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
  months: 'list',
  reporting: { authorities: 'number', reported: 'number', share: 'number?' },
};

/** Revenue and expenditure of an authority, a province, a region or the country. */
export function getFiscalOverview(
  query: Query,
  options: ReadOptions
): Promise<Figures<FiscalOverview>> {
  return readFigures('/fiscal/overview', query, overviewShape, options);
}
