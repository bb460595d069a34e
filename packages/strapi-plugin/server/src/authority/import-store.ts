import { randomBytes } from 'node:crypto';
import type { AuthorityKind } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { linkOf, tableNamed, tableOf } from '../content/tables';
import { tablesIn, type Tables } from '../editorial/ambient-table';
import { entrySearchKey } from '../editorial/entry-text';
import type {
  ImportChanges,
  ImportJobRef,
  ImportPreview,
  ImportStore,
  ImportSummary,
  PreviewTotals,
  Suspicion,
} from '../import/data-set';
import { queueForSearch } from '../platform/search-queue';
import { kindFacts } from './kinds';
import { loadPlaces } from './places';
import { readAuthorities, type RegisteredAuthority } from './register';
import { changesOf, type RegisterChange, type RegisterChanges } from './register-changes';
import type { AuthorityContext, AuthorityRow } from './sheet';

const uid = 'plugin::km.authority';
const staged = 'km_authority_chunks';
const history = 'km_authority_changes';

/** Rows a statement may carry: SQLite takes 32,766 values. */
const rowsAtOnce = 400;

/**
 * The half of the register's imports that knows the database. Rows wait as they came; showing them
 * compares them with the register as it is at that moment, so that what an editor changed meanwhile
 * is neither lost nor overwritten unseen.
 */
export const authorityStore: ImportStore<AuthorityRow, AuthorityContext> = {
  raises: ['authority'],

  async context() {
    const { provinces, districts } = await loadPlaces();
    return { provinces, districts };
  },

  async open(strapi, job) {
    const [counted] = (await tableNamed(strapi, staged)
      .where({ job_id: job.id })
      .count({ chunks: '*' })) as { chunks: number | string }[];
    return { chunks: Number(counted?.chunks ?? 0) };
  },

  async append(strapi, job, { number, count, json }) {
    await tableNamed(strapi, staged)
      .insert({ job_id: job.id, number, count, rows: json })
      .onConflict(['job_id', 'number'])
      .ignore();
  },

  async preview(strapi, job, control) {
    const rows = await stagedRows(tablesOf(strapi), job);
    control.check();
    const register = await readAuthorities(strapi);
    return previewOf(rows, register, changesOf(rows, register, job.options.sample), job);
  },

  async seal() {
    // The register is small: all of it is compared and written when it is shown.
  },

  async activate(strapi, trx, job) {
    const tables = tablesIn(strapi, trx);
    const rows = await stagedRows(tables, job);
    const register = await readAuthorities(strapi, tables);
    const found = changesOf(rows, register, job.options.sample);
    await write(strapi, tables, job, found.changes.filter(isChange(job)));
    await queueForSearch(strapi, [{ service: 'authority' }]);
    await tables(staged).where({ job_id: job.id }).delete();
    return summaryOf(rows, found, job);
  },

  async discard(strapi, job) {
    await tableNamed(strapi, staged).where({ job_id: job.id }).delete();
  },

  async rollback(strapi, trx, job) {
    const tables = tablesIn(strapi, trx);
    const link = linkOf(strapi, uid, 'successor');
    const table = tableOf(strapi, uid);
    const kept = (await tables(history).where({ job_id: job.id })) as HistoryRow[];
    const now = new Map(
      (await readStored(strapi, tables)).map((stored) => [stored.columns.document_id, stored])
    );
    const [made, changed] = [[] as number[], [] as { id: number; before: Stored }[]];
    for (const { document_id, before, after } of kept) {
      const stored = now.get(document_id);
      // What an editor has changed or taken out since is the editor's.
      if (!stored || JSON.stringify(essenceOf(stored)) !== after) continue;
      if (before === null) made.push(stored.id);
      else changed.push({ id: stored.id, before: JSON.parse(before) as Stored });
    }
    for (const part of partsOf(made)) {
      await tables(link.table).whereIn(link.from, part).orWhereIn(link.to, part).delete();
      await tables(table).whereIn('id', part).delete();
    }
    const at = new Date();
    for (const part of partsOf(changed)) {
      await tables(table)
        .insert(part.map(({ id, before }) => ({ id, ...before.columns, updated_at: at })))
        .onConflict('id')
        .merge([...columns, 'updated_at']);
    }
    await linkSuccessors(
      strapi,
      tables,
      changed.map(({ id, before }) => ({ id, successorId: before.successorId }))
    );
    await tables(history).where({ job_id: job.id }).delete();
    // What the import had made is gone without a name to look for.
    await queueForSearch(strapi, [{ service: '*' }]);
  },
};

