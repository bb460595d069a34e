import type { SubsidyPayee, SubsidyQuery, SubsidyStatus, Urgency } from '@km-laas/contract';
import { everywhere, type Sql } from './ledger';

/** What lists are asked by; paging aside. */
export type SubsidyFilter = Pick<
  SubsidyQuery,
  'authority' | 'province' | 'type' | 'instalment' | 'fiscalYear'
>;

/** All transfers of a fiscal year as readers see them at one moment. */
export interface Edition {
  id: number;
  fiscalYear: number;
  sample: boolean;
  madeAt: string;
}

/** Lines of a part that match, and where the part stands among the others. */
export interface Place {
  partId: number;
  lines: number;
}

/** A transfer as the database has it. */
export interface LineRow {
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

/** SQL of the filters that a line, and a sum, can be narrowed by. */
export function conditions({ authority, province, type, instalment }: SubsidyFilter) {
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

/** One page of what matches. */
export async function readPage(
  sql: Sql,
  edition: Edition,
  query: SubsidyQuery
): Promise<LineRow[]> {
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
export async function readPlaces(
  sql: Sql,
  edition: Edition,
  query: SubsidyFilter
): Promise<Place[]> {
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

/** Lines of a part after one of them. */
export function readLines(
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

export function readOfAuthority(
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
