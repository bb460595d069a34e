import type {
  AccountAmount,
  FiscalMonthFigures,
  FiscalOverview,
  FiscalOverviewQuery,
  FiscalSide,
} from '@km-laas/contract';
import { satangToBaht } from '@km-laas/thai';
import type { Core } from '@strapi/types';
import { authoritiesOf } from '../authority/register';
import { askedArea, describeArea, membersOf, perHead, type AskedArea } from './areas';
import { chartOfAccounts, type Account, type FiscalSideName } from './chart-of-accounts';
import {
  readAccounts,
  readMonths,
  yearsOfAuthority,
  type AccountSums,
  type AreaMonth,
} from './figures';
import type { ShownMonth } from './ledger';
import { provenanceOf, yearAsked, type Provenance } from './provenance';
import { shownNow } from './shown-now';
import type { Session } from './sql';

const twelve = Array.from({ length: 12 }, (_one, index) => index + 1);

/** Months of one year by their number, October first. */
type Year<Value> = ReadonlyMap<number, Value>;

/**
 * Actual revenue and expenditure of an area from October to the last month that was reported,
 * beside the same months of the year before.
 *
 * @throws {ProblemError} 400 or 404 where the area asked for is none.
 */
export async function getOverview(
  strapi: Core.Strapi,
  query: FiscalOverviewQuery
): Promise<{ data: FiscalOverview; meta: Provenance }> {
  const session = strapi.db.connection;
  const register = await authoritiesOf(strapi);
  const area = askedArea(register, query);
  const kind = query.kind ?? '';
  const shown = await shownNow(strapi);
  const { fiscalYears, fiscalYear, byLoad } = await readYears(session, {
    ...{ shown, area, kind },
    asked: query.fiscalYear,
  });
  const withFigures = shown.filter(({ loadId }) => byLoad.has(loadId));
  const loadsOfYear = (year: number): Year<ShownMonth> =>
    new Map(
      withFigures
        .filter((month) => month.fiscalYear === year)
        .map((month) => [month.fiscalMonth, month])
    );
  const now = loadsOfYear(fiscalYear);
  const before = loadsOfYear(fiscalYear - 1);
  const throughMonth = now.size > 0 ? Math.max(...now.keys()) : null;
  const comparable = [...now.keys()].every((month) => before.has(month));
  const accounts = await readAccounts(session, area, kind, {
    now: [...now.values()].map(({ loadId }) => loadId),
    before: comparable ? [...now.keys()].flatMap((month) => before.get(month)?.loadId ?? []) : [],
  });

  const month = { fiscalYear, fiscalMonth: throughMonth ?? 12 };
  const members = membersOf(register, area, month, query.kind);
  const last = throughMonth === null ? undefined : byLoad.get(now.get(throughMonth)?.loadId ?? 0);
  const reported = last?.reported ?? 0;
  const side = (name: FiscalSideName) =>
    throughMonth === null ? null : sideOf(name, accounts, comparable, members.population);
  const figuresOf = (year: Year<ShownMonth>) =>
    new Map(
      [...year].flatMap(([number, { loadId }]) => {
        const figures = byLoad.get(loadId);
        return figures ? [[number, figures] as const] : [];
      })
    );
  return {
    data: {
      area: describeArea(area, members),
      kind: query.kind ?? null,
      fiscalYear,
      fiscalYears,
      throughMonth,
      revenue: side('revenue'),
      expenditure: side('expenditure'),
      months: monthsOf(figuresOf(now), figuresOf(before)),
      reporting: {
        authorities: members.count,
        reported,
        share: members.count > 0 ? Math.min(1, reported / members.count) : null,
      },
    },
    meta: provenanceOf([...now.values(), ...before.values()]),
  };
}

/**
 * The years an area has figures of, newest first, and the months of the one to show and of the one
 * before it, by load.
 */
