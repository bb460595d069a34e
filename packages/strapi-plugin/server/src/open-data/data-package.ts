import type { Table } from '../platform/table';
import { authoritiesColumns, mapColumns, overviewColumns } from '../fiscal/tables';
import type { FiguresOnOffer } from './catalog';
import { addressOf, datasets, type Dataset } from './datasets';

const columnsOf = {
  'fiscal-overview': overviewColumns,
  'fiscal-map': mapColumns,
  'fiscal-authorities': authoritiesColumns,
} as const;
type FiscalDataset = keyof typeof columnsOf;

const provenance = ['source_th', 'imported_at', 'is_sample'];

/**
 * `/open-data/fiscal/datapackage.json`: a Fiscal Data Package of the newest fiscal year. Its columns
 * are mapped to the measures and dimensions of the specification's version 0.3.
 */
export function fiscalDataPackage(origin: string, offer: FiguresOnOffer): object {
  const resources = datasets.flatMap((dataset) => resourcesOf(dataset, origin, offer));
  return {
    profile: 'fiscal-data-package',
    name: 'km-elaas-fiscal',
    title: `${offer.sample ? 'ข้อมูลตัวอย่าง: ' : ''}ภาพรวมการคลังขององค์กรปกครองส่วนท้องถิ่น`,
    homepage: `${origin}/open-data`,
    licenses: [{ name: 'DGA-OGL', title: 'สัญญาอนุญาตข้อมูลเปิดภาครัฐ' }],
    countryCode: 'TH',
    granularity: 'aggregated',
    fiscalPeriod: fiscalPeriod(offer.fiscalYears['fiscal-overview'][0]),
    resources,
    model: {
      measures: {
        amount: { source: 'amount_baht', currency: 'THB', phase: 'executed' },
        revenue: {
          source: 'revenue_baht',
          currency: 'THB',
          direction: 'revenue',
          phase: 'executed',
        },
        expenditure: {
          source: 'expenditure_baht',
          currency: 'THB',
          direction: 'expenditure',
          phase: 'executed',
        },
      },
      dimensions: {
        year: {
          dimensionType: 'datetime',
          primaryKey: ['fiscalYear'],
          attributes: { fiscalYear: { source: 'fiscal_year_be' } },
        },
        account: {
          dimensionType: 'classification',
          classificationType: 'economic',
          primaryKey: ['code'],
          attributes: {
            code: { source: 'account_code' },
            label: { source: 'account_name_th', labelfor: 'code' },
          },
        },
        authority: {
          dimensionType: 'entity',
          primaryKey: ['code'],
          attributes: {
            code: { source: 'authority_code' },
            label: { source: 'authority_name_th', labelfor: 'code' },
          },
        },
        province: {
          dimensionType: 'location',
          primaryKey: ['code'],
          attributes: {
            code: { source: 'province_code' },
            label: { source: 'province_name_th', labelfor: 'code' },
          },
        },
      },
    },
  };
}

function fiscalPeriod(year: number | undefined): object | undefined {
  if (year === undefined) return undefined;
  const christian = year - 543;
  return { start: `${christian - 1}-10-01`, end: `${christian}-09-30` };
}

function resourcesOf(dataset: Dataset, origin: string, offer: FiguresOnOffer): object[] {
  const [year] = offer.fiscalYears[dataset.name];
  if (!(dataset.name in columnsOf) || year === undefined) return [];
  const columns = columnsOf[dataset.name as FiscalDataset];
  const places = dataset.byProvince ? offer.provinces.map(({ code }) => code) : [''];
  return places.map((code) => ({
    profile: 'tabular-data-resource',
    name: [dataset.name, code, year].filter(Boolean).join('-'),
    title: dataset.titleTh,
    path: addressOf(dataset, origin, '.csv', year, code),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: schemaOf(columns),
  }));
}

function schemaOf(columns: Table['columns']): object {
  const fields = columns.map(({ name, kind }) => ({
    name,
    type: kind === 'text' ? 'string' : 'number',
  }));
  return {
    fields: [...fields, ...provenance.map((name) => ({ name, type: 'string' }))],
    missingValues: [''],
  };
}
