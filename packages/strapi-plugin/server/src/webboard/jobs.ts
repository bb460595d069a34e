import type { Core } from '@strapi/types';
import { tableNamed } from '../content/tables';
import { sweepAttachments } from './attachments/store';
import { sendReplyNotices } from './notices/reply-notices';
import { sendDigests } from './notices/digest';
import { purgeTraffic } from './records/traffic-log';
import { viewCountsOf } from './view-counts';

interface Job {
  name: string;
  /** Milliseconds between two runs, of all instances together. */
  every: number;
  run(strapi: Core.Strapi): Promise<unknown>;
}

const minute = 60_000;

const jobs: readonly Job[] = [
  { name: 'reply-notices', every: minute / 2, run: sendReplyNotices },
  { name: 'digests', every: 10 * minute, run: sendDigests },
  { name: 'attachments', every: 60 * minute, run: sweepAttachments },
  { name: 'traffic', every: 6 * 60 * minute, run: purgeTraffic },
];

const timers = new WeakMap<Core.Strapi, NodeJS.Timeout>();
const running = new WeakMap<Core.Strapi, Promise<void>>();

/** Looks every ten seconds for work that is due and that no other instance has taken. */
export function startJobs(strapi: Core.Strapi): void {
  viewCountsOf(strapi).start();
  const timer = setInterval(() => {
    running.set(
      strapi,
      (running.get(strapi) ?? Promise.resolve()).then(() => runDue(strapi))
    );
  }, 10_000);
  timer.unref();
  timers.set(strapi, timer);
}

export async function stopJobs(strapi: Core.Strapi): Promise<void> {
  clearInterval(timers.get(strapi));
  await running.get(strapi);
  await viewCountsOf(strapi).stop();
}

async function runDue(strapi: Core.Strapi): Promise<void> {
  for (const job of jobs) {
    try {
      if (await isMine(strapi, job)) await job.run(strapi);
    } catch (error) {
      strapi.log.warn(`km: the board's job ${job.name} failed: ${String(error)}`);
    }
  }
}

/** Takes a job that is due; of several instances one gets it. */
async function isMine(strapi: Core.Strapi, { name, every }: Job): Promise<boolean> {
  const now = new Date().toISOString();
  const due = new Date(Date.now() - every).toISOString();
  const taken = (await tableNamed(strapi, 'km_board_jobs')
    .where({ name })
    .where('last_run', '<', due)
    .update({ last_run: now })) as unknown as number;
  if (taken === 1) return true;
  const made = (await tableNamed(strapi, 'km_board_jobs')
    .insert({ name, last_run: now })
    .onConflict('name')
    .ignore()
    .returning('name')) as unknown[];
  return made.length > 0;
}