async function readYears(
  session: Session,
  {
    shown,
    area,
    kind,
    asked,
  }: { shown: readonly ShownMonth[]; area: AskedArea; kind: string; asked: number | undefined }
): Promise<{
  fiscalYears: number[];
  fiscalYear: number;
  byLoad: ReadonlyMap<number, AreaMonth>;
}> {
  const months = (near: readonly ShownMonth[]) =>
    readMonths(
      session,
      area,
      kind,
      near.map(({ loadId }) => loadId)
    );
  const inOrder = (years: Iterable<number>) => [...new Set(years)].sort((a, b) => b - a);
  if (area.level === 'authority') {
    // Its standings say in one row a year what its months say in twelve.
    const fiscalYears = inOrder((await yearsOfAuthority(session, shown, area.key)).keys());
    const fiscalYear = yearAsked(asked, fiscalYears);
    const near = shown.filter((month) => [fiscalYear, fiscalYear - 1].includes(month.fiscalYear));
    return { fiscalYears, fiscalYear, byLoad: await months(near) };
  }
  const byLoad = await months(shown);
  const fiscalYears = inOrder(
    shown.flatMap((month) => (byLoad.has(month.loadId) ? [month.fiscalYear] : []))
  );
  return { fiscalYears, fiscalYear: yearAsked(asked, fiscalYears), byLoad };
}

function sideOf(
  name: FiscalSideName,
  sums: ReadonlyMap<string, AccountSums>,
  comparable: boolean,
  population: number | null
): FiscalSide {
  const tree = chartOfAccounts[name].flatMap((account) => sumAccount(account, sums));
  const total = tree.reduce((sum, { amount }) => sum + amount, 0);
  const before = tree.reduce((sum, one) => sum + one.before, 0);
  return {
    total: satangToBaht(total),
    lastYear: comparable ? satangToBaht(before) : null,
    perHead: perHead(total, population),
    accounts: tree.map((one) => adaptAccount(one, total, comparable)),
  };
}

interface SummedAccount extends AccountSums {
  account: Account;
  children: SummedAccount[];
}

/** An account with what was booked to it and below it; nothing where there was no booking. */
function sumAccount(account: Account, sums: ReadonlyMap<string, AccountSums>): SummedAccount[] {
  if (account.children.length === 0) {
    const own = sums.get(account.code);
    return own ? [{ account, ...own, children: [] }] : [];
  }
  const children = account.children.flatMap((child) => sumAccount(child, sums));
  if (children.length === 0) return [];
  return [
    {
      account,
      children,
      amount: children.reduce((sum, { amount }) => sum + amount, 0),
      before: children.reduce((sum, { before }) => sum + before, 0),
    },
  ];
}

function adaptAccount(
  { account, amount, before, children }: SummedAccount,
  total: number,
  comparable: boolean
): AccountAmount {
  return {
    code: account.code,
    nameTh: account.nameTh,
    nameEn: account.nameEn,
    amount: satangToBaht(amount),
    lastYear: comparable ? satangToBaht(before) : null,
    share: total > 0 ? amount / total : null,
    children: children.map((child) => adaptAccount(child, total, comparable)),
  };
}

/** October to September; a month that nobody reported has no figures, not even those to date. */
function monthsOf(now: Year<AreaMonth>, before: Year<AreaMonth>): FiscalMonthFigures[] {
  const sums = { revenue: 0, expenditure: 0, revenueBefore: 0, expenditureBefore: 0 };
  return twelve.map((fiscalMonth) => {
    const month = now.get(fiscalMonth);
    const year = before.get(fiscalMonth);
    sums.revenue += month?.revenue ?? 0;
    sums.expenditure += month?.expenditure ?? 0;
    sums.revenueBefore += year?.revenue ?? 0;
    sums.expenditureBefore += year?.expenditure ?? 0;
    return {
      fiscalMonth,
      revenue: month ? satangToBaht(month.revenue) : null,
      expenditure: month ? satangToBaht(month.expenditure) : null,
      revenueToDate: month ? satangToBaht(sums.revenue) : null,
      expenditureToDate: month ? satangToBaht(sums.expenditure) : null,
      lastYearRevenueToDate: year ? satangToBaht(sums.revenueBefore) : null,
      lastYearExpenditureToDate: year ? satangToBaht(sums.expenditureBefore) : null,
      reported: month?.reported ?? 0,
    };
  });
}
