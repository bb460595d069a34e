import type { AuthorityKind, Region } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { kindFacts, kindNames } from '../authority/kinds';
import type { AuthorityRegister } from '../authority/register';
import { breathe } from '../platform/breathe';
import { investmentGroup, ownRevenueGroup } from './chart-of-accounts';
import { groupBy } from './group-by';
import type { Load, ShownMonth } from './ledger';
import { monthBit, monthNumber } from './months';
import { jsonLines, run, whole } from './sql';

/** A range of authority codes: `from` belongs to it, `to` does not. */
export interface CodeRange {
  from: string;
  to: string;
}

/** Authorities in one step: enough to be fast, few enough to keep readers waiting no longer than milliseconds. */
const stepSize = 200;

/** Every code there can be, in ranges of so many registered authorities. */
export function codeRanges(register: AuthorityRegister, size = stepSize): CodeRange[] {
  const codes = [...register.byCode.keys()].sort();
  const borders = codes.filter((_code, index) => index > 0 && index % size === 0);
  return ['', ...borders].map((from, index) => ({ from, to: borders[index] ?? 'z' }));
}

/** Where an authority belongs in summaries. */
export interface Place {
  code: string;
  provinceCode: string;
  kind: AuthorityKind;
}

/** Where the register puts an authority; one it has lost is put where its code says. */
export function placeOf(register: AuthorityRegister, code: string): Place {
  const known = register.byCode.get(code);
  if (known) return { code, provinceCode: known.provinceCode, kind: known.kind };
  const kind = kindNames.find((name) => kindFacts[name].digit === code.charAt(1)) ?? 'sao';
  return { code, provinceCode: code.slice(2, 4), kind };
}

/** Area of everything together; the others are called by their region or province code. */
export const countryArea = 'country';

const quoted = (codes: string[]) => codes.map((code) => `'${code}'`).join(', ');
const sumWhere = (condition: string) => `sum(case when ${condition} then amount else 0 end)`;
/** Accounts of a group share its first two digits, those of a side its first. */
const within = (digits: string) => `account >= '${digits}' and account < '${Number(digits) + 1}'`;

const totalsStatement = `
  insert into km_fiscal_totals (load_id, authority, revenue, expenditure, own_revenue, investment)
  select load_id, authority, ${sumWhere(within('4'))}, ${sumWhere(within('5'))},
         ${sumWhere(within(ownRevenueGroup.slice(0, 2)))},
         ${sumWhere(within(investmentGroup.slice(0, 2)))}
    from km_fiscal_facts
   where load_id = :load and authority >= :from and authority < :to
   group by load_id, authority`;

/** Adds up a load by authority; replaces what was added up before. */
export async function totalLoad(
  strapi: Core.Strapi,
  loadId: number,
  ranges: readonly CodeRange[],
  check: () => void
): Promise<void> {
  const session = strapi.db.connection;
  for (const range of ranges) {
    check();
    const bindings = { load: loadId, ...range };
    await session.transaction(async (trx) => {
      await run(
        trx,
        'delete from km_fiscal_totals where load_id = :load and authority >= :from and authority < :to',
        bindings
      );
      await run(trx, totalsStatement, bindings);
    });
    await breathe();
  }
}

/**
 * Adds up a load by province, region and country, each by kind and for all kinds together. Needs
 * {@link totalLoad} first.
 */
