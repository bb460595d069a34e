import type { FiscalMap } from '@km-laas/contract';
import { readFigures, type Figures } from '../figures.js';
import type { Query, ReadOptions } from '../read.js';
import type { Shape } from '../shape.js';

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

/** All provinces. */
export function getFiscalMap(query: Query, options: ReadOptions): Promise<Figures<FiscalMap>> {
  return readFigures('/fiscal/map', query, mapShape, options);
}
