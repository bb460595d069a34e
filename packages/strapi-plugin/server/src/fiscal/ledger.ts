import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { ImportRefusal } from '../import/data-set';
import { monthNumber, type FiscalMonthOfYear } from './months';
import { run, whole, type Session } from './sql';

/** A month's figures as one import brought them; never changed once readers have seen it. */
export interface Load extends FiscalMonthOfYear {
  id: number;
  jobId: string;
  sample: boolean;
}

/** A month as readers see it. */
export interface ShownMonth extends FiscalMonthOfYear {
  loadId: number;
  /** Where every authority stands from October to this month. */
  standingId: number;
  sample: boolean;
  /** When it was shown first, as an ISO instant. */
  shownAt: string;
}

interface LoadRow {
  id: number;
  job_id: string;
  fiscal_year: number;
  fiscal_month: number;
  sample: boolean | number;
}

/** The months readers see, in order of time. Loads are immutable: what is read by them fits together. */
export async function shownMonths(session: Session): Promise<ShownMonth[]> {
  const rows = await run<LoadRow & { load_id: number; standing_id: number; shown_at: string }>(
    session,
    `select active.fiscal_year, active.fiscal_month, active.load_id, active.standing_id,
            load.sample, job.shown_at
       from km_fiscal_active active
       join km_fiscal_loads load on load.id = active.load_id
       join km_fiscal_jobs job on job.job_id = load.job_id
      order by active.fiscal_year, active.fiscal_month`
  );
  return rows.map((row) => ({
    fiscalYear: row.fiscal_year,
    fiscalMonth: row.fiscal_month,
    loadId: row.load_id,
    standingId: row.standing_id,
    sample: Boolean(row.sample),
    shownAt: row.shown_at,
  }));
}

/** The loads a job made, in order of time. */
export async function loadsOf(session: Session, jobId: string): Promise<Load[]> {
  const rows = await run<LoadRow>(
    session,
    `select id, job_id, fiscal_year, fiscal_month, sample
       from km_fiscal_loads where job_id = :jobId order by fiscal_year, fiscal_month`,
    { jobId }
  );
  return rows.map((row) => ({
    id: row.id,
    jobId: row.job_id,
    fiscalYear: row.fiscal_year,
    fiscalMonth: row.fiscal_month,
    sample: Boolean(row.sample),
  }));
}

/** A job's own record in the ledger. */
export interface LedgerJob {
  scope: string;
  /** Version of the ledger its summaries were made for; null before they are made. */
  baseVersion: number | null;
  /** Version of the ledger it made; null before it is shown. */
  shownVersion: number | null;
  /** What its survey found, as JSON; null before it looked. */
  changes: string | null;
}

export async function ledgerJob(session: Session, jobId: string): Promise<LedgerJob | null> {
  const [row] = await run<{
    scope: string;
    base_version: number | null;
    shown_version: number | null;
    changes: string | null;
  }>(
    session,
    'select scope, base_version, shown_version, changes from km_fiscal_jobs where job_id = :jobId',
    { jobId }
  );
  if (!row) return null;
  return {
    scope: row.scope,
    baseVersion: row.base_version,
    shownVersion: row.shown_version,
    changes: row.changes,
  };
}

/** A number that every change of what readers see raises. */
export async function ledgerVersion(session: Session): Promise<number> {
  const [row] = await run<{ version: number }>(session, 'select version from km_fiscal_ledger');
  return whole(row?.version);
}

interface Switch extends FiscalMonthOfYear {
  fromLoadId: number | null;
  toLoadId: number | null;
  fromStandingId: number | null;
  toStandingId: number | null;
}

/** Points the months of a sealed job at what it brought, and keeps what stood there before. */
export async function show(trx: Knex.Transaction, jobId: string): Promise<void> {
  const job = await ledgerJob(trx, jobId);
  if (!job || job.baseVersion === null) {
    throw new Error(`The fiscal import ${jobId} has not been sealed.`);
  }
  if (job.shownVersion !== null) return;
  const version = await step(trx, job.baseVersion);
  const shown = new Map((await shownMonths(trx)).map((month) => [monthNumber(month), month]));
  const loads = new Map((await loadsOf(trx, jobId)).map((load) => [monthNumber(load), load.id]));
  const standings = await run<{ id: number; fiscal_year: number; fiscal_month: number }>(
    trx,
    'select id, fiscal_year, fiscal_month from km_fiscal_standing_sets where job_id = :jobId',
    { jobId }
  );
  const switches = standings.map(({ id, fiscal_year, fiscal_month }): Switch => {
    const month = { fiscalYear: fiscal_year, fiscalMonth: fiscal_month };
    const before = shown.get(monthNumber(month));
    return {
      ...month,
      fromLoadId: before?.loadId ?? null,
      toLoadId: loads.get(monthNumber(month)) ?? before?.loadId ?? null,
      fromStandingId: before?.standingId ?? null,
      toStandingId: id,
    };
  });
  await apply(trx, jobId, 'show', switches);
  await trx('km_fiscal_jobs')
    .where({ job_id: jobId })
    .update({ shown_version: version, shown_at: new Date().toISOString() });
}