export async function sumLoad(
  strapi: Core.Strapi,
  loadId: number,
  register: AuthorityRegister,
  check: () => void
): Promise<void> {
  const session = strapi.db.connection;
  const lines = jsonLines(strapi);
  for (const table of ['km_fiscal_sums', 'km_fiscal_coverage']) {
    await run(session, `delete from ${table} where load_id = :load`, { load: loadId });
    await breathe();
  }
  for (const batch of batchesOf(await placesIn(strapi, loadId, register))) {
    check();
    const bindings = {
      load: loadId,
      places: JSON.stringify(batch.map((one) => [one.code, one.provinceCode, one.kind])),
    };
    const [code, province, kind] = [lines.text(0), lines.text(1), lines.text(2)];
    await run(
      session,
      `insert into km_fiscal_sums (load_id, area, kind, account, entries, amount)
       select fact.load_id, ${province}, ${kind}, fact.account, count(*), sum(fact.amount)
         from ${lines.source('places')}
         ${lines.join} km_fiscal_facts fact on fact.load_id = :load and fact.authority = ${code}
        group by fact.load_id, ${province}, ${kind}, fact.account`,
      bindings
    );
    await run(
      session,
      `insert into km_fiscal_coverage (load_id, area, kind, reported, revenue, expenditure)
       select total.load_id, ${province}, ${kind}, count(*), sum(total.revenue), sum(total.expenditure)
         from ${lines.source('places')}
         ${lines.join} km_fiscal_totals total on total.load_id = :load and total.authority = ${code}
        group by total.load_id, ${province}, ${kind}`,
      bindings
    );
    await breathe();
  }
  const provinces = register.places.provinces;
  const regions = groupBy(provinces, ({ region }): Region => region);
  for (const [region, members] of regions) {
    check();
    await addUp(
      strapi,
      loadId,
      region,
      members.map(({ code }) => code)
    );
  }
  await addUp(strapi, loadId, countryArea, [...regions.keys()]);
  const areas = [...provinces.map(({ code }) => code), ...regions.keys(), countryArea];
  for (let index = 0; index < areas.length; index += 20) {
    check();
    await addKinds(strapi, loadId, areas.slice(index, index + 20));
  }
}

/** An area from the areas it is made of, kind by kind. */
async function addUp(
  strapi: Core.Strapi,
  load: number,
  area: string,
  parts: string[]
): Promise<void> {
  const session = strapi.db.connection;
  const within = `load_id = :load and kind <> '' and area in (${quoted(parts)})`;
  await run(
    session,
    `insert into km_fiscal_sums (load_id, area, kind, account, entries, amount)
     select load_id, '${area}', kind, account, sum(entries), sum(amount)
       from km_fiscal_sums where ${within} group by load_id, kind, account`,
    { load }
  );
  await run(
    session,
    `insert into km_fiscal_coverage (load_id, area, kind, reported, revenue, expenditure)
     select load_id, '${area}', kind, sum(reported), sum(revenue), sum(expenditure)
       from km_fiscal_coverage where ${within} group by load_id, kind`,
    { load }
  );
  await breathe();
}

/** All kinds together, area by area. */
async function addKinds(strapi: Core.Strapi, load: number, areas: string[]): Promise<void> {
  const session = strapi.db.connection;
  const within = `load_id = :load and kind <> '' and area in (${quoted(areas)})`;
  await run(
    session,
    `insert into km_fiscal_sums (load_id, area, kind, account, entries, amount)
     select load_id, area, '', account, sum(entries), sum(amount)
       from km_fiscal_sums where ${within} group by load_id, area, account`,
    { load }
  );
  await run(
    session,
    `insert into km_fiscal_coverage (load_id, area, kind, reported, revenue, expenditure)
     select load_id, area, '', sum(reported), sum(revenue), sum(expenditure)
       from km_fiscal_coverage where ${within} group by load_id, area`,
    { load }
  );
  await breathe();
}

async function placesIn(
  strapi: Core.Strapi,
  load: number,
  register: AuthorityRegister
): Promise<Place[]> {
  const rows = await run<{ authority: string }>(
    strapi.db.connection,
    'select authority from km_fiscal_totals where load_id = :load',
    { load }
  );
  return rows.map(({ authority }) => placeOf(register, authority));
}

/** Whole groups of one province and kind, as many as make a step: a group is added up at once. */
function batchesOf(places: Place[]): Place[][] {
  const groups = groupBy(places, ({ provinceCode, kind }) => `${provinceCode}/${kind}`);
  const batches: Place[][] = [];
  let current: Place[] = [];
  for (const group of groups.values()) {
    if (current.length > 0 && current.length + group.length > stepSize) {
      batches.push(current);
      current = [];
    }
    current.push(...group);
  }
  return current.length > 0 ? [...batches, current] : batches;
}

