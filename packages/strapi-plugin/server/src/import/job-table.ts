import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type { ImportProgress, ImportReading, ImportState } from './admin-api';
import type {
  DataSetName,
  ImportJobRef,
  ImportOptions,
  ImportPreview,
  ImportSummary,
} from './data-set';

const table = 'km_import_jobs';

/** States in which an instance works on a job, or ought to. */
export const workedOn = ['uploading', 'checking', 'committing', 'discarding'] as const;
/** States in which a job stands in the way of another one of its data set. */
export const occupying = [...workedOn, 'checked'] as const;

/** A job as it is kept. */
export interface JobRow {
  number: number;
  id: string;
  dataSet: DataSetName;
  state: ImportState;
  /** What a job becomes once nothing of it is left. */
  outcome: 'failed' | 'cancelled' | null;
  options: ImportOptions;
  fileName: string;
  fileBytes: number;
  fileHash: string | null;
  fileKind: 'csv' | 'xlsx' | null;
  createdBy: string;
  createdAt: string;
  finishedAt: string | null;
  activatedAt: string | null;
  attempts: number;
  contextHash: string | null;
  progress: ImportProgress | null;
  rowsRead: number;
  rowsGood: number;
  rowsBad: number;
  faultsFound: number;
  reading: ImportReading | null;
  preview: ImportPreview | null;
  summary: ImportSummary | null;
  failure: string | null;
}

export type JobChanges = Partial<Omit<JobRow, 'number' | 'id' | 'dataSet'>>;

/** This process among all that may work on jobs. */
export const instance = `${hostname().slice(0, 60)}:${process.pid}:${randomUUID().slice(0, 8)}`;

/** Milliseconds an instance is trusted to work on a job without a sign of life. */
const leaseLength = 15_000;

const jsonFields = new Set(['options', 'progress', 'reading', 'preview', 'summary']);
const numberFields = new Set(['fileBytes', 'rowsRead', 'rowsGood', 'rowsBad', 'faultsFound']);

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());

function toRow(changes: JobChanges): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [
      snake(name),
      jsonFields.has(name) && value !== null ? JSON.stringify(value) : value,
    ])
  );
}

function fromRow(row: Record<string, unknown>): JobRow {
  const fields = Object.entries(row).map(([column, value]) => {
    const name = camel(column);
    if (jsonFields.has(name) && typeof value === 'string') return [name, JSON.parse(value)];
    // The PostgreSQL driver hands out bigints as text.
    return [name, numberFields.has(name) ? Number(value) : value];
  });
  return Object.fromEntries(fields) as JobRow;
}

/** The clock all instances share. */
function now(strapi: Core.Strapi): Knex.Raw {
  return strapi.db.connection.raw(
    strapi.db.dialect.client === 'postgres'
      ? '(extract(epoch from clock_timestamp()) * 1000)::bigint'
      : "cast(unixepoch('subsec') * 1000 as integer)"
  );
}

function leaseEnd(strapi: Core.Strapi): Knex.Raw {
  return strapi.db.connection.raw(`? + ${leaseLength}`, [now(strapi)]);
}

export function refOf(job: JobRow): ImportJobRef {
  const { id, options, fileName, createdAt } = job;
  return { id, options, fileName, createdAt };
}

/** Somebody else works on the job now, or it was cancelled. */
export class JobLost extends Error {
  override readonly name = 'JobLost';
}

const query = (strapi: Core.Strapi, trx?: Knex.Transaction) => {
  const jobs = strapi.db.getConnection(table);
  return trx ? jobs.transacting(trx) : jobs;
};

/** Begins a job, or answers null where another one of its data set goes on or waits. */
export async function insertJob(
  strapi: Core.Strapi,
  { dataSet, ...fields }: JobChanges & Pick<JobRow, 'dataSet'>
): Promise<JobRow | null> {
  const id = randomUUID();
  const inserted = await query(strapi)
    .insert({
      ...toRow(fields),
      id,
      data_set: dataSet,
      active_data_set: dataSet,
      owner: instance,
      lease_until: leaseEnd(strapi),
    })
    .onConflict('active_data_set')
    .ignore()
    .returning('id');
  return inserted.length > 0 ? findJob(strapi, id) : null;
}

export async function findJob(strapi: Core.Strapi, id: string): Promise<JobRow | null> {
  const row = await query(strapi).where({ id }).first();
  return row ? fromRow(row) : null;
}

/** The job that occupies a data set. */
export async function activeJob(strapi: Core.Strapi, dataSet: string): Promise<JobRow | null> {
  const row = await query(strapi).where({ active_data_set: dataSet }).first();
  return row ? fromRow(row) : null;
}

/** The last import of a data set that readers see. */
export async function lastShown(
  strapi: Core.Strapi,
  dataSet?: DataSetName
): Promise<JobRow | null> {
  const row = await query(strapi)
    .where({ state: 'done', ...(dataSet && { data_set: dataSet }) })
    .orderBy([
      { column: 'activated_at', order: 'desc' },
      { column: 'number', order: 'desc' },
    ])
    .first();
  return row ? fromRow(row) : null;
}

