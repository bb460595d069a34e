import type {
  AccountAmount,
  FiscalArea,
  FiscalAuthority,
  FiscalComparison,
  FiscalMap,
  FiscalOverview,
  FiscalSide,
} from '@km-laas/contract';
import type { CellKind, Table } from '../platform/table';

type Cell = string | number | null;
type Columns = Table['columns'];

const column = (name: string, kind: CellKind = 'text') => ({ name, kind });

export const overviewColumns: Columns = [
  column('area_level'),
  column('area_code'),
  column('area_name_th'),
  column('authority_kind'),
  column('fiscal_year_be', 'number'),
  column('side'),
  column('breakdown'),
  column('account_code'),
  column('account_name_th'),
  column('account_name_en'),
  column('fiscal_month', 'number'),
  column('amount_baht', 'money'),
  column('to_date_baht', 'money'),
  column('last_year_to_date_baht', 'money'),
];

/**
 * An overview in long form: a line for each side's total, for each account from October to the last
 * reported month, and for each month. What was not reported is empty.
 */
export function overviewTable({
  area,
  kind,
  fiscalYear,
  revenue,
  expenditure,
  months,
}: FiscalOverview): Table {
  const head = [area.level, area.code, area.nameTh, area.authority?.kind ?? kind, fiscalYear];
  const sides = { revenue, expenditure } as const;
  const rows: Cell[][] = [];
  for (const [name, side] of Object.entries(sides) as [keyof typeof sides, FiscalSide | null][]) {
    const line = (breakdown: string, ...rest: Cell[]) =>
      rows.push([...head, name, breakdown, ...rest]);
    if (side) {
      line('total', null, null, null, null, null, side.total, side.lastYear);
      for (const account of eachAccount(side.accounts)) {
        const { code, nameTh, nameEn, amount, lastYear } = account;
        line('account', code, nameTh, nameEn, null, null, amount, lastYear);
      }
    }
    for (const month of months) {
      const [amount, toDate, lastYear] =
        name === 'revenue'
          ? [month.revenue, month.revenueToDate, month.lastYearRevenueToDate]
          : [month.expenditure, month.expenditureToDate, month.lastYearExpenditureToDate];
      line('month', null, null, null, month.fiscalMonth, amount, toDate, lastYear);
    }
  }
  return { name: nameOf('fiscal-overview', area, fiscalYear), columns: overviewColumns, rows };
}

function* eachAccount(accounts: readonly AccountAmount[]): Generator<AccountAmount> {
  for (const account of accounts) {
    yield account;
    yield* eachAccount(account.children);
  }
}

function nameOf(base: string, { level, code }: FiscalArea, fiscalYear: number): string {
  return [base, level, code, fiscalYear].filter((part) => part !== null).join('-');
}

const compareColumns: Columns = [
  column('authority_code'),
  column('authority_name_th'),
  column('fiscal_year_be', 'number'),
  column('through_fiscal_month', 'number'),
  column('measure'),
  column('value', 'number'),
  column('peer_group'),
  column('peer_group_name_th'),
  column('peers', 'number'),
  column('first_quartile', 'number'),
  column('median', 'number'),
  column('third_quartile', 'number'),
  column('rank', 'number'),
];

/** A comparison: a line for each measure and group of peers. */
export function compareTable(comparison: FiscalComparison): Table {
  const { authority, fiscalYear, throughMonth, measures } = comparison;
  const head = [authority.code, authority.name, fiscalYear, throughMonth];
  const rows = measures.flatMap(({ measure, value, groups }) =>
    groups.map(({ group, nameTh, count, q1, median, q3, rank }) => [
      ...head,
      measure,
      value,
      group,
      nameTh,
      count,
      q1,
      median,
      q3,
      rank,
    ])
  );
  return { name: `fiscal-compare-${authority.code}-${fiscalYear}`, columns: compareColumns, rows };
}

export const mapColumns: Columns = [
  column('province_code'),
  column('province_name_th'),
  column('province_name_en'),
  column('region'),
  column('fiscal_year_be', 'number'),
  column('through_fiscal_month', 'number'),
  column('revenue_baht', 'money'),
  column('expenditure_baht', 'money'),
  column('population', 'number'),
  column('revenue_per_head_baht', 'money'),
  column('expenditure_per_head_baht', 'money'),
  column('authorities', 'number'),
  column('authorities_reported', 'number'),
];

/** The map: a line for each province. */
export function mapTable({ fiscalYear, throughMonth, provinces }: FiscalMap): Table {
  const rows = provinces.map(({ province, ...figures }) => [
    province.code,
    province.nameTh,
    province.nameEn,
    province.region,
    fiscalYear,
    throughMonth,
    figures.revenue,
    figures.expenditure,
    figures.population,
    figures.revenuePerHead,
    figures.expenditurePerHead,
    figures.authorities,
    figures.reported,
  ]);
  return { name: `fiscal-map-${fiscalYear}`, columns: mapColumns, rows };
}

export const authoritiesColumns: Columns = [
  column('authority_code'),
  column('authority_name_th'),
  column('authority_kind'),
  column('district_th'),
  column('province_code'),
  column('province_name_th'),
  column('fiscal_year_be', 'number'),
  column('through_fiscal_month', 'number'),
  column('revenue_baht', 'money'),
  column('expenditure_baht', 'money'),
  column('population', 'number'),
  column('revenue_per_head_baht', 'money'),
  column('expenditure_per_head_baht', 'money'),
];

/** A province's authorities: a line for each. */
export function authoritiesTable(
  authorities: readonly FiscalAuthority[],
  province: string,
  fiscalYear: number
): Table {
  const rows = authorities.map(({ authority, throughMonth, ...figures }) => [
    authority.code,
    authority.name,
    authority.kind,
    authority.district,
    authority.provinceCode,
    authority.province,
    fiscalYear,
    throughMonth,
    figures.revenue,
    figures.expenditure,
    figures.population,
    figures.revenuePerHead,
    figures.expenditurePerHead,
  ]);
  return {
    name: `fiscal-authorities-${province}-${fiscalYear}`,
    columns: authoritiesColumns,
    rows,
  };
}
