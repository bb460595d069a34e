import type { Core } from '@strapi/types';
import { ImportRefusal, type StepControl } from '../import/data-set';
import { breathe } from '../platform/breathe';
import { anyInstalment, anyType, everywhere, inTransaction, sqlOf, type Sql } from './ledger';

export interface Load {
  id: number;
  lines: number;
  sample: boolean;
}

/** A part of a load, and the part readers see in whose place it will be. */
export interface Part {
  id: number;
  fiscalYear: number;
  scope: string;
  letterNumber: string | null;
  lines: number;
  /** Id of the part of the same letter in the current edition; null where there is none. */
  before: number | null;
  beforeLines: number;
}

/** A part is looked at whole up to so many lines, and province by province beyond. */
const mostAtOnce = 20_000;

export async function findLoad(sql: Sql, jobId: string): Promise<Load> {
  const [row] = await sql.rows<Load>(
    `select id, lines, sample from :loads: where job_id = :jobId`,
    { jobId }
  );
  if (!row) throw new Error(`The import ${jobId} has no load.`);
  return { ...row, sample: Boolean(row.sample) };
}

/** The parts of a load in the order readers will see them. */
export async function partsOf(sql: Sql, load: Load): Promise<Part[]> {
  const rows = await sql.rows<Part & { beforeSample: boolean | number | null }>(
    `select p.id, p.fiscal_year as "fiscalYear", p.scope, p.letter_number as "letterNumber", p.lines,
       b.id as before, b.lines as "beforeLines", b.sample as "beforeSample"
     from :parts: p
     left join :current: c on c.fiscal_year = p.fiscal_year
     left join (select e.edition_id, q.* from :editionParts: e join :parts: q on q.id = e.part_id) b
       on b.edition_id = c.edition_id and b.scope = p.scope and b.fiscal_year = p.fiscal_year
     where p.load_id = :load
     order by p.fiscal_year desc, p.order_day, p.id`,
    { load: load.id }
  );
  // Invented lines are nothing that real ones could be compared with.
  return rows.map(({ beforeSample, ...row }) =>
    load.sample || !beforeSample
      ? { ...row, beforeLines: row.beforeLines ?? 0 }
      : { ...row, before: null, beforeLines: 0 }
  );
}

/** Provinces to look at a part by; one null where it is small enough to be looked at whole. */
export async function slicesOf(sql: Sql, part: Part): Promise<(string | null)[]> {
  if (part.lines + part.beforeLines <= mostAtOnce) return [null];
  const rows = await sql.rows<{ province: string }>(
    `select distinct province from :lines: where part_id in (:part, :before) order by province`,
    { part: part.id, before: part.before ?? -1 }
  );
  return rows.map(({ province }) => province);
}

/** Adds up a part by province and over all, unless that is done. */
export async function sumPart(
  strapi: Core.Strapi,
  part: Part,
  control: StepControl
): Promise<void> {
  const sql = sqlOf(strapi);
  const done = await sql.rows(
    `select 1 as done from :sums: where part_id = :part and area = :everywhere limit 1`,
    { part: part.id, everywhere }
  );
  if (done.length > 0) return;
  for (const province of await slicesOf(sql, part)) {
    await sql.run(
      `insert into :sums: (part_id, area, type, instalment, status, lines, headcount, amount)
       select part_id, province, type, instalment, status, count(*), coalesce(sum(headcount), 0), sum(amount)
       from :lines: where part_id = :part ${province === null ? '' : 'and province = :province'}
       group by part_id, province, type, instalment, status
       on conflict (part_id, area, type, instalment, status) do nothing`,
      { part: part.id, province }
    );
    await breathe();
    control.check();
  }
  await sql.run(
    `insert into :sums: (part_id, area, type, instalment, status, lines, headcount, amount)
     select part_id, cast(:everywhere as varchar(2)), type, instalment, status, sum(lines), sum(headcount), sum(amount)
     from :sums: where part_id = :part group by part_id, type, instalment, status
     on conflict (part_id, area, type, instalment, status) do nothing`,
    { part: part.id, everywhere }
  );
}

