import type { Core } from '@strapi/types';
import { loadPlaces } from '../authority/places';
import type {
  ImportJobRef,
  ImportPreview,
  ImportStore,
  ImportSummary,
  PreviewTotals,
  StepControl,
} from '../import/data-set';
import { breathe } from '../platform/breathe';
import { appendLines } from './append';
import { changesOf, compareLoad } from './compare';
import {
  findLoad,
  hideEditions,
  keepOtherAuthorities,
  partsOf,
  sealEdition,
  showEditions,
  sumPart,
  type Load,
  type Part,
} from './editions';
import { loadSubsidyContext } from './context';
import type { SubsidyContext, SubsidyRow } from './sheet';
import { findSuspicions } from './suspicions';
import { everywhere, sqlOf, type Sql } from './ledger';
import { compareSubsidyTypes, subsidyTypeOf } from './types';

/** Parts that a sentence names one by one. */
const mostNamed = 50;
const linesAtOnce = 5000;

/** Lists of transfers in the database; see {@link file://./ledger.ts} for how they are kept. */
export const subsidyStore: ImportStore<SubsidyRow, SubsidyContext> = {
  raises: ['subsidy'],

  context: (strapi) => loadSubsidyContext(strapi),

  async open(strapi, job) {
    const sql = sqlOf(strapi);
    await sql.run(
      `insert into :loads: (job_id, sample, created_at) values (:job, :sample, :createdAt)
       on conflict (job_id) do nothing`,
      { job: job.id, sample: job.options.sample, createdAt: job.createdAt }
    );
    const [load] = await sql.rows<{ chunks: number }>(
      `select chunks from :loads: where job_id = :job`,
      { job: job.id }
    );
    return { chunks: load?.chunks ?? 0 };
  },

  append: appendLines,

  async preview(strapi, job, control) {
    const sql = sqlOf(strapi);
    const load = await findLoad(sql, job.id);
    const parts = await partsOf(sql, load);
    for (const part of parts) await sumPart(strapi, part, control);
    const changes = await compareLoad(strapi, load, isPartial(job), control);
    const preview: ImportPreview = {
      rows: load.lines,
      covers: namesOf(parts),
      amount: await amountOf(sql, load),
      changes,
      totals: [await totalsByProvince(sql, load), await totalsByType(sql, load)],
      suspicions: await findSuspicions(strapi, load, parts, changes),
    };
    return preview;
  },

  async seal(strapi, job, control) {
    const sql = sqlOf(strapi);
    const load = await findLoad(sql, job.id);
    if ((await changesOf(strapi, load)) === null) {
      await compareLoad(strapi, load, isPartial(job), control);
    }
    const parts = await partsOf(sql, load);
    for (const part of parts) {
      if (isPartial(job)) await resumPart(strapi, part, control);
      else await sumPart(strapi, part, control);
    }
    for (const fiscalYear of new Set(parts.map((part) => part.fiscalYear))) {
      await sealEdition(strapi, load, fiscalYear, control);
    }
  },

  async activate(strapi, trx, job) {
    const sql = sqlOf(strapi, trx);
    const load = await findLoad(sql, job.id);
    const parts = await sql.rows<Part>(
      `select fiscal_year as "fiscalYear", scope, letter_number as "letterNumber" from :parts:
       where load_id = :load order by fiscal_year desc, order_day, id`,
      { load: load.id }
    );
    const [{ changes } = { changes: null }] = await sql.rows<{ changes: string | null }>(
      `select changes from :loads: where id = :load`,
      { load: load.id }
    );
    await showEditions(sql, load);
    const summary: ImportSummary = {
      rows: load.lines,
      covers: namesOf(parts),
      amount: await amountOf(sql, load),
      changes: changes
        ? JSON.parse(changes)
        : { added: load.lines, changed: 0, same: 0, removed: 0 },
    };
    return summary;
  },

  async discard(strapi, job) {
    const sql = sqlOf(strapi);
    const [load] = await sql.rows<{ id: number }>(`select id from :loads: where job_id = :job`, {
      job: job.id,
    });
    if (!load) return;
    await discardLoad(strapi, load.id);
  },

  async rollback(strapi, trx, job) {
    const sql = sqlOf(strapi, trx);
    await hideEditions(sql, await findLoad(sql, job.id));
  },
};

/** Whether a file stands in for the authorities it names alone. */
function isPartial(job: ImportJobRef): boolean {
  return job.options.scope === 'authorities';
}

/** Sums of a part that takes over lines of authorities the file does not name. */
async function resumPart(strapi: Core.Strapi, part: Part, control: StepControl): Promise<void> {
  if (part.before !== null) {
    await keepOtherAuthorities(strapi, part);
    // Those of the preview are of the file alone.
    await sqlOf(strapi).run(`delete from :sums: where part_id = :part`, { part: part.id });
  }
  await sumPart(strapi, part, control);
}

