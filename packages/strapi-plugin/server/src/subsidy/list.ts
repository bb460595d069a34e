import type {
  AuthorityRef,
  SubsidyMeta,
  SubsidyPayee,
  SubsidyQuery,
  SubsidyStatus,
  SubsidyTransfer,
  Urgency,
} from '@km-laas/contract';
import { fiscalYearOf, satangToBaht } from '@km-laas/thai';
import type { Core } from '@strapi/types';
import { kindFacts, kindNames } from '../authority/kinds';
import { authoritiesOf, refOf, type AuthorityRegister } from '../authority/register';
import { anyInstalment, anyType, breathe, everywhere, sqlOf, type Sql } from './ledger';
import { lawsOfLetters } from './letters';
import { compareSubsidyTypes, subsidyTypeOf } from './types';

/** What lists are asked by; paging aside. */
export type SubsidyFilter = Pick<
  SubsidyQuery,
  'authority' | 'province' | 'type' | 'instalment' | 'fiscalYear'
>;

const source = {
  nameTh: 'กรมส่งเสริมการปกครองท้องถิ่น กระทรวงมหาดไทย',
  nameEn: 'Department of Local Administration, Ministry of Interior',
};

/** Lines read at once for a table of all. */
const batch = 2000;

interface Edition {
  id: number;
  fiscalYear: number;
  sample: boolean;
  madeAt: string;
}

/** Lines of a part that match, and where the part stands among the others. */
interface Place {
  partId: number;
  lines: number;
}

interface LineRow {
  partId: number;
  line: number;
  fiscalYear: number;
  authority: string;
  authorityName: string;
  province: string;
  type: string;
  subItem: string;
  instalment: number;
  periodFrom: string;
  periodTo: string;
  letterNumber: string | null;
  letterDate: string | null;
  letterUrgency: Urgency | null;
  letterKey: string | null;
  allocationNumber: string;
  budgetCode: string;
  transferDate: string;
  payee: SubsidyPayee;
  headcount: number | null;
  amount: string | number;
  status: SubsidyStatus;
  amends: string;
  sample: boolean | number;
}

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

/** SQL of the filters that a line, and a sum, can be narrowed by. */
function conditions({ authority, province, type, instalment }: SubsidyFilter) {
  const given = Object.entries({ type, instalment, province }).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined
  );
  return {
    /** @param also - `province`, where the table has such a column. */
    where: (table: string, also?: 'province') =>
      given
        .filter(([column]) => column !== 'province' || also === 'province')
        .map(([column]) => `and ${table}.${column} = :${column}`)
        .join(' '),
    values: { ...Object.fromEntries(given), ...(authority !== undefined && { authority }) },
  };
}

async function readPage(sql: Sql, edition: Edition, query: SubsidyQuery): Promise<LineRow[]> {
  const start = (query.page - 1) * query.pageSize;
  if (query.authority !== undefined) {
    return readOfAuthority(sql, edition, query, { limit: query.pageSize, offset: start });
  }
  const rows: LineRow[] = [];
  let before = 0;
  // Sums say in which part a page begins, so that no lines are read to be skipped but those of it.
  for (const { partId, lines } of await readPlaces(sql, edition, query)) {
    const offset = Math.max(0, start - before);
    before += lines;
    if (before <= start) continue;
    const limit = query.pageSize - rows.length;
    rows.push(...(await readLines(sql, query, { partId, after: -1, limit, offset })));
    if (rows.length >= query.pageSize) break;
  }
  return rows;
}

/** The parts of an edition that have something that matches, in the order readers see them. */
async function readPlaces(sql: Sql, edition: Edition, query: SubsidyFilter): Promise<Place[]> {
  const { where, values } = conditions(query);
  const rows = await sql.rows<Place>(
    `select p.id as "partId", sum(s.lines) as lines
     from :editionParts: e join :parts: p on p.id = e.part_id
     join :sums: s on s.part_id = p.id and s.area = :area
     where e.edition_id = :edition ${where('s')}
     group by p.id, p.order_day order by p.order_day, p.id`,
    { ...values, edition: edition.id, area: query.province ?? everywhere }
  );
  return rows.map((row) => ({ ...row, lines: Number(row.lines) }));
}

