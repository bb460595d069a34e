import type { Readable } from 'node:stream';
import type { Core } from '@strapi/types';
import { revisionsOf } from '../platform/revisions';
import type {
  DataSetInfo,
  ImportFault,
  ImportJob,
  ImportJobDetail,
  ImportVerdict,
} from './admin-api';
import { dataSetNames, ImportRefusal, type DataSetName, type ImportOptions } from './data-set';
import { dataSetTitles, sheets } from './data-sets';
import { deleteFaults, listFaults } from './fault-table';
import { deleteFile, FileTooBig, storeFile } from './file-table';
import {
  activeJob,
  deleteJob,
  findJob,
  insertJob,
  JobLost,
  keepJob,
  lastShown,
  listJobs,
  moveJob,
  refOf,
  steerJob,
  type JobRow,
} from './job-table';
import { ImportProblem, kindOf, occupied, percent, present, tooBig } from './present';
import { limits } from './reading/limits';
import { createRunner, type ImportRunner } from './runner';
import { storeOf, stores } from './stores';

export interface NewImport {
  dataSet: DataSetName;
  options: ImportOptions;
  fileName: string;
  /** Who hands it in, as the history names them. */
  createdBy: string;
  source: Readable;
  /** Bytes the source says it has, where it does. */
  length: number | null;
}

/** The import centre. What cannot be done is thrown as {@link ImportProblem}. */
export interface Imports {
  runner: ImportRunner;
  dataSets(): Promise<DataSetInfo[]>;
  /** Takes a file in and begins to check it. */
  create(given: NewImport): Promise<ImportJob>;
  list(choice: { dataSet?: DataSetName; page: number; pageSize: number }): Promise<{
    jobs: ImportJob[];
    total: number;
  }>;
  get(id: string): Promise<ImportJobDetail>;
  faults(
    id: string,
    choice: { page: number; pageSize: number }
  ): Promise<{ faults: ImportFault[]; total: number }>;
  /** Reads the file again with other options. */
  recheck(id: string, options: Pick<ImportOptions, 'unit' | 'scope'>): Promise<ImportJob>;
  commit(id: string, choice: { leaveOutBadRows: boolean }): Promise<ImportJob>;
  cancel(id: string): Promise<ImportJob>;
  rollback(id: string): Promise<ImportJob>;
}

/** The import centre of a running Strapi. */
export function importsOf(strapi: Core.Strapi): Imports {
  return strapi.plugin('km').service('imports') as Imports;
}

