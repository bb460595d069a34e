import type { Core } from '@strapi/types';
import type { AskedArea } from './areas';
import type { ShownMonth } from './ledger';
import { lastMonthOf } from './months';
import { jsonLines, run, whole, type Session } from './sql';

/** One month of an area, in satang. */
export interface AreaMonth {
  /** Authorities that reported; one or none where one was asked for. */
  reported: number;
  revenue: number;
  expenditure: number;
}

interface MonthRow {
  load_id: number;
  reported: number | string;
  revenue: number | string;
  expenditure: number | string;
}

/** The months of an area by load; what nobody reported is missing. */
export async function readMonths(
  session: Session,
  area: AskedArea,
  kind: string,
  loads: readonly number[]
): Promise<Map<number, AreaMonth>> {
  if (loads.length === 0) return new Map();
  const rows =
    area.level === 'authority'
      ? await run<MonthRow>(
          session,
          `select load_id, 1 as reported, revenue, expenditure from km_fiscal_totals
            where load_id in (${loads.join(', ')}) and authority = :key`,
          { key: area.key }
        )
      : await run<MonthRow>(
          session,
          `select load_id, reported, revenue, expenditure from km_fiscal_coverage
            where load_id in (${loads.join(', ')}) and area = :key and kind = :kind`,
          { key: area.key, kind }
        );
  return new Map(
    rows.map((row) => [
      row.load_id,
      {
        reported: whole(row.reported),
        revenue: whole(row.revenue),
        expenditure: whole(row.expenditure),
      },
    ])
  );
}

/** What was booked to an account in some months, and in the same months of the year before. */
export interface AccountSums {
  amount: number;
  before: number;
}

/** Sums of an area by account over some loads, and over those of the year before. */
export async function readAccounts(
  session: Session,
  area: AskedArea,
  kind: string,
  { now, before }: { now: readonly number[]; before: readonly number[] }
): Promise<Map<string, AccountSums>> {
  const loads = [...now, ...before];
  if (loads.length === 0) return new Map();
  const isNow = `load_id in (${now.join(', ') || 'null'})`;
  const sums = `sum(case when ${isNow} then amount else 0 end) as now_amount,
                sum(case when ${isNow} then 0 else amount end) as before_amount`;
  const where = `load_id in (${loads.join(', ')})`;
  const rows = await run<{
    account: string;
    now_amount: number | string;
    before_amount: number | string;
  }>(
    session,
    area.level === 'authority'
      ? `select account, ${sums} from km_fiscal_facts
          where ${where} and authority = :key group by account`
      : `select account, ${sums} from km_fiscal_sums
          where ${where} and area = :key and kind = :kind group by account`,
    area.level === 'authority' ? { key: area.key } : { key: area.key, kind }
  );
  return new Map(
    rows.map((row) => [
      row.account,
      { amount: whole(row.now_amount), before: whole(row.before_amount) },
    ])
  );
}

/** Where an authority stands at a month: everything it reported since October, in satang. */
export interface Standing {
  authority: string;
  /** Months it reported, as bits. */
  months: number;
  revenue: number;
  expenditure: number;
  ownRevenue: number;
  investment: number;
}

interface StandingRow {
  standing_id: number;
  authority: string;
  months: number;
  revenue: number | string;
  expenditure: number | string;
  own_revenue: number | string;
  investment: number | string;
}

/** Standings of some authorities at some months. */
export async function readStandings(
  session: Session,
  standings: readonly number[],
  authorities: readonly string[]
): Promise<(Standing & { standingId: number })[]> {
  if (standings.length === 0 || authorities.length === 0) return [];
  const rows = (await session('km_fiscal_standings')
    .whereIn('standing_id', standings)
    .whereIn('authority', authorities)) as StandingRow[];
  return rows.map((row) => ({ standingId: row.standing_id, ...adaptStanding(row) }));
}

/** Everyone who reported exactly the given months by a month. */
export async function readPeers(
  strapi: Core.Strapi,
  standing: number,
  months: number
): Promise<Standing[]> {
  const columns = ['authority', 'revenue', 'expenditure', 'own_revenue', 'investment'];
  const [row] = await run<{ peers: string | null }>(
    strapi.db.connection,
    `select ${jsonLines(strapi).gather(columns)} as peers
       from km_fiscal_standings where standing_id = :standing and months = :months`,
    { standing, months }
  );
  const peers = JSON.parse(row?.peers ?? '[]') as [string, number, number, number, number][];
  return peers.map(([authority, revenue, expenditure, ownRevenue, investment]) => ({
    authority,
    months,
    revenue,
    expenditure,
    ownRevenue,
    investment,
  }));
}

/** Sets of months (bits) by a month, those that most authorities reported first. */
export async function commonestMonths(
  session: Session,
  standing: number,
  count: number
): Promise<number[]> {
  const rows = await run<{ months: number }>(
    session,
    `select months from km_fiscal_standings where standing_id = :standing
      group by months order by count(*) desc, months desc limit :count`,
    { standing, count }
  );
  return rows.map(({ months }) => months);
}

function adaptStanding(row: StandingRow): Standing {
  return {
    authority: row.authority,
    months: row.months,
    revenue: Number(row.revenue),
    expenditure: Number(row.expenditure),
    ownRevenue: Number(row.own_revenue),
    investment: Number(row.investment),
  };
}

/** The last month of each year that is shown: its standings are of the whole year so far. */
export function lastOfYears(shown: readonly ShownMonth[]): Map<number, ShownMonth> {
  return new Map(shown.map((month) => [month.fiscalYear, month]));
}

/** Years an authority has figures of, with its standing at the last month that is shown of each. */
export async function yearsOfAuthority(
  session: Session,
  shown: readonly ShownMonth[],
  code: string
): Promise<Map<number, Standing & { throughMonth: number }>> {
  const last = lastOfYears(shown);
  const standings = await readStandings(
    session,
    [...last.values()].map(({ standingId }) => standingId),
    [code]
  );
  const years = new Map([...last.values()].map((month) => [month.standingId, month.fiscalYear]));
  return new Map(
    standings.flatMap((standing) => {
      const year = years.get(standing.standingId);
      const throughMonth = lastMonthOf(standing.months);
      if (year === undefined || throughMonth === null) return [];
      return [[year, { ...standing, throughMonth }] as const];
    })
  );
}