interface HistoryRow {
  document_id: string;
  before: string | null;
  after: string;
}

/** Columns an import writes, beside identity and time. */
const columns = [
  'document_id',
  'code',
  'kind',
  'name',
  'province_code',
  'district',
  'district_code',
  'population',
  'population_year',
  'area_km_2',
  'area_year',
  'valid_from',
  'valid_to',
  'sample',
  'search_key',
] as const;
type Column = (typeof columns)[number];

/** An entry as the database has it. */
interface Stored {
  id: number;
  columns: Record<Column, string | number | boolean | null>;
  successorId: string | null;
}

function tablesOf(strapi: Core.Strapi): Tables {
  return (name) => tableNamed(strapi, name);
}

async function stagedRows(tables: Tables, job: ImportJobRef): Promise<AuthorityRow[]> {
  const chunks = (await tables(staged)
    .where({ job_id: job.id })
    .orderBy('number')
    .select('rows')) as { rows: string }[];
  return chunks.flatMap(({ rows }) => JSON.parse(rows) as AuthorityRow[]);
}

/** Whether a row changes anything; a real file makes a sample real. */
function isChange({ options }: ImportJobRef) {
  return ({ entry, fields }: RegisterChange) =>
    entry === null || fields.length > 0 || (entry.sample && !options.sample);
}

async function write(
  strapi: Core.Strapi,
  tables: Tables,
  job: ImportJobRef,
  changes: readonly RegisterChange[]
): Promise<void> {
  const table = tableOf(strapi, uid);
  const at = new Date();
  const before = new Map(
    (await readStored(strapi, tables)).map((stored) => [stored.columns.document_id, stored])
  );
  const written = new Set<string>();
  const fresh: Record<string, unknown>[] = [];
  const merged: Record<string, unknown>[] = [];
  const successors: { documentId: string; code: string }[] = [];
  for (const change of changes) {
    const documentId = change.entry?.documentId ?? newDocumentId();
    written.add(documentId);
    const own = columnsOf(change, documentId, job.options.sample);
    const stored = before.get(documentId);
    if (stored) merged.push({ id: stored.id, ...own, updated_at: at });
    else fresh.push({ ...own, created_at: at, updated_at: at, published_at: at });
    if (change.row.successorCode !== null) {
      successors.push({ documentId, code: change.row.successorCode });
    }
  }
  for (const part of partsOf(fresh)) await tables(table).insert(part);
  for (const part of partsOf(merged)) {
    await tables(table)
      .insert(part)
      .onConflict('id')
      .merge([...columns, 'updated_at']);
  }
  await linkByCode(strapi, tables, successors);
  // What the import left is what a roll-back may take away.
  const after = (await readStored(strapi, tables)).filter(({ columns: { document_id } }) =>
    written.has(String(document_id))
  );
  const kept = after.map((stored) => {
    const old = before.get(stored.columns.document_id);
    return {
      job_id: job.id,
      document_id: stored.columns.document_id,
      before: old ? JSON.stringify(essenceOf(old)) : null,
      after: JSON.stringify(essenceOf(stored)),
    };
  });
  for (const part of partsOf(kept)) {
    await tables(history).insert(part).onConflict(['job_id', 'document_id']).ignore();
  }
}

/** The columns of an entry after a row: what the row says, else what is there. */
function columnsOf(
  { row, entry, fields }: RegisterChange,
  documentId: string,
  sample: boolean
): Record<Column, unknown> {
  const said = new Set<string>(fields);
  const value = <Field extends keyof AuthorityRow & keyof RegisteredAuthority>(field: Field) =>
    entry === null || said.has(field) ? row[field] : entry[field];
  const [name, code, district] = [value('name'), value('code'), value('district')];
  return {
    document_id: documentId,
    code,
    kind: value('kind'),
    name,
    province_code: value('provinceCode'),
    district,
    district_code: value('districtCode'),
    population: value('population'),
    population_year: value('populationYear'),
    area_km_2: value('areaKm2'),
    area_year: value('areaYear'),
    valid_from: value('validFrom'),
    valid_to: value('validTo'),
    sample,
    search_key: entrySearchKey('authority', { name, code, district }),
  };
}

