import type { Core } from '@strapi/types';
import { isDatabaseFailure } from '../platform/problem';
import { ImportRefusal } from './data-set';
import { claimJob, deserted, JobLost, moveJob, releaseJob, type JobRow } from './job-table';
import { stages } from './stages';
import { Work } from './work';

/** Milliseconds between looks for deserted jobs. */
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

/** What went wrong and where; a database's message begins with a statement and its values. */
function withoutData(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { name, message, stack = '' } = error;
  const calls = stack.slice(stack.lastIndexOf(message) + message.length).split('\n');
  return [`${name} … ${message.slice(-160)}`, ...calls.slice(1, 8)].join('\n');
}