async function discardLoad(strapi: Core.Strapi, load: number): Promise<void> {
  const sql = sqlOf(strapi);
  const shown = await sql.rows(
    `select 1 as shown from :editions: e where e.load_id = :load and (
       exists (select 1 from :current: c where c.edition_id = e.id)
       or exists (select 1 from :editions: f where f.previous_id = e.id)) limit 1`,
    { load }
  );
  if (shown.length > 0)
    throw new Error(`Load ${load} was shown to readers: it cannot be discarded.`);
  const parts = await sql.rows<{ id: number }>(`select id from :parts: where load_id = :load`, {
    load,
  });
  for (const { id } of parts) {
    let gone: number;
    do {
      gone = await sql.run(
        `delete from :lines: where part_id = :id and line in
         (select line from :lines: where part_id = :id order by line limit ${linesAtOnce})`,
        { id }
      );
      await breathe();
    } while (gone === linesAtOnce);
    await sql.run(`delete from :sums: where part_id = :id`, { id });
  }
  const editions = await sql.rows<{ id: number }>(
    `select id from :editions: where load_id = :load`,
    { load }
  );
  for (const { id } of editions) {
    await sql.run(`delete from :editionParts: where edition_id = :id`, { id });
    await sql.run(`delete from :reach: where edition_id = :id`, { id });
  }
  await sql.run(`delete from :editions: where load_id = :load`, { load });
  await sql.run(`delete from :parts: where load_id = :load`, { load });
  await sql.run(`delete from :loads: where id = :load`, { load });
}

/** What a load stands in for, in Thai. */
function namesOf(parts: readonly Pick<Part, 'fiscalYear' | 'scope' | 'letterNumber'>[]): string[] {
  const names = parts.map((part) => `ปีงบประมาณ ${part.fiscalYear} ${letterOrKind(part)}`);
  const more = names.length - mostNamed;
  return more > 0 ? [...names.slice(0, mostNamed), `และอีก ${more} ฉบับ`] : names;
}

function letterOrKind({ scope, letterNumber }: Pick<Part, 'scope' | 'letterNumber'>): string {
  if (letterNumber !== null) return `หนังสือ ${letterNumber}`;
  const [type = '', instalment] = scope.split('/');
  const which = instalment === '0' ? 'ไม่ระบุงวด' : `งวดที่ ${instalment}`;
  return `${subsidyTypeOf(type).nameTh} ${which} (ไม่ระบุหนังสือ)`;
}

async function amountOf(sql: Sql, load: Load): Promise<number> {
  const [row] = await sql.rows<{ amount: string | number | null }>(
    `select sum(s.amount) as amount from :parts: p join :sums: s on s.part_id = p.id and s.area = :everywhere
     where p.load_id = :load`,
    { load: load.id, everywhere }
  );
  return Number(row?.amount ?? 0);
}

interface TotalRow {
  code: string;
  rows: string | number;
  amount: string | number;
  before: string | number | null;
}

/** Sums of a load beside those of the parts it takes the place of. */
function totalRows(sql: Sql, load: Load, by: 'area' | 'type'): Promise<TotalRow[]> {
  const narrowed = by === 'area' ? 's.area <> :everywhere' : 's.area = :everywhere';
  return sql.rows<TotalRow>(
    `select t.code, t.rows, t.amount, b.amount as before from (
       select s.${by} as code, sum(s.lines) as rows, sum(s.amount) as amount
       from :parts: p join :sums: s on s.part_id = p.id where p.load_id = :load and ${narrowed} group by s.${by}) t
     left join (
       select s.${by} as code, sum(s.amount) as amount
       from :parts: p join :current: c on c.fiscal_year = p.fiscal_year
       join :editionParts: e on e.edition_id = c.edition_id
       join :parts: q on q.id = e.part_id and q.scope = p.scope and q.fiscal_year = p.fiscal_year
       join :sums: s on s.part_id = q.id where p.load_id = :load and ${narrowed} group by s.${by}) b on b.code = t.code
     order by t.code`,
    { load: load.id, everywhere }
  );
}

const adaptTotal = (row: TotalRow, name: string) => ({
  code: row.code,
  name,
  rows: Number(row.rows),
  amount: Number(row.amount),
  before: row.before === null ? null : Number(row.before),
});

async function totalsByProvince(sql: Sql, load: Load): Promise<PreviewTotals> {
  const places = await loadPlaces();
  const rows = await totalRows(sql, load, 'area');
  return {
    by: 'province',
    heading: 'จังหวัด',
    lines: rows.map((row) => adaptTotal(row, places.province(row.code)?.nameTh ?? row.code)),
  };
}

async function totalsByType(sql: Sql, load: Load): Promise<PreviewTotals> {
  const rows = await totalRows(sql, load, 'type');
  return {
    by: 'type',
    heading: 'ประเภทเงินอุดหนุน',
    lines: rows
      .sort((a, b) => compareSubsidyTypes(a.code, b.code))
      .map((row) => adaptTotal(row, subsidyTypeOf(row.code).nameTh)),
  };
}