/** Points the months of the job that was shown last at what stood there before it. */
export async function withdraw(trx: Knex.Transaction, jobId: string): Promise<void> {
  const rows = await run<Record<string, number | null>>(
    trx,
    `select fiscal_year, fiscal_month, from_load_id, to_load_id, from_standing_id, to_standing_id
       from km_fiscal_switches where job_id = :jobId and act = 'show'`,
    { jobId }
  );
  const shown = new Map((await shownMonths(trx)).map((month) => [monthNumber(month), month]));
  const switches = rows.map((row): Switch => ({
    fiscalYear: row.fiscal_year ?? 0,
    fiscalMonth: row.fiscal_month ?? 0,
    fromLoadId: row.to_load_id ?? null,
    toLoadId: row.from_load_id ?? null,
    fromStandingId: row.to_standing_id ?? null,
    toStandingId: row.from_standing_id ?? null,
  }));
  const isLast = switches.every((one) => {
    const now = shown.get(monthNumber(one));
    return now?.loadId === one.fromLoadId && now?.standingId === one.fromStandingId;
  });
  if (switches.length === 0 || !isLast) {
    throw new ImportRefusal(
      'ย้อนกลับได้เฉพาะการนำเข้าครั้งล่าสุดที่แสดงอยู่ มีการนำเข้าอื่นแก้ไขเดือนเดียวกันหลังจากนี้แล้ว'
    );
  }
  await step(trx, await ledgerVersion(trx));
  await apply(trx, jobId, 'withdraw', switches);
}

/** Raises the ledger's version, unless somebody else has raised it since. */
async function step(trx: Knex.Transaction, from: number): Promise<number> {
  const changed = await trx('km_fiscal_ledger')
    .where({ id: 1, version: from })
    .update({ version: from + 1 });
  if (changed === 0) {
    throw new ImportRefusal(
      'มีการนำเข้าหรือย้อนกลับข้อมูลการคลังอื่นเกิดขึ้นระหว่างนี้ ให้ตรวจผลและยืนยันการนำเข้านี้อีกครั้ง'
    );
  }
  return from + 1;
}

async function apply(
  trx: Knex.Transaction,
  jobId: string,
  act: 'show' | 'withdraw',
  switches: Switch[]
): Promise<void> {
  const switched_at = new Date().toISOString();
  for (const one of switches) {
    const month = { fiscal_year: one.fiscalYear, fiscal_month: one.fiscalMonth };
    await trx('km_fiscal_active').where(month).delete();
    if (one.toLoadId !== null && one.toStandingId !== null) {
      await trx('km_fiscal_active').insert({
        ...month,
        load_id: one.toLoadId,
        standing_id: one.toStandingId,
      });
    }
    await trx('km_fiscal_switches').insert({
      ...month,
      job_id: jobId,
      act,
      from_load_id: one.fromLoadId,
      to_load_id: one.toLoadId,
      from_standing_id: one.fromStandingId,
      to_standing_id: one.toStandingId,
      switched_at,
    });
  }
}

/** Every step the figures readers see have taken, newest first: who replaced what, and when. */
export async function switchesOf(
  strapi: Core.Strapi,
  { fiscalYear, fiscalMonth }: FiscalMonthOfYear
): Promise<{ jobId: string; act: string; at: string; fromLoadId: number | null }[]> {
  const rows = await run<Record<string, string> & { from_load_id: number | null }>(
    strapi.db.connection,
    `select job_id, act, switched_at, from_load_id from km_fiscal_switches
      where fiscal_year = :fiscalYear and fiscal_month = :fiscalMonth order by id desc`,
    { fiscalYear, fiscalMonth }
  );
  return rows.map((row) => ({
    jobId: row.job_id ?? '',
    act: row.act ?? '',
    at: row.switched_at ?? '',
    fromLoadId: row.from_load_id,
  }));
}