/** Lines that a file of some authorities leaves of a letter come into the new part from the old. */
export async function keepOtherAuthorities(strapi: Core.Strapi, part: Part): Promise<void> {
  if (part.before === null) return;
  await inTransaction(strapi, async (sql) => {
    const values = { part: part.id, before: part.before, first: firstKept };
    const copied = await sql.rows(
      `select 1 as done from :lines: where part_id = :part and line >= :first limit 1`,
      values
    );
    if (copied.length > 0) return;
    const columns = `authority, authority_name, province, type, sub_item, instalment, period_from, period_to,
      allocation_number, budget_code, transfer_date, payee, headcount, amount, status, amends`;
    const count = await sql.run(
      `insert into :lines: (part_id, line, ${columns})
       select cast(:part as integer), cast(:first as integer) + row_number() over (order by line), ${columns}
       from :lines: o where part_id = :before and not exists
         (select 1 from :lines: n where n.authority = o.authority and n.part_id = :part)`,
      values
    );
    await sql.run(`update :parts: set lines = lines + :count where id = :part`, {
      count,
      part: part.id,
    });
  });
}

/** Numbers of lines that were kept begin behind those of any file. */
const firstKept = 1_500_000_000;

interface Edition {
  id: number;
  previousId: number | null;
  sealed: boolean;
}

/**
 * Makes the edition of a fiscal year that a load leads to: the current one's parts without those of
 * the same letters, and the load's own. With the first real figures the invented ones leave.
 */
export async function sealEdition(
  strapi: Core.Strapi,
  load: Load,
  fiscalYear: number,
  control: StepControl
): Promise<void> {
  const sql = sqlOf(strapi);
  const edition = await openEdition(strapi, load, fiscalYear, (inside, values) =>
    inside.run(
      `insert into :editionParts: (edition_id, part_id)
       select cast(:edition as integer), q.id from :editionParts: e join :parts: q on q.id = e.part_id
       where e.edition_id = :previous ${load.sample ? '' : 'and q.sample = :invented'}
         and not exists (select 1 from :parts: n where n.load_id = :load and n.fiscal_year = q.fiscal_year and n.scope = q.scope)
       union all
       select cast(:edition as integer), id from :parts: where load_id = :load and fiscal_year = :fiscalYear`,
      { ...values, load: load.id, fiscalYear, invented: false }
    )
  );
  if (edition === null) return;
  await countReach(strapi, edition, control);
  await sql.run(
    `update :editions: set sealed = :yes, sample = (
       select count(*) from :editionParts: e join :parts: p on p.id = e.part_id
       where e.edition_id = :edition and p.sample = :yes) > 0
     where id = :edition`,
    { edition, yes: true }
  );
}

/** The id of the edition to be made, its parts listed; null where it is made already. */
async function openEdition(
  strapi: Core.Strapi,
  load: Load,
  fiscalYear: number,
  list: (sql: Sql, values: { edition: number; previous: number | null }) => Promise<unknown>
): Promise<number | null> {
  return inTransaction(strapi, async (sql) => {
    const values = { load: load.id, fiscalYear };
    const [now] = await sql.rows<{ id: number }>(
      `select edition_id as id from :current: where fiscal_year = :fiscalYear`,
      values
    );
    const previous = now?.id ?? null;
    const [known] = await sql.rows<Edition>(
      `select id, previous_id as "previousId", sealed from :editions:
       where load_id = :load and fiscal_year = :fiscalYear`,
      values
    );
    if (known?.sealed && known.previousId === previous) return null;
    if (known) {
      for (const table of ['editionParts', 'reach']) {
        await sql.run(`delete from :${table}: where edition_id = :edition`, { edition: known.id });
      }
      await sql.run(`delete from :editions: where id = :edition`, { edition: known.id });
    }
    const [made] = await sql.rows<{ id: number }>(
      `insert into :editions: (load_id, fiscal_year, previous_id, sample, sealed, made_at)
       values (:load, :fiscalYear, :previous, :no, :no, :madeAt) returning id`,
      { ...values, previous, no: false, madeAt: new Date().toISOString() }
    );
    const edition = made?.id ?? 0;
    await list(sql, { edition, previous });
    return edition;
  });
}

