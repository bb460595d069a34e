import type { Core } from '@strapi/types';
import type { ImportJobRef, ImportOptions } from '../import/data-set';
import { revisionsOf } from '../platform/revisions';
import { subsidyStore } from './import-store';
import { subsidySheet, type SubsidyRow } from './sheet';

export type Cells = Partial<Record<string, string>>;

const idle = { report: () => undefined, check: () => undefined };

/** Does with the halves of the data set what the import centre does with them. */
export function importerOf(strapi: Core.Strapi) {
  let count = 0;

  function jobOf(options: Partial<ImportOptions> = {}): ImportJobRef {
    count += 1;
    return {
      id: `test-${count}`,
      fileName: `file-${count}.csv`,
      createdAt: new Date().toISOString(),
      options: { unit: 'baht', scope: 'months', sample: false, ...options },
    };
  }

  async function rowsOf(lines: readonly Cells[], options: ImportOptions): Promise<SubsidyRow[]> {
    const context = await subsidyStore.context(strapi, options);
    const check = subsidySheet.createCheck(context, options);
    return lines.map((cells) => {
      const { row, faults } = check(cells as Record<string, string>);
      if (!row) throw new Error(JSON.stringify(faults));
      return row;
    });
  }

  async function append(
    job: ImportJobRef,
    rows: readonly SubsidyRow[],
    perChunk = 1000
  ): Promise<void> {
    const { chunks } = await subsidyStore.open(strapi, job);
    for (let number = chunks; number * perChunk < rows.length; number += 1) {
      const slice = rows.slice(number * perChunk, (number + 1) * perChunk);
      const chunk = {
        number,
        count: slice.length,
        json: JSON.stringify(slice),
        groups: [],
        rows: () => slice,
      };
      await subsidyStore.append(strapi, job, chunk);
    }
  }

  async function activate(job: ImportJobRef) {
    return strapi.db.transaction(async ({ trx }) => {
      const summary = await subsidyStore.activate(strapi, trx, job);
      await revisionsOf(strapi).raise(['subsidy']);
      return summary;
    });
  }

  return {
    jobOf,
    rowsOf,
    append,
    activate,
    preview: (job: ImportJobRef) => subsidyStore.preview(strapi, job, idle),
    seal: (job: ImportJobRef) => subsidyStore.seal(strapi, job, idle),
    discard: (job: ImportJobRef) => subsidyStore.discard(strapi, job),
    async rollback(job: ImportJobRef) {
      await strapi.db.transaction(async ({ trx }) => {
        await subsidyStore.rollback(strapi, trx, job);
        await revisionsOf(strapi).raise(['subsidy']);
      });
    },
    /** A whole import. */
    async run(lines: readonly Cells[], options: Partial<ImportOptions> = {}) {
      const job = jobOf(options);
      await append(job, await rowsOf(lines, job.options), 3);
      const preview = await subsidyStore.preview(strapi, job, idle);
      await subsidyStore.seal(strapi, job, idle);
      const summary = await activate(job);
      return { job, preview, summary };
    },
  };
}

export type Importer = ReturnType<typeof importerOf>;
