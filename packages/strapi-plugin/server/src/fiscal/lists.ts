import type {
  FiscalAuthoritiesQuery,
  FiscalAuthority,
  FiscalMap,
  FiscalProvince,
} from '@km-laas/contract';
import { compareThai, satangToBaht } from '@km-laas/thai';
import type { Core } from '@strapi/types';
import { authoritiesOf, refOf, type RegisteredAuthority } from '../authority/register';
import { knownProvince, membersOf, perHead, provinceArea } from './areas';
import { readStandings, type Standing } from './figures';
import type { ShownMonth } from './ledger';
import { daysOf, existsIn, lastMonthOf } from './months';
import { provenanceOf, yearAsked, type Provenance } from './provenance';
import { shownNow } from './shown-now';
import { run, whole } from './sql';

function monthsOfYear(shown: readonly ShownMonth[], asked: number | undefined) {
  const fiscalYear = yearAsked(
    asked,
    shown.map((month) => month.fiscalYear)
  );
  const months = shown.filter((month) => month.fiscalYear === fiscalYear);
  return { fiscalYear, months, last: months.at(-1) };
}

/** Revenue and expenditure of all provinces from October to the last month that is shown. */
export async function getMap(
  strapi: Core.Strapi,
  query: { fiscalYear?: number | undefined }
): Promise<{ data: FiscalMap; meta: Provenance }> {
  const register = await authoritiesOf(strapi);
  const { fiscalYear, months, last } = monthsOfYear(await shownNow(strapi), query.fiscalYear);
  const throughMonth = last?.fiscalMonth ?? null;
  const sums = await sumsByProvince(strapi, months);
  const month = { fiscalYear, fiscalMonth: throughMonth ?? 12 };
  const provinces = register.places.provinces.map((province): FiscalProvince => {
    const members = membersOf(register, provinceArea(register, province), month);
    const { population } = members;
    const sum = sums.get(province.code);
    return {
      province,
      revenue: sum ? satangToBaht(sum.revenue) : null,
      expenditure: sum ? satangToBaht(sum.expenditure) : null,
      population,
      revenuePerHead: sum ? perHead(sum.revenue, population) : null,
      expenditurePerHead: sum ? perHead(sum.expenditure, population) : null,
      authorities: members.count,
      reported: sum?.reported ?? 0,
    };
  });
  return { data: { fiscalYear, throughMonth, provinces }, meta: provenanceOf(months) };
}

interface ProvinceSum {
  revenue: number;
  expenditure: number;
  /** Authorities that reported the last month. */
  reported: number;
}

async function sumsByProvince(
  strapi: Core.Strapi,
  months: readonly ShownMonth[]
): Promise<Map<string, ProvinceSum>> {
  const last = months.at(-1);
  if (!last) return new Map();
  const rows = await run<Record<string, string | number>>(
    strapi.db.connection,
    `select area, sum(revenue) as revenue, sum(expenditure) as expenditure,
            sum(case when load_id = :last then reported else 0 end) as reported
       from km_fiscal_coverage
      where load_id in (${months.map(({ loadId }) => loadId).join(', ')})
            and kind = '' and length(area) = 2
      group by area`,
    { last: last.loadId }
  );
  return new Map(
    rows.map((row) => [
      String(row.area),
      {
        revenue: whole(row.revenue),
        expenditure: whole(row.expenditure),
        reported: whole(row.reported),
      },
    ])
  );
}

/**
 * Authorities of a province, each with its figures from October to the last month it reported.
 *
 * @throws {ProblemError} 404 where no province has the code.
 */
export async function listFiscalAuthorities(
  strapi: Core.Strapi,
  query: Omit<FiscalAuthoritiesQuery, 'page' | 'pageSize'> &
    Partial<Pick<FiscalAuthoritiesQuery, 'page' | 'pageSize'>>
): Promise<{ data: FiscalAuthority[]; total: number; meta: Provenance & { fiscalYear: number } }> {
  const session = strapi.db.connection;
  const register = await authoritiesOf(strapi);
  const { code } = knownProvince(register, query.province);
  const { fiscalYear, months, last } = monthsOfYear(await shownNow(strapi), query.fiscalYear);
  const candidates = register
    .ofProvince(code)
    .filter(({ kind }) => query.kind === undefined || kind === query.kind);
  const standings = new Map(
    (
      await readStandings(
        session,
        last ? [last.standingId] : [],
        candidates.flatMap((one) => one.code ?? [])
      )
    ).map((standing) => [standing.authority, standing])
  );
  const days = daysOf({ fiscalYear, fiscalMonth: last?.fiscalMonth ?? 12 });
  const lines = candidates
    // One that was abolished during the year keeps what it had reported until then.
    .filter((one) => existsIn(one, days) || standings.has(one.code ?? ''))
    .map((one) => adaptLine(one, standings.get(one.code ?? '')))
    .sort(byFigure(query.sort));
  const { page = 1, pageSize = lines.length } = query;
  return {
    data: lines.slice((page - 1) * pageSize, page * pageSize),
    total: lines.length,
    meta: { ...provenanceOf(months), fiscalYear },
  };
}

function adaptLine(authority: RegisteredAuthority, standing?: Standing): FiscalAuthority {
  const { population } = authority;
  return {
    authority: refOf(authority),
    population,
    throughMonth: standing ? lastMonthOf(standing.months) : null,
    revenue: standing ? satangToBaht(standing.revenue) : null,
    expenditure: standing ? satangToBaht(standing.expenditure) : null,
    revenuePerHead: standing ? perHead(standing.revenue, population) : null,
    expenditurePerHead: standing ? perHead(standing.expenditure, population) : null,
  };
}

type Sort = FiscalAuthoritiesQuery['sort'];

function byFigure(sort: Sort): (a: FiscalAuthority, b: FiscalAuthority) => number {
  const byName = (a: FiscalAuthority, b: FiscalAuthority) =>
    compareThai(a.authority.name, b.authority.name) ||
    ((a.authority.code ?? '') < (b.authority.code ?? '') ? -1 : 1);
  if (sort === 'name') return byName;
  return (a, b) => {
    const [one, other] = [a[sort], b[sort]];
    if (one === null || other === null) {
      return Number(one === null) - Number(other === null) || byName(a, b);
    }
    return other - one || byName(a, b);
  };
}