export function createImports({ strapi }: { strapi: Core.Strapi }): Imports {
  const runner = createRunner(strapi);
  const setting = <Value>(name: string) => strapi.plugin('km').config<Value>(name);

  async function need(id: string): Promise<JobRow> {
    const job = await findJob(strapi, id);
    if (!job) throw new ImportProblem(404, 'ไม่พบการนำเข้านี้ อาจถูกลบไปแล้ว โหลดหน้านี้ใหม่');
    return job;
  }

  async function shown(job: JobRow): Promise<ImportJob> {
    return present(job, (await lastShown(strapi, job.dataSet))?.id ?? null);
  }

  function judge(job: JobRow): ImportVerdict | null {
    if (job.state !== 'checked') return null;
    const limit = setting<number>('importBadShare');
    const badShare = job.rowsRead > 0 ? job.rowsBad / job.rowsRead : 0;
    const canCommit = job.rowsBad === 0 || badShare <= limit;
    return {
      canCommit,
      needsLeaveOut: canCommit && job.rowsBad > 0,
      badShare,
      limit,
      reason: canCommit
        ? null
        : `แถวที่ผิดมี ${percent(badShare)} เกินกว่าที่ยอมให้เว้นได้ (${percent(limit)}) แก้ไฟล์แล้วนำเข้าใหม่`,
    };
  }

  async function receive(job: JobRow, source: Readable): Promise<void> {
    let kind: JobRow['fileKind'] = null;
    const sign = setInterval(() => {
      void keepJob(strapi, job.id, job.state).catch(() => undefined);
    }, 2000);
    try {
      const { bytes, hash } = await storeFile(strapi, job.id, source, {
        maxBytes: setting<number>('importMaxBytes'),
        judge: (beginning) => (kind = kindOf(beginning)),
      });
      await moveJob(strapi, job, {
        state: 'checking',
        fileBytes: bytes,
        fileHash: hash,
        fileKind: kind,
      });
    } finally {
      clearInterval(sign);
    }
  }

  return {
    runner,

    async dataSets() {
      const known = dataSetNames.flatMap((name) => {
        const sheet = sheets[name];
        return sheet && stores[name] ? [sheet] : [];
      });
      return Promise.all(
        known.map(async ({ name, hasUnit, columns }) => ({
          name,
          nameTh: dataSetTitles[name].th,
          nameEn: dataSetTitles[name].en,
          hasUnit,
          columns: columns.map(({ key, th, en, required, example, note }) => ({
            key,
            th,
            en,
            required,
            example,
            ...(note !== undefined && { note }),
          })),
          activeJob: (await activeJob(strapi, name))?.id ?? null,
          maxBytes: setting<number>('importMaxBytes'),
        }))
      );
    },

    async create({ dataSet, options, fileName, createdBy, source, length }) {
      if (!sheets[dataSet] || !stores[dataSet]) {
        throw new ImportProblem(400, 'ระบบยังไม่รับข้อมูลชุดนี้');
      }
      const maxBytes = setting<number>('importMaxBytes');
      if ((length ?? 0) > maxBytes) throw new ImportProblem(413, tooBig(maxBytes));
      const job = await insertJob(strapi, {
        dataSet,
        state: 'uploading',
        options,
        fileName: fileName.slice(0, 255),
        createdBy: createdBy.slice(0, 255),
        createdAt: new Date().toISOString(),
      });
      if (!job) throw new ImportProblem(409, occupied(await activeJob(strapi, dataSet)));
      try {
        await receive(job, source);
      } catch (error) {
        await deleteFile(strapi, job.id);
        await deleteJob(strapi, job.id);
        if (error instanceof FileTooBig) throw new ImportProblem(413, tooBig(maxBytes));
        if (error instanceof JobLost) throw new ImportProblem(409, 'การนำเข้านี้ถูกยกเลิกแล้ว');
        throw error;
      }
      void runner.run(job.id);
      return shown(await need(job.id));
    },

    async list(choice) {
      const { jobs, total } = await listJobs(strapi, choice);
      const last = new Map<DataSetName, string | null>();
      for (const { dataSet } of jobs) {
        if (!last.has(dataSet)) last.set(dataSet, (await lastShown(strapi, dataSet))?.id ?? null);
      }
      return { jobs: jobs.map((job) => present(job, last.get(job.dataSet) ?? null)), total };
    },

    async get(id) {
      const job = await need(id);
      const { reading, preview, faultsFound: found } = job;
      return {
        // Of one look: a job moves on between two.
        ...(await shown(job)),
        reading,
        preview,
        verdict: judge(job),
        faults: { found, kept: Math.min(found, limits.faults) },
      };
    },

    async faults(id, { page, pageSize }) {
      const { faultsFound } = await need(id);
      const faults = await listFaults(strapi, id, {
        offset: (page - 1) * pageSize,
        limit: pageSize,
      });
      return { faults, total: Math.min(faultsFound, limits.faults) };
    },

    async recheck(id, chosen) {
      const job = await need(id);
      const isMoved = await steerJob(strapi, id, ['checked'], {
        state: 'checking',
        options: { ...job.options, ...chosen },
        preview: null,
        reading: null,
        rowsRead: 0,
        rowsGood: 0,
        rowsBad: 0,
        faultsFound: 0,
      });
      if (!isMoved) throw new ImportProblem(409, 'การนำเข้านี้ไม่ได้รอการยืนยันอยู่');
      void runner.run(id);
      return shown(await need(id));
    },

    async commit(id, { leaveOutBadRows }) {
      const verdict = judge(await need(id));
      if (!verdict) throw new ImportProblem(409, 'การนำเข้านี้ไม่ได้รอการยืนยันอยู่');
      if (verdict.reason !== null) throw new ImportProblem(400, verdict.reason);
      if (verdict.needsLeaveOut && !leaveOutBadRows) {
        throw new ImportProblem(400, 'มีแถวที่ผิดอยู่ ต้องเลือกเว้นแถวที่ผิดก่อนจึงจะนำเข้าได้');
      }
      if (!(await steerJob(strapi, id, ['checked'], { state: 'committing' }))) {
        throw new ImportProblem(409, 'การนำเข้านี้ไม่ได้รอการยืนยันอยู่');
      }
      void runner.run(id);
      return shown(await need(id));
    },

    async cancel(id) {
      await need(id);
      const isMoved = await steerJob(
        strapi,
        id,
        ['uploading', 'checking', 'checked', 'committing'],
        {
          state: 'discarding',
          outcome: 'cancelled',
        }
      );
      if (!isMoved) throw new ImportProblem(409, 'การนำเข้านี้จบไปแล้ว จึงยกเลิกไม่ได้');
      runner.interrupt(id);
      void runner.run(id);
      return shown(await need(id));
    },

    async rollback(id) {
      const job = await need(id);
      const store = storeOf(job.dataSet);
      const active = await activeJob(strapi, job.dataSet);
      if (active) throw new ImportProblem(409, occupied(active));
      const last = await lastShown(strapi, job.dataSet);
      if (last?.id !== id) {
        throw new ImportProblem(409, 'ย้อนกลับได้เฉพาะการนำเข้าครั้งล่าสุดที่เผยแพร่อยู่ของข้อมูลชุดนี้');
      }
      try {
        await strapi.db.transaction(async ({ trx }) => {
          const isMoved = await steerJob(strapi, id, ['done'], { state: 'rolledBack' }, trx);
          if (!isMoved) throw new ImportRefusal('การนำเข้านี้ถูกย้อนกลับไปแล้ว');
          await store.rollback(strapi, trx, refOf(job));
          await revisionsOf(strapi).raise(store.raises);
        });
      } catch (error) {
        if (error instanceof ImportRefusal) throw new ImportProblem(409, error.sentence);
        throw error;
      }
      return shown(await need(id));
    },
  };
}

/** The newest import that readers see. */
export async function newestImport(
  strapi: Core.Strapi
): Promise<{ dataSet: DataSetName; at: string } | null> {
  const job = await lastShown(strapi);
  return job?.activatedAt ? { dataSet: job.dataSet, at: job.activatedAt } : null;
}

/** Throws away what is kept of jobs that are over but for their history, after a crash. */
export async function sweep(strapi: Core.Strapi): Promise<void> {
  const files: { job_id: string }[] = await strapi.db
    .getConnection('km_import_files')
    .distinct('job_id');
  for (const { job_id: id } of files) {
    const job = await findJob(strapi, id);
    if (!job || ['done', 'failed', 'cancelled', 'rolledBack'].includes(job.state)) {
      await deleteFile(strapi, id);
      if (!job) await deleteFaults(strapi, id);
    }
  }
}