const selection = `l.part_id as "partId", l.line, p.fiscal_year as "fiscalYear", l.authority,
  l.authority_name as "authorityName", l.province, l.type, l.sub_item as "subItem", l.instalment,
  l.period_from as "periodFrom", l.period_to as "periodTo", p.letter_number as "letterNumber",
  p.letter_date as "letterDate", p.letter_urgency as "letterUrgency", p.letter_key as "letterKey",
  l.allocation_number as "allocationNumber", l.budget_code as "budgetCode",
  l.transfer_date as "transferDate", l.payee, l.headcount, l.amount, l.status, l.amends, p.sample`;

function readLines(
  sql: Sql,
  query: SubsidyFilter,
  window: { partId: number; after: number; limit: number; offset: number }
): Promise<LineRow[]> {
  const { where, values } = conditions(query);
  return sql.rows<LineRow>(
    `select ${selection} from :lines: l join :parts: p on p.id = l.part_id
     where l.part_id = :partId and l.line > :after ${where('l', 'province')}
     order by l.line limit :limit offset :offset`,
    { ...values, ...window }
  );
}

function readOfAuthority(
  sql: Sql,
  edition: Edition,
  query: SubsidyFilter,
  window = { limit: 1_000_000, offset: 0 }
): Promise<LineRow[]> {
  const { where, values } = conditions(query);
  return sql.rows<LineRow>(
    `select ${selection} from :lines: l
     join :editionParts: e on e.part_id = l.part_id and e.edition_id = :edition
     join :parts: p on p.id = l.part_id
     where l.authority = :authority ${where('l', 'province')}
     order by p.order_day, p.id, l.line limit :limit offset :offset`,
    { ...values, ...window, edition: edition.id }
  );
}

async function adaptRows(
  strapi: Core.Strapi,
  rows: readonly LineRow[]
): Promise<SubsidyTransfer[]> {
  if (rows.length === 0) return [];
  const register = await authoritiesOf(strapi);
  const laws = await lawsOfLetters(
    strapi,
    rows.flatMap(({ letterKey }) => letterKey ?? [])
  );
  return rows.map((row) => ({
    id: `${row.partId}-${row.line}`,
    fiscalYear: row.fiscalYear,
    authority: authorityOf(row, register),
    type: subsidyTypeOf(row.type),
    subItem: row.subItem || null,
    instalment: row.instalment || null,
    periodFrom: row.periodFrom || null,
    periodTo: row.periodTo || null,
    letter:
      row.letterNumber === null
        ? null
        : {
            number: row.letterNumber,
            date: row.letterDate,
            urgency: row.letterUrgency,
            lawId: (row.letterKey && laws.get(row.letterKey)) || null,
          },
    allocationNumber: row.allocationNumber || null,
    budgetCode: row.budgetCode || null,
    transferDate: row.transferDate || null,
    payee: row.payee,
    headcount: row.headcount,
    amount: satangToBaht(Number(row.amount)),
    status: row.status,
    amends: row.amends || null,
    sample: Boolean(row.sample),
  }));
}

/** The authority of a line by the name it had; what else is known of it comes from the register. */
function authorityOf(row: LineRow, register: AuthorityRegister): AuthorityRef {
  const known = register.byCode.get(row.authority);
  if (known) return { ...refOf(known), name: row.authorityName };
  // Taken out of the register since: its code still says its kind.
  const digit = row.authority.charAt(1);
  return {
    code: row.authority,
    name: row.authorityName,
    kind: kindNames.find((kind) => kindFacts[kind].digit === digit) ?? 'sao',
    district: null,
    provinceCode: row.province,
    province: register.places.province(row.province)?.nameTh ?? row.province,
  };
}