/** An earlier import of the same bytes that readers see. */
export async function sameFile(strapi: Core.Strapi, job: JobRow): Promise<JobRow | null> {
  const row = await query(strapi)
    .where({ state: 'done', data_set: job.dataSet, file_hash: job.fileHash })
    .orderBy('number', 'desc')
    .first();
  return row ? fromRow(row) : null;
}

export async function listJobs(
  strapi: Core.Strapi,
  { dataSet, page, pageSize }: { dataSet?: DataSetName; page: number; pageSize: number }
): Promise<{ jobs: JobRow[]; total: number }> {
  const where = dataSet ? { data_set: dataSet } : {};
  const rows = await query(strapi)
    .where(where)
    .orderBy('number', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const [counted] = await query(strapi).where(where).count({ count: 'number' });
  return { jobs: rows.map(fromRow), total: Number(counted?.count ?? 0) };
}

/** Jobs somebody ought to work on and nobody does. */
export async function deserted(strapi: Core.Strapi): Promise<string[]> {
  const rows: { id: string; owner: string | null; stale: number | boolean }[] = await query(strapi)
    .whereIn('state', [...workedOn])
    .select('id', 'owner')
    .select(strapi.db.connection.raw('lease_until < ? as stale', [now(strapi)]));
  return rows
    .filter(({ owner, stale }) => owner === null || Boolean(stale) || isDead(owner))
    .map(({ id }) => id);
}

/** Whether an owner was a process of this machine that is no more. */
function isDead(owner: string): boolean {
  const [host, pid] = owner.split(':');
  if (host !== hostname().slice(0, 60) || owner === instance) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** How many jobs are being worked on, or wait for it. */
export async function countWorkedOn(strapi: Core.Strapi): Promise<number> {
  const [row] = (await query(strapi)
    .whereIn('state', [...workedOn])
    .count({ total: '*' })) as { total: number | string }[];
  return Number(row?.total ?? 0);
}

/** Takes a job that nobody works on; null where somebody does or there is nothing to do. */
export async function claimJob(strapi: Core.Strapi, id: string): Promise<JobRow | null> {
  const held = await query(strapi).where({ id }).first('owner');
  if (!held) return null;
  const dead = held.owner !== null && isDead(held.owner) ? held.owner : instance;
  const claimed = await query(strapi)
    .where({ id })
    .whereIn('state', [...workedOn])
    .where((free) =>
      free
        .whereNull('owner')
        .orWhereIn('owner', [dead, instance])
        .orWhere('lease_until', '<', now(strapi))
    )
    .update({
      owner: instance,
      lease_until: leaseEnd(strapi),
      attempts: strapi.db.connection.raw('attempts + 1'),
    });
  return claimed > 0 ? findJob(strapi, id) : null;
}

/**
 * Says that this instance is alive and how far it is.
 *
 * @throws {JobLost} if the job is not its own in that state any more.
 */
export async function keepJob(
  strapi: Core.Strapi,
  id: string,
  state: ImportState,
  changes: JobChanges = {}
): Promise<void> {
  const kept = await query(strapi)
    .where({ id, owner: instance, state })
    .update({ ...toRow(changes), lease_until: leaseEnd(strapi) });
  if (kept === 0) throw new JobLost();
}

/**
 * Moves an own job on. A job that waits or is over has no owner; one that is over makes room.
 *
 * @throws {JobLost} if the job is not its own in that state any more.
 */
export async function moveJob(
  strapi: Core.Strapi,
  { id, state: from }: Pick<JobRow, 'id' | 'state'>,
  changes: JobChanges & { state: ImportState },
  trx?: Knex.Transaction
): Promise<void> {
  const moved = await query(strapi, trx)
    .where({ id, owner: instance, state: from })
    .update(leaving(changes));
  if (moved === 0) throw new JobLost();
}

function leaving(changes: JobChanges & { state: ImportState }): Record<string, unknown> {
  const isWorkedOn = workedOn.some((state) => state === changes.state);
  const isOccupying = occupying.some((state) => state === changes.state);
  return {
    ...toRow(changes),
    attempts: 0,
    ...(!isWorkedOn && { owner: null, lease_until: 0, progress: null }),
    ...(!isOccupying && { active_data_set: null }),
  };
}

/** Moves a job on behalf of a person, whoever works on it; false where it is in none of the states. */
export async function steerJob(
  strapi: Core.Strapi,
  id: string,
  from: readonly ImportState[],
  changes: JobChanges & { state: ImportState },
  trx?: Knex.Transaction
): Promise<boolean> {
  const moved = await query(strapi, trx)
    .where({ id })
    .whereIn('state', [...from])
    .update(leaving(changes));
  return moved > 0;
}

/** Lets another instance, or a later start of this one, go on with a job. */
export async function releaseJob(strapi: Core.Strapi, id: string): Promise<void> {
  await query(strapi).where({ id, owner: instance }).update({ owner: null, lease_until: 0 });
}

/** Forgets a job altogether. */
export async function deleteJob(strapi: Core.Strapi, id: string): Promise<void> {
  await query(strapi).where({ id }).delete();
}
