import type { SubsidyMeta, SubsidyQuery, SubsidyStatus, SubsidyTransfer } from '@km-laas/contract';
import { fiscalYearOf, satangToBaht } from '@km-laas/thai';
import type { Core } from '@strapi/types';
import { breathe } from '../platform/breathe';
import { adaptRows } from './adapt';
import { anyInstalment, anyType, everywhere, sqlOf, type Sql } from './ledger';
import {
  conditions,
  readLines,
  readOfAuthority,
  readPage,
  readPlaces,
  type Edition,
  type SubsidyFilter,
} from './lines';
import { compareSubsidyTypes, subsidyTypeOf } from './types';

const source = {
  nameTh: 'กรมส่งเสริมการปกครองท้องถิ่น กระทรวงมหาดไทย',
  nameEn: 'Department of Local Administration, Ministry of Interior',
};

/** Lines read at once for a table of all. */
const batch = 2000;

type FiguresOnly = Omit<SubsidyMeta, 'page' | 'pageSize' | 'total' | 'asOf'>;

/** Transfers of a fiscal year, the newest letter first and its lines as its list has them. */
export async function listSubsidies(
  strapi: Core.Strapi,
  query: SubsidyQuery
): Promise<{ data: SubsidyTransfer[]; total: number; meta: FiguresOnly }> {
  const sql = sqlOf(strapi);
  const editions = await readEditions(sql);
  const edition = editionAsked(editions, query.fiscalYear);
  const { meta, total } = await describe(sql, editions, edition, query);
  const rows = edition === undefined || total === 0 ? [] : await readPage(sql, edition, query);
  return { data: await adaptRows(strapi, rows), total, meta };
}

/** What a table of all that match says of itself. */
export async function describeSubsidies(
  strapi: Core.Strapi,
  query: SubsidyFilter
): Promise<{ total: number; meta: FiguresOnly }> {
  const sql = sqlOf(strapi);
  const editions = await readEditions(sql);
  return describe(sql, editions, editionAsked(editions, query.fiscalYear), query);
}

/**
 * Every transfer that matches, in the order of {@link listSubsidies}, some thousands at a time; others
 * have their turn in between. What is imported meanwhile is not mixed in.
 */
export async function* allSubsidies(
  strapi: Core.Strapi,
  query: SubsidyFilter
): AsyncGenerator<SubsidyTransfer[]> {
  const sql = sqlOf(strapi);
  const edition = editionAsked(await readEditions(sql), query.fiscalYear);
  if (edition === undefined) return;
  if (query.authority !== undefined) {
    const rows = await readOfAuthority(sql, edition, query);
    if (rows.length > 0) yield await adaptRows(strapi, rows);
    return;
  }
  for (const { partId } of await readPlaces(sql, edition, query)) {
    let after = -1;
    for (;;) {
      const rows = await readLines(sql, query, { partId, after, limit: batch, offset: 0 });
      if (rows.length > 0) yield await adaptRows(strapi, rows);
      if (rows.length < batch) break;
      after = rows.at(-1)?.line ?? 0;
      await breathe();
    }
  }
}

/** The current edition of every fiscal year that has figures, the newest year first. */
async function readEditions(sql: Sql): Promise<Edition[]> {
  return sql.rows<Edition>(
    `select e.id, c.fiscal_year as "fiscalYear", e.sample, e.made_at as "madeAt"
     from :current: c join :editions: e on e.id = c.edition_id order by c.fiscal_year desc`
  );
}

function editionAsked(
  editions: readonly Edition[],
  fiscalYear: number | undefined
): Edition | undefined {
  if (fiscalYear === undefined) return editions[0];
  return editions.find((edition) => Number(edition.fiscalYear) === fiscalYear);
}

interface Figures {
  type: string;
  instalment: number;
  status: SubsidyStatus;
  lines: number;
  amount: number;
}