async function linkByCode(
  strapi: Core.Strapi,
  tables: Tables,
  successors: readonly { documentId: string; code: string }[]
): Promise<void> {
  if (successors.length === 0) return;
  const stored = await readStored(strapi, tables);
  const ids = new Map(stored.map(({ id, columns: own }) => [own.document_id, id]));
  const byCode = new Map(stored.map(({ columns: own }) => [own.code, String(own.document_id)]));
  await linkSuccessors(
    strapi,
    tables,
    successors.flatMap(({ documentId, code }) => {
      const id = ids.get(documentId);
      const successorId = byCode.get(code);
      return id === undefined || successorId === undefined ? [] : [{ id, successorId }];
    })
  );
}

/** Makes these the successors, in place of those there were. */
async function linkSuccessors(
  strapi: Core.Strapi,
  tables: Tables,
  wanted: readonly { id: number; successorId: string | null }[]
): Promise<void> {
  const link = linkOf(strapi, uid, 'successor');
  const ids = new Map(
    (await readStored(strapi, tables)).map(({ id, columns: own }) => [own.document_id, id])
  );
  for (const part of partsOf(wanted)) {
    await tables(link.table)
      .whereIn(
        link.from,
        part.map(({ id }) => id)
      )
      .delete();
    const links = part.flatMap(({ id, successorId }) => {
      const to = successorId === null ? undefined : ids.get(successorId);
      return to === undefined ? [] : [{ [link.from]: id, [link.to]: to }];
    });
    if (links.length > 0) await tables(link.table).insert(links);
  }
}

async function readStored(strapi: Core.Strapi, tables: Tables): Promise<Stored[]> {
  const link = linkOf(strapi, uid, 'successor');
  const rows = (await tables(tableOf(strapi, uid)).select('id', ...columns)) as ({
    id: number;
  } & Stored['columns'])[];
  const links = (await tables(link.table).select(link.from, link.to)) as Record<string, number>[];
  const documentIds = new Map(rows.map(({ id, document_id }) => [id, String(document_id)]));
  const successors = new Map(
    links.map((row) => [row[link.from], documentIds.get(row[link.to] ?? 0) ?? null])
  );
  return rows.map(({ id, ...own }) => ({
    id,
    columns: { ...own, sample: Boolean(own.sample) },
    successorId: successors.get(id) ?? null,
  }));
}

/** What two states of an entry are compared by; the order of the properties is fixed. */
function essenceOf({ columns: own, successorId }: Stored): Omit<Stored, 'id'> {
  return {
    columns: Object.fromEntries(columns.map((name) => [name, own[name]])) as Stored['columns'],
    successorId,
  };
}

function previewOf(
  rows: readonly AuthorityRow[],
  register: readonly RegisteredAuthority[],
  found: RegisterChanges,
  job: ImportJobRef
): ImportPreview {
  return {
    ...summaryOf(rows, found, job),
    totals: totalsOf(rows, register),
    suspicions: suspicionsOf(rows, register, found, job),
  };
}

function summaryOf(
  rows: readonly AuthorityRow[],
  { changes, unclear }: RegisterChanges,
  job: ImportJobRef
): ImportSummary {
  const counted: ImportChanges = { added: 0, changed: 0, same: 0, removed: 0 };
  const changesSomething = isChange(job);
  for (const change of changes) {
    if (change.entry === null) counted.added += 1;
    else if (changesSomething(change)) counted.changed += 1;
    else counted.same += 1;
  }
  return {
    rows: rows.length - unclear.length,
    covers: ['ทะเบียน อปท.'],
    amount: null,
    changes: counted,
  };
}

function totalsOf(
  rows: readonly AuthorityRow[],
  register: readonly RegisteredAuthority[]
): PreviewTotals[] {
  const provinceNames = new Map(register.map((entry) => [entry.provinceCode, entry.province]));
  const lines = (codeOf: (row: AuthorityRow) => string, nameOf: (code: string) => string) => {
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(codeOf(row), (counts.get(codeOf(row)) ?? 0) + 1);
    return [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, count]) => ({
        code,
        name: nameOf(code),
        rows: count,
        amount: null,
        before: null,
      }));
  };
  return [
    {
      by: 'kind',
      heading: 'ประเภท',
      lines: lines(
        ({ kind }) => kind,
        (kind) => kindFacts[kind as AuthorityKind].nameTh
      ),
    },
    {
      by: 'province',
      heading: 'จังหวัด',
      lines: lines(
        ({ provinceCode }) => provinceCode,
        (code) => provinceNames.get(code) ?? code
      ),
    },
  ];
}