/** A month as it will be: its load, and where it is to be found from October on. */
export interface ComingMonth {
  fiscalYear: number;
  fiscalMonth: number;
  loadId: number;
  standingId: number | null;
}

/** What readers will see of the months of some years: what is shown, under what a job brings. */
export function comingMonths(shown: readonly ShownMonth[], loads: readonly Load[]): ComingMonth[] {
  const months = new Map<number, ComingMonth>(shown.map((month) => [monthNumber(month), month]));
  for (const { id, fiscalYear, fiscalMonth } of loads) {
    const month = { fiscalYear, fiscalMonth, loadId: id, standingId: null };
    months.set(monthNumber(month), month);
  }
  return [...months.values()].sort((a, b) => monthNumber(a) - monthNumber(b));
}

/**
 * Adds up, for every authority, the months from October to each month that the job's loads change:
 * their own and all later ones of the year.
 */
export async function buildStandings(
  strapi: Core.Strapi,
  jobId: string,
  coming: readonly ComingMonth[],
  ranges: readonly CodeRange[],
  check: () => void
): Promise<void> {
  const session = strapi.db.connection;
  const known = await run<{ id: number; fiscal_year: number; fiscal_month: number }>(
    session,
    'select id, fiscal_year, fiscal_month from km_fiscal_standing_sets where job_id = :jobId',
    { jobId }
  );
  for (const { id } of known) await deleteStandings(strapi, id, ranges);
  await run(session, 'delete from km_fiscal_standing_sets where job_id = :jobId', { jobId });
  for (const months of groupBy(coming, ({ fiscalYear }) => fiscalYear).values()) {
    let before: number | null = null;
    let changed = false;
    for (const month of months) {
      changed ||= month.standingId === null;
      if (changed) before = await buildStanding(strapi, jobId, month, before, ranges, check);
      else before = month.standingId;
    }
  }
}

async function buildStanding(
  strapi: Core.Strapi,
  jobId: string,
  { fiscalYear, fiscalMonth, loadId }: ComingMonth,
  before: number | null,
  ranges: readonly CodeRange[],
  check: () => void
): Promise<number> {
  const session = strapi.db.connection;
  await run(
    session,
    `insert into km_fiscal_standing_sets (job_id, fiscal_year, fiscal_month)
     values (:jobId, :fiscalYear, :fiscalMonth)`,
    { jobId, fiscalYear, fiscalMonth }
  );
  const [set] = await run<{ id: number }>(
    session,
    `select id from km_fiscal_standing_sets
      where job_id = :jobId and fiscal_year = :fiscalYear and fiscal_month = :fiscalMonth`,
    { jobId, fiscalYear, fiscalMonth }
  );
  const standing = whole(set?.id);
  const figures = 'revenue, expenditure, own_revenue, investment';
  const range = 'authority >= :from and authority < :to';
  for (const { from, to } of ranges) {
    check();
    await run(
      session,
      `insert into km_fiscal_standings (standing_id, authority, months, ${figures})
       select cast(:standing as integer), authority, sum(months), sum(revenue), sum(expenditure), sum(own_revenue), sum(investment)
         from (select authority, months, ${figures} from km_fiscal_standings
                where standing_id = :before and ${range}
               union all
               select authority, ${monthBit(fiscalMonth)}, ${figures} from km_fiscal_totals
                where load_id = :load and ${range}) months
        group by authority`,
      { standing, before: before ?? 0, load: loadId, from, to }
    );
    await breathe();
  }
  return standing;
}

/** Deletes a set of standings in small steps. */
export async function deleteStandings(
  strapi: Core.Strapi,
  standing: number,
  ranges: readonly CodeRange[]
): Promise<void> {
  for (const { from, to } of ranges) {
    await run(
      strapi.db.connection,
      'delete from km_fiscal_standings where standing_id = :standing and authority >= :from and authority < :to',
      { standing, from, to }
    );
    await breathe();
  }
}
