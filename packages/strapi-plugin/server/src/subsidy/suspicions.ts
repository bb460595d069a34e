import type { Core } from '@strapi/types';
import type { ImportChanges, Suspicion } from '../import/data-set';
import { fiscalYearRange, formatBaht, satangToBaht } from '@km-laas/thai';
import type { Load, Part } from './editions';
import { everywhere, sqlOf, type Sql } from './ledger';
import { subsidyTypeOf } from './types';

const mostExamples = 20;
/** Share of a letter's lines that may go without a word. */
const silentLoss = 0.1;
/** No allowance is less than this a head, in satang; an amount that is was written in thousands. */
const leastPerHead = 1_000;

/** What a person should look at before a load is shown. */
export async function findSuspicions(
  strapi: Core.Strapi,
  load: Load,
  parts: readonly Part[],
  changes: ImportChanges
): Promise<Suspicion[]> {
  const sql = sqlOf(strapi);
  const found = [
    lessThanBefore(parts, changes),
    await perHead(sql, load),
    await otherYears(sql, load, parts),
    await unknownAmends(sql, load),
    await leavingSamples(sql, load, parts),
  ];
  return found.filter((suspicion) => suspicion !== null);
}

function lessThanBefore(parts: readonly Part[], { removed }: ImportChanges): Suspicion | null {
  const shorter = parts.filter(
    ({ before, lines, beforeLines }) => before !== null && lines < beforeLines * (1 - silentLoss)
  );
  if (removed === 0 || shorter.length === 0) return null;
  return {
    kind: 'missing',
    sentence: `หนังสือ ${shorter.length} ฉบับมีรายการน้อยกว่าที่เผยแพร่อยู่ รายการที่ไม่มีในไฟล์ ${removed.toLocaleString('en-US')} รายการจะหายไป`,
    examples: shorter
      .slice(0, mostExamples)
      .map(
        ({ letterNumber, scope, lines, beforeLines }) =>
          `${letterNumber ?? scope}: เดิม ${beforeLines.toLocaleString('en-US')} รายการ ในไฟล์ ${lines.toLocaleString('en-US')} รายการ`
      ),
    count: shorter.length,
  };
}

/** Allowances of less than ten baht a head: the amounts look as if they were thousands. */
async function perHead(sql: Sql, load: Load): Promise<Suspicion | null> {
  const rows = await sql.rows<{ type: string; amount: string; headcount: string }>(
    `select s.type, sum(s.amount) as amount, sum(s.headcount) as headcount
     from :parts: p join :sums: s on s.part_id = p.id and s.area = :everywhere
     where p.load_id = :load and s.headcount > 0 and s.amount > 0 group by s.type
     having sum(s.amount) < ${leastPerHead} * sum(s.headcount)`,
    { load: load.id, everywhere }
  );
  if (rows.length === 0) return null;
  return {
    kind: 'unit',
    sentence: 'จำนวนเงินต่อคนน้อยผิดปกติ อาจเป็นตัวเลขหน่วยพันบาท',
    examples: rows.slice(0, mostExamples).map(({ type, amount, headcount }) => {
      const each = Math.round(Number(amount) / Number(headcount));
      return `${subsidyTypeOf(type).nameTh}: เฉลี่ยคนละ ${formatBaht(satangToBaht(each))}`;
    }),
    count: rows.length,
  };
}

/** Transfers on a day outside their fiscal year. */
async function otherYears(sql: Sql, load: Load, parts: readonly Part[]): Promise<Suspicion | null> {
  let count = 0;
  const examples: string[] = [];
  for (const fiscalYear of new Set(parts.map((part) => part.fiscalYear))) {
    const { from, to } = fiscalYearRange(fiscalYear);
    const rows = await sql.rows<{ letter: string | null; day: string; count: number }>(
      `select p.letter_number as letter, l.transfer_date as day, count(*) as count
       from :parts: p join :lines: l on l.part_id = p.id
       where p.load_id = :load and p.fiscal_year = :fiscalYear and l.transfer_date <> ''
         and (l.transfer_date < :from or l.transfer_date > :to)
       group by p.letter_number, l.transfer_date order by l.transfer_date limit 200`,
      { load: load.id, fiscalYear, from, to }
    );
    for (const row of rows) {
      count += Number(row.count);
      examples.push(`ปีงบประมาณ ${fiscalYear} ${row.letter ?? 'ไม่ระบุหนังสือ'}: โอนวันที่ ${row.day}`);
    }
  }
  if (count === 0) return null;
  return {
    kind: 'history',
    sentence: `มี ${count.toLocaleString('en-US')} รายการที่วันที่โอนอยู่นอกปีงบประมาณของรายการ`,
    examples: examples.slice(0, mostExamples),
    count,
  };
}

/** Lines that add to or correct an allocation nobody has heard of. */
async function unknownAmends(sql: Sql, load: Load): Promise<Suspicion | null> {
  const rows = await sql.rows<{ amends: string; name: string }>(
    `select n.amends, n.authority_name as name from :parts: p join :lines: n on n.part_id = p.id
     where p.load_id = :load and n.amends <> '' and not exists (
       select 1 from :lines: o where o.authority = n.authority and o.allocation_number = n.amends)
     order by n.amends limit 1000`,
    { load: load.id }
  );
  if (rows.length === 0) return null;
  return {
    kind: 'other',
    sentence: `มี ${rows.length.toLocaleString('en-US')} รายการที่เพิ่มเติมหรือแก้ไขใบจัดสรรซึ่งไม่พบของ อปท. นั้น`,
    examples: rows.slice(0, mostExamples).map(({ amends, name }) => `${amends} (${name})`),
    count: rows.length,
  };
}

/** Real figures make the invented ones of their fiscal years go. */
async function leavingSamples(
  sql: Sql,
  load: Load,
  parts: readonly Part[]
): Promise<Suspicion | null> {
  if (load.sample) return null;
  const years: number[] = [];
  for (const fiscalYear of new Set(parts.map((part) => part.fiscalYear))) {
    const rows = await sql.rows(
      `select 1 as found from :current: c join :editions: e on e.id = c.edition_id
       where c.fiscal_year = :fiscalYear and e.sample = :yes`,
      { fiscalYear, yes: true }
    );
    if (rows.length > 0) years.push(fiscalYear);
  }
  if (years.length === 0) return null;
  return {
    kind: 'other',
    sentence: `ข้อมูลตัวอย่างทั้งหมดของปีงบประมาณ ${years.join(', ')} จะถูกแทนที่ด้วยข้อมูลจริงจากไฟล์นี้`,
  };
}