/** Counts by which a population may differ from the one before without anybody wondering. */
const steadyPopulation = 0.3;

function suspicionsOf(
  rows: readonly AuthorityRow[],
  register: readonly RegisteredAuthority[],
  { changes, unclear }: RegisterChanges,
  job: ImportJobRef
): Suspicion[] {
  const suspicions: Suspicion[] = [];
  const suspect = (
    kind: Suspicion['kind'],
    names: readonly string[],
    sentence: (count: string) => string
  ) => {
    if (names.length === 0) return;
    const count = names.length.toLocaleString('en-US');
    suspicions.push({
      kind,
      sentence: sentence(count),
      examples: names.slice(0, 20),
      count: names.length,
    });
  };
  suspect(
    'other',
    unclear.map(({ name }) => name),
    (count) =>
      `มี ${count} แถวที่ตรงกับ อปท. ในทะเบียนมากกว่าหนึ่งแห่ง จึงไม่นำเข้า ใส่รหัสหรืออำเภอในไฟล์แล้วนำเข้าใหม่`
  );
  const seen = new Set(changes.map(({ entry }) => entry));
  const provinces = new Set(rows.map(({ provinceCode }) => provinceCode));
  const missing = register.filter(
    (entry) => !seen.has(entry) && entry.validTo === null && provinces.has(entry.provinceCode)
  );
  // A file of a few rows is a correction, not the register.
  if (rows.length >= register.length / 2) {
    suspect(
      'missing',
      missing.map(({ name, province }) => `${name} ${province}`),
      (count) => `มี อปท. ในทะเบียน ${count} แห่งที่ไม่อยู่ในไฟล์ รายการเดิมจะคงอยู่ ไม่ถูกลบ`
    );
  }
  suspect(
    'other',
    rows.filter(({ code }) => code === null).map(({ name }) => name),
    (count) => `มี ${count} แถวที่ไม่มีรหัส อปท. จึงจะรับตัวเลขการคลังของ อปท. เหล่านี้ไม่ได้`
  );
  suspect(
    'other',
    rows
      .filter(
        ({ code, districtCode }) =>
          code !== null && districtCode !== null && code.slice(2, 6) !== districtCode
      )
      .map(({ name, code, district }) => `${name} (${code}) ${district}`),
    (count) => `มี ${count} แถวที่อำเภอไม่ตรงกับหลักที่สามถึงหกของรหัส ซึ่งเกิดได้เมื่อมีการตั้งอำเภอใหม่ ตรวจให้แน่ใจ`
  );
  suspect(
    'history',
    changes
      .filter(({ row, entry }) => isJump(row.population, entry?.population ?? null))
      .map(({ row, entry }) => `${row.name} ${entry?.population} เป็น ${row.population}`),
    (count) => `ประชากรของ ${count} แห่งต่างจากเดิมเกินร้อยละ ${steadyPopulation * 100}`
  );
  if (job.options.sample) {
    suspect(
      'other',
      changes.filter(({ entry }) => entry !== null && !entry.sample).map(({ row }) => row.name),
      (count) => `มี ${count} แห่งที่เป็นข้อมูลจริงอยู่แล้ว ข้อมูลตัวอย่างจะไม่ทับรายการเหล่านี้`
    );
  }
  return suspicions;
}

function isJump(now: number | null, before: number | null): boolean {
  if (now === null || before === null || before < 100) return false;
  return Math.abs(now - before) > before * steadyPopulation;
}

function* partsOf<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += rowsAtOnce) yield items.slice(at, at + rowsAtOnce);
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const signs = `${letters}0123456789`;

/** An identity as Strapi's own are: 24 letters and digits, a letter first. */
function newDocumentId(): string {
  const bytes = randomBytes(24);
  return [...bytes]
    .map((byte, at) => (at === 0 ? letters[byte % letters.length] : signs[byte % signs.length]))
    .join('');
}
