import type { Core } from '@strapi/types';
import { tableNamed } from '../content/tables';
import { tablesIn, type Tables } from '../editorial/ambient-table';
import type { ImportJobRef, ImportStore } from '../import/data-set';
import { queueForSearch } from '../platform/search-queue';
import { loadPlaces } from './places';
import { isChange, previewOf, summaryOf } from './preview-register';
import { readAuthorities } from './register';
import { changesOf } from './register-changes';
import type { AuthorityContext, AuthorityRow } from './sheet';
import { takeBack, writeRegister } from './write-register';

const staged = 'km_authority_chunks';

/**
 * The half of the register's imports that knows the database. Rows wait as they came; showing them
 * compares them with the register as it is at that moment, so that what an editor changed meanwhile
 * is neither lost nor overwritten unseen.
 */
export const authorityStore: ImportStore<AuthorityRow, AuthorityContext> = {
  raises: ['authority'],

  async context() {
    const { provinces, districts } = await loadPlaces();
    return { provinces, districts };
  },

  async open(strapi, job) {
    const [counted] = (await tableNamed(strapi, staged)
      .where({ job_id: job.id })
      .count({ chunks: '*' })) as { chunks: number | string }[];
    return { chunks: Number(counted?.chunks ?? 0) };
  },

  async append(strapi, job, { number, count, json }) {
    await tableNamed(strapi, staged)
      .insert({ job_id: job.id, number, count, rows: json })
      .onConflict(['job_id', 'number'])
      .ignore();
  },

  async preview(strapi, job, control) {
    const rows = await stagedRows(tablesOf(strapi), job);
    control.check();
    const register = await readAuthorities(strapi);
    return previewOf(rows, register, changesOf(rows, register, job.options.sample), job);
  },

  async seal() {
    // The register is small: all of it is compared and written when it is shown.
  },

  async activate(strapi, trx, job) {
    const tables = tablesIn(strapi, trx);
    const rows = await stagedRows(tables, job);
    const register = await readAuthorities(strapi, tables);
    const found = changesOf(rows, register, job.options.sample);
    await writeRegister(strapi, tables, job, found.changes.filter(isChange(job)));
    await queueForSearch(strapi, [{ service: 'authority' }]);
    await tables(staged).where({ job_id: job.id }).delete();
    return summaryOf(rows, found, job);
  },

  async discard(strapi, job) {
    await tableNamed(strapi, staged).where({ job_id: job.id }).delete();
  },

  async rollback(strapi, trx, job) {
    await takeBack(strapi, tablesIn(strapi, trx), job);
  },
};

function tablesOf(strapi: Core.Strapi): Tables {
  return (name) => tableNamed(strapi, name);
}

async function stagedRows(tables: Tables, job: ImportJobRef): Promise<AuthorityRow[]> {
  const chunks = (await tables(staged)
    .where({ job_id: job.id })
    .orderBy('number')
    .select('rows')) as { rows: string }[];
  return chunks.flatMap(({ rows }) => JSON.parse(rows) as AuthorityRow[]);
}
