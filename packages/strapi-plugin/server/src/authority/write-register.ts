import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/types';
import { linkOf, tableOf } from '../content/tables';
import type { Tables } from '../editorial/ambient-table';
import { entrySearchKey } from '../editorial/entry-text';
import type { ImportJobRef } from '../import/data-set';
import { breathe } from '../platform/breathe';
import { queueForSearch } from '../platform/search-queue';
import type { RegisteredAuthority } from './register';
import type { RegisterChange } from './register-changes';
import type { AuthorityRow } from './sheet';

const uid = 'plugin::km.authority';
const history = 'km_authority_changes';

/** Rows a statement may carry: SQLite takes 32,766 values. */
const rowsAtOnce = 400;

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

interface HistoryRow {
  document_id: string;
  before: string | null;
  after: string;
}

/** Writes what an import changes, and keeps what was there for whoever takes it back. */
export async function writeRegister(
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
  for await (const part of partsOf(changes)) {
    for (const change of part) {
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
  }
  for await (const part of partsOf(fresh)) await tables(table).insert(part);
  for await (const part of partsOf(merged)) {
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
  for await (const part of partsOf(kept)) {
    await tables(history).insert(part).onConflict(['job_id', 'document_id']).ignore();
  }
}

/** Undoes what an import wrote, but for what an editor has changed since. */
export async function takeBack(
  strapi: Core.Strapi,
  tables: Tables,
  job: ImportJobRef
): Promise<void> {
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
  for await (const part of partsOf(made)) {
    await tables(link.table).whereIn(link.from, part).orWhereIn(link.to, part).delete();
    await tables(table).whereIn('id', part).delete();
  }
  const at = new Date();
  for await (const part of partsOf(changed)) {
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
  for await (const part of partsOf(wanted)) {
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

/** Some at a time; others have their turn in between. */
async function* partsOf<Item>(items: readonly Item[]): AsyncGenerator<Item[]> {
  for (let at = 0; at < items.length; at += rowsAtOnce) {
    yield items.slice(at, at + rowsAtOnce);
    await breathe();
  }
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
