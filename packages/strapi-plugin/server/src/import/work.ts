import type { Core } from '@strapi/types';
import type { ImportProgress } from './admin-api';
import type { StepControl } from './data-set';
import { JobLost, keepJob, type JobChanges, type JobRow } from './job-table';

/** Milliseconds between signs of life. */
const signEvery = 1000;

/** A job under way in this instance: its sign of life, and the reason to end early. */
export class Work implements StepControl {
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