async function describe(
  sql: Sql,
  editions: readonly Edition[],
  edition: Edition | undefined,
  query: SubsidyFilter
): Promise<{ total: number; meta: FiguresOnly }> {
  const figures = edition === undefined ? [] : await readFigures(sql, edition, query);
  const types = edition === undefined ? [] : await readTypes(sql, edition);
  const total = figures.reduce((lines, each) => lines + each.lines, 0);
  const authorities =
    edition === undefined || total === 0 ? 0 : await readReach(sql, edition, query);
  return {
    total,
    meta: {
      source,
      importedAt: edition?.madeAt ?? null,
      sample: Boolean(edition?.sample),
      fiscalYear: edition?.fiscalYear ?? query.fiscalYear ?? fiscalYearOf(new Date()),
      fiscalYears: editions.map(({ fiscalYear }) => fiscalYear),
      types: types.map(subsidyTypeOf),
      totals: { lines: total, authorities, ...amountsOf(figures) },
      matrix: matrixOf(figures),
    },
  };
}

/** Sums by type, instalment and status of all that match; never from the lines of more than one authority. */
async function readFigures(sql: Sql, edition: Edition, query: SubsidyFilter): Promise<Figures[]> {
  const { where, values } = conditions(query);
  const rows =
    query.authority === undefined
      ? await sql.rows<Figures>(
          `select s.type, s.instalment, s.status, sum(s.lines) as lines, sum(s.amount) as amount
           from :editionParts: e join :sums: s on s.part_id = e.part_id and s.area = :area
           where e.edition_id = :edition ${where('s')} group by s.type, s.instalment, s.status`,
          { ...values, edition: edition.id, area: query.province ?? everywhere }
        )
      : await sql.rows<Figures>(
          `select l.type, l.instalment, l.status, count(*) as lines, sum(l.amount) as amount
           from :lines: l join :editionParts: e on e.part_id = l.part_id and e.edition_id = :edition
           where l.authority = :authority ${where('l', 'province')} group by l.type, l.instalment, l.status`,
          { ...values, edition: edition.id }
        );
  // The PostgreSQL driver hands out sums as text.
  return rows.map((row) => ({ ...row, lines: Number(row.lines), amount: Number(row.amount) }));
}

async function readTypes(sql: Sql, edition: Edition): Promise<string[]> {
  const rows = await sql.rows<{ type: string }>(
    `select distinct type from :reach: where edition_id = :edition and area = :everywhere and type <> :anyType`,
    { edition: edition.id, everywhere, anyType }
  );
  return rows.map(({ type }) => type).sort(compareSubsidyTypes);
}

async function readReach(sql: Sql, edition: Edition, query: SubsidyFilter): Promise<number> {
  if (query.authority !== undefined) return 1;
  const [row] = await sql.rows<{ authorities: number }>(
    `select authorities from :reach: where edition_id = :edition and area = :area and type = :type and instalment = :instalment`,
    {
      edition: edition.id,
      area: query.province ?? everywhere,
      type: query.type ?? anyType,
      instalment: query.instalment ?? anyInstalment,
    }
  );
  return row?.authorities ?? 0;
}

/** Sums of satang as baht: exact, because they are added as whole numbers first. */
function amountsOf(figures: readonly Figures[]) {
  const of = (status: SubsidyStatus) =>
    figures.filter((each) => each.status === status).reduce((sum, { amount }) => sum + amount, 0);
  const transferred = of('transferred');
  const recalled = of('recalled');
  return {
    allocated: satangToBaht(of('allocated')),
    transferred: satangToBaht(transferred),
    recalled: satangToBaht(recalled),
    net: satangToBaht(transferred - recalled),
  };
}

function matrixOf(figures: readonly Figures[]): SubsidyMeta['matrix'] {
  const cells = new Map<string, Figures[]>();
  for (const each of figures) {
    const key = `${each.type}/${each.instalment}`;
    const cell = cells.get(key);
    if (cell) cell.push(each);
    else cells.set(key, [each]);
  }
  return [...cells.values()]
    .flatMap((cell) => {
      const [first] = cell;
      if (!first) return [];
      return {
        type: first.type,
        instalment: first.instalment || null,
        lines: cell.reduce((lines, each) => lines + each.lines, 0),
        ...amountsOf(cell),
      };
    })
    .sort(
      (a, b) =>
        compareSubsidyTypes(a.type, b.type) ||
        (a.instalment ?? Infinity) - (b.instalment ?? Infinity) ||
        0
    );
}