/** Counts the different authorities of every province, type and instalment of an edition. */
async function countReach(
  strapi: Core.Strapi,
  edition: number,
  control: StepControl
): Promise<void> {
  const sql = sqlOf(strapi);
  const provinces = await sql.rows<{ area: string }>(
    `select distinct s.area from :editionParts: e join :sums: s on s.part_id = e.part_id
     where e.edition_id = :edition and s.area <> :everywhere order by s.area`,
    { edition, everywhere }
  );
  const values = { edition, anyType, anyInstalment, everywhere };
  for (const [done, { area }] of provinces.entries()) {
    await sql.run(
      `with t as (select distinct l.authority, l.type, l.instalment
         from :editionParts: e join :lines: l on l.part_id = e.part_id
         where e.edition_id = :edition and l.province = :area)
       insert into :reach: (edition_id, area, type, instalment, authorities)
       select cast(:edition as integer), cast(:area as varchar(2)), type, instalment, authorities from (
         select type, instalment, count(distinct authority) as authorities from t group by type, instalment
         union all select type, cast(:anyInstalment as integer), count(distinct authority) from t group by type
         union all select cast(:anyType as varchar(40)), instalment, count(distinct authority) from t group by instalment
         union all select cast(:anyType as varchar(40)), cast(:anyInstalment as integer), count(distinct authority) from t
       ) counted`,
      { ...values, area }
    );
    control.report(done + 1, provinces.length);
    await breathe();
    control.check();
  }
  // An authority is in one province, so these do add up.
  await sql.run(
    `insert into :reach: (edition_id, area, type, instalment, authorities)
     select edition_id, cast(:everywhere as varchar(2)), type, instalment, sum(authorities) from :reach:
     where edition_id = :edition group by edition_id, type, instalment`,
    values
  );
}

/** Shows the editions a load made. */
export async function showEditions(sql: Sql, load: Load): Promise<number> {
  const editions = await sql.rows<Edition & { fiscalYear: number; now: number | null }>(
    `select e.id, e.fiscal_year as "fiscalYear", e.previous_id as "previousId", e.sealed, c.edition_id as now
     from :editions: e left join :current: c on c.fiscal_year = e.fiscal_year
     where e.load_id = :load order by e.fiscal_year`,
    { load: load.id }
  );
  for (const { id, fiscalYear, previousId, sealed, now } of editions) {
    if (now === id) continue;
    if (!sealed || previousId !== now) {
      throw new ImportRefusal(
        `ข้อมูลเงินอุดหนุนปีงบประมาณ ${fiscalYear} เปลี่ยนไปหลังจากตรวจไฟล์นี้ ให้ยกเลิกแล้วนำเข้าใหม่`
      );
    }
    await sql.run(`update :editions: set made_at = :madeAt where id = :id`, {
      id,
      madeAt: new Date().toISOString(),
    });
    await sql.run(
      `insert into :current: (fiscal_year, edition_id) values (:fiscalYear, :id)
       on conflict (fiscal_year) do update set edition_id = excluded.edition_id`,
      { fiscalYear, id }
    );
  }
  return editions.length;
}

/** Shows again what the editions of a load took the place of. */
export async function hideEditions(sql: Sql, load: Load): Promise<void> {
  const editions = await sql.rows<Edition & { fiscalYear: number; now: number | null }>(
    `select e.id, e.fiscal_year as "fiscalYear", e.previous_id as "previousId", c.edition_id as now
     from :editions: e left join :current: c on c.fiscal_year = e.fiscal_year
     where e.load_id = :load order by e.fiscal_year`,
    { load: load.id }
  );
  for (const { id, fiscalYear, previousId, now } of editions) {
    if (now === previousId) continue;
    if (now !== id) {
      throw new ImportRefusal(
        `มีการนำเข้าข้อมูลเงินอุดหนุนปีงบประมาณ ${fiscalYear} หลังจากรายการนี้ จึงย้อนกลับไม่ได้`
      );
    }
    if (previousId === null) {
      await sql.run(`delete from :current: where fiscal_year = :fiscalYear`, { fiscalYear });
    } else {
      await sql.run(
        `update :current: set edition_id = :previousId where fiscal_year = :fiscalYear`,
        { previousId, fiscalYear }
      );
    }
  }
}
