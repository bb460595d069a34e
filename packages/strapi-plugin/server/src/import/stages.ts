import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import type { Core } from '@strapi/types';
import { formatThaiDateTime } from '@km-laas/thai';
import { ownVersion } from '../platform/own-version';
import { revisionsOf } from '../platform/revisions';
import { ImportRefusal, type Chunk, type Suspicion } from './data-set';
import { deleteFaults, insertFaults } from './fault-table';
import { deleteFile, withFile } from './file-table';
import { deleteJob, keepJob, moveJob, refOf, sameFile, type JobRow } from './job-table';
import { limits } from './reading/limits';
import type { ReadChunk, SheetOutcome } from './reading/read-sheet';
import { runSheetTask } from './sheet-task';
import { storeOf } from './stores';
import type { Work } from './work';

/** What is done with a job in each of the states it is worked on in. */
export const stages = {
  uploading: forget,
  checking: check,
  committing: commit,
  discarding: discard,
};

/** An upload whose server or line broke down leaves nothing behind. */
async function forget(strapi: Core.Strapi, { job }: Work): Promise<void> {
  await deleteFile(strapi, job.id);
  await deleteJob(strapi, job.id);
}

async function check(strapi: Core.Strapi, work: Work): Promise<void> {
  const { job } = work;
  const store = storeOf(job.dataSet);
  work.stage('reading');
  const context = await store.context(strapi, job.options);
  await prepare(strapi, work, hashOf(strapi, job, context));
  const { chunks } = await store.open(strapi, refOf(job));
  const outcome = await withFile(strapi, job.id, (path) =>
    read(strapi, work, path, context, chunks)
  );
  const { counts, reading } = outcome;
  const found = {
    rowsRead: counts.read,
    rowsGood: counts.good,
    rowsBad: counts.bad,
    faultsFound: counts.faults,
    reading,
  };
  if (counts.good === 0) {
    await keepJob(strapi, job.id, job.state, found);
    throw new ImportRefusal('ไม่มีแถวที่ใช้ได้สักแถว ดูรายการข้อผิดพลาด แก้ไฟล์แล้วนำเข้าใหม่');
  }
  work.note(found);
  work.stage('comparing');
  const preview = await store.preview(strapi, refOf(job), work);
  work.check();
  await work.close();
  const suspicions = [...(await suspect(strapi, job, outcome)), ...preview.suspicions];
  await moveJob(strapi, job, { ...found, state: 'checked', preview: { ...preview, suspicions } });
}

/**
 * Rows are judged by what the database knew; if that has changed since chunks were written, or the
 * program has, they are written anew.
 */
async function prepare(strapi: Core.Strapi, { job }: Work, contextHash: string): Promise<void> {
  await deleteFaults(strapi, job.id);
  if (job.contextHash === contextHash) return;
  await keepJob(strapi, job.id, job.state, { contextHash: null });
  await storeOf(job.dataSet).discard(strapi, refOf(job));
  await keepJob(strapi, job.id, job.state, { contextHash });
}

function hashOf(strapi: Core.Strapi, job: JobRow, context: unknown): string {
  const hash = createHash('sha256').update(serialize(context));
  return hash
    .update(JSON.stringify([job.options, ownVersion(strapi), limits.chunkRows]))
    .digest('hex');
}

async function read(
  strapi: Core.Strapi,
  work: Work,
  path: string,
  context: unknown,
  skip: number
): Promise<SheetOutcome> {
  const { job } = work;
  const store = storeOf(job.dataSet);
  let faults = 0;
  return runSheetTask(
    {
      file: { path, kind: job.fileKind ?? 'csv' },
      dataSet: job.dataSet,
      context,
      options: job.options,
      skip,
    },
    {
      check: () => work.check(),
      chunk: (chunk) => store.append(strapi, refOf(job), toChunk(chunk)),
      async faults(found) {
        await insertFaults(strapi, job.id, faults, found);
        faults += found.length;
      },
      progress({ done, total, counts }) {
        work.report(done, total);
        work.note({
          rowsRead: counts.read,
          rowsGood: counts.good,
          rowsBad: counts.bad,
          faultsFound: counts.faults,
        });
      },
    }
  );
}

function toChunk(chunk: ReadChunk): Chunk {
  return { ...chunk, rows: () => JSON.parse(chunk.json) as unknown[] };
}

/** What the file itself makes one wonder about. */
async function suspect(
  strapi: Core.Strapi,
  job: JobRow,
  { unit, counts }: SheetOutcome
): Promise<Suspicion[]> {
  const suspicions: Suspicion[] = [];
  if (unit && unit !== job.options.unit) {
    const names = { baht: 'บาท', thousandBaht: 'พันบาท' };
    suspicions.push({
      kind: 'unit',
      sentence: `หัวตารางบอกว่าหน่วยเป็น${names[unit]} แต่เลือกหน่วยเป็น${names[job.options.unit]}`,
    });
  }
  const before = await sameFile(strapi, job);
  if (before) {
    suspicions.push({
      kind: 'other',
      sentence: `ไฟล์นี้เคยนำเข้าแล้วเมื่อ ${formatThaiDateTime(before.createdAt)} โดย ${before.createdBy}`,
    });
  }
  if (counts.faults > limits.faults) {
    suspicions.push({
      kind: 'other',
      sentence: `ข้อผิดพลาดมี ${counts.faults.toLocaleString('en')} รายการ เก็บไว้ให้ดู ${limits.faults.toLocaleString('en')} รายการแรก`,
    });
  }
  return suspicions;
}

async function commit(strapi: Core.Strapi, work: Work): Promise<void> {
  const { job } = work;
  const store = storeOf(job.dataSet);
  work.stage('summing');
  await store.seal(strapi, refOf(job), work);
  work.check();
  await work.close();
  await strapi.db.transaction(async ({ trx }) => {
    const at = new Date().toISOString();
    // First of all, so that whoever cancels at this moment waits, and comes too late or in time.
    await moveJob(strapi, job, { state: 'done', activatedAt: at, finishedAt: at }, trx);
    const summary = await store.activate(strapi, trx, refOf(job));
    await strapi.db
      .getConnection('km_import_jobs')
      .transacting(trx)
      .where({ id: job.id })
      .update({ summary: JSON.stringify(summary) });
    await revisionsOf(strapi).raise(store.raises);
  });
  await deleteFile(strapi, job.id);
}

async function discard(strapi: Core.Strapi, work: Work): Promise<void> {
  const { job } = work;
  await storeOf(job.dataSet).discard(strapi, refOf(job));
  await deleteFile(strapi, job.id);
  await work.close();
  const state = job.outcome ?? 'failed';
  await moveJob(strapi, job, { state, finishedAt: new Date().toISOString() });
}
