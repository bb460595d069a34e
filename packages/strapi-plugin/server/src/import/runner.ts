import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import type { Core } from '@strapi/types';
import { formatThaiDateTime } from '@km-laas/thai';
import { ownVersion } from '../platform/own-version';
import { isDatabaseFailure } from '../platform/problem';
import { revisionsOf } from '../platform/revisions';
import type { ImportProgress } from './admin-api';
import { ImportRefusal, type Chunk, type StepControl, type Suspicion } from './data-set';
import { deleteFaults, insertFaults } from './fault-table';
import { deleteFile, withFile } from './file-table';
import {
  claimJob,
  deleteJob,
  deserted,
  JobLost,
  keepJob,
  moveJob,
  refOf,
  releaseJob,
  sameFile,
  type JobChanges,
  type JobRow,
} from './job-table';
import { limits } from './reading/limits';
import type { ReadChunk, SheetOutcome } from './reading/read-sheet';
import { runSheetTask } from './sheet-task';
import { storeOf } from './stores';

/** Milliseconds between signs of life, and between looks for deserted jobs. */
const signEvery = 1000;
const lookEvery = 5000;
/** Starts a stage may have had before the job is given up. */
const mostAttempts = 12;

const brokenDown = 'ระบบขัดข้องระหว่างนำเข้า ข้อมูลที่เผยแพร่อยู่ไม่เปลี่ยนแปลง ลองใหม่ หากยังเป็นอีกโปรดแจ้งผู้ดูแลระบบ';

/** Works on jobs, one stage after another, until they wait for a person or are over. */
export interface ImportRunner {
  /** Goes on with what was left lying, now and later. */
  start(): void;
  /** Leaves everything as it is for the next start. */
  stop(): Promise<void>;
  /** Works on a job now, if nobody else does; resolves when it waits or is over. */
  run(id: string): Promise<void>;
  /** Tells a job this instance works on that it is not wanted any more. */
  interrupt(id: string): void;
}

/** A job under way in this instance: its sign of life, and the reason to end early. */
class Work implements StepControl {
  #progress: ImportProgress | null = null;
  #changes: JobChanges = {};
  #reason: Error | null = null;
  #sign: Promise<void> = Promise.resolve();
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly strapi: Core.Strapi,
    readonly job: JobRow
  ) {
    this.#timer = setInterval(() => {
      this.#sign = this.#sign.then(() => this.#giveSign());
    }, signEvery);
  }

  stage(stage: ImportProgress['stage']): void {
    this.#progress = { stage, done: 0, total: 0 };
  }

  // Stores hand these two on by themselves.
  readonly report = (done: number, total: number): void => {
    if (this.#progress) this.#progress = { ...this.#progress, done, total };
  };

  readonly check = (): void => {
    if (this.#reason) throw this.#reason;
  };

  note(changes: JobChanges): void {
    this.#changes = { ...this.#changes, ...changes };
  }

  end(reason: Error): void {
    this.#reason ??= reason;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sign;
  }

  async #giveSign(): Promise<void> {
    const changes = { ...this.#changes, progress: this.#progress };
    this.#changes = {};
    try {
      await keepJob(this.strapi, this.job.id, this.job.state, changes);
    } catch (error) {
      // A database that does not answer for a moment is no reason to give up; the lease is.
      if (error instanceof JobLost) this.end(error);
    }
  }
}

export function createRunner(strapi: Core.Strapi): ImportRunner {
  const works = new Map<string, Work>();
  const running = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let isStopped = false;

  function run(id: string): Promise<void> {
    const before = running.get(id) ?? Promise.resolve();
    const own = before.then(() => work(id));
    running.set(id, own);
    void own.finally(() => {
      if (running.get(id) === own) running.delete(id);
    });
    return own;
  }

  async function work(id: string): Promise<void> {
    try {
      while (!isStopped) {
        const job = await claimJob(strapi, id);
        if (!job) return;
        await workOn(job);
      }
    } catch (error) {
      // The database is away: whoever comes after the lease has run out goes on.
      strapi.log.warn(`km: an import waits: ${withoutData(error)}`);
    }
  }

  async function workOn(job: JobRow): Promise<void> {
    const own = new Work(strapi, job);
    works.set(job.id, own);
    try {
      if (job.attempts > mostAttempts && job.state !== 'discarding') {
        throw new Error(`The stage ${job.state} was begun ${job.attempts} times.`);
      }
      await stages[job.state as keyof typeof stages](strapi, own);
    } catch (error) {
      if (error instanceof JobLost) return;
      if (isDatabaseFailure(error)) throw error;
      await own.close();
      await giveUp(job, error);
    } finally {
      await own.close();
      works.delete(job.id);
      if (isStopped) await releaseJob(strapi, job.id).catch(() => undefined);
    }
  }

  async function giveUp(job: JobRow, error: unknown): Promise<void> {
    const isRefused = error instanceof ImportRefusal;
    if (!isRefused) strapi.log.error(`km: an import failed: ${withoutData(error)}`);
    const failure = isRefused ? error.sentence : brokenDown;
    if (job.state === 'discarding') {
      // What cannot be thrown away must not stand in the way for ever; nobody ever sees it.
      if (job.attempts <= mostAttempts) throw error;
      const finishedAt = new Date().toISOString();
      await moveJob(strapi, job, { state: 'failed', failure: job.failure ?? failure, finishedAt });
      return;
    }
    await moveJob(strapi, job, { state: 'discarding', outcome: 'failed', failure }).catch(
      (lost: unknown) => {
        if (!(lost instanceof JobLost)) throw lost;
      }
    );
  }

  async function look(): Promise<void> {
    try {
      for (const id of await deserted(strapi)) if (!running.has(id)) void run(id);
    } catch (error) {
      strapi.log.debug(`km: imports cannot be looked for: ${withoutData(error)}`);
    }
  }

  return {
    run,
    start() {
      if (timer || isStopped) return;
      looking = look();
      timer = setInterval(() => {
        looking = look();
      }, lookEvery);
      timer.unref();
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await looking;
      for (const own of works.values()) own.end(new JobLost());
      await Promise.allSettled(running.values());
    },
    interrupt(id) {
      works.get(id)?.end(new JobLost());
    },
  };
}

const stages = { uploading: forget, checking: check, committing: commit, discarding: discard };

/** What went wrong and where; a database's message begins with a statement and its values. */
function withoutData(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { name, message, stack = '' } = error;
  const calls = stack.slice(stack.lastIndexOf(message) + message.length).split('\n');
  return [`${name} … ${message.slice(-160)}`, ...calls.slice(1, 8)].join('\n');
}

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
  return hash.update(JSON.stringify([job.options, ownVersion(strapi)])).digest('hex');
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
