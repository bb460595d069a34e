import type { AuthorityKind } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { fiscalImportStore } from '../src/fiscal/import-store';
import type { FiscalRow } from '../src/fiscal/sheet';
import type {
  Chunk,
  ImportJobRef,
  ImportOptions,
  ImportPreview,
  ImportSummary,
  StepControl,
} from '../src/import/data-set';
import { revisionsOf } from '../src/platform/revisions';

/** An authority of a test's register. */
export interface TestAuthority {
  code: string | null;
  name: string;
  kind: AuthorityKind;
  provinceCode: string;
  population?: number | null;
  validFrom?: string;
  validTo?: string;
}

/** Puts authorities into the register as an import would: in one go. */
export async function registerAuthorities(
  strapi: Core.Strapi,
  authorities: readonly TestAuthority[]
): Promise<void> {
  await strapi.db.query('plugin::km.authority').createMany({
    data: authorities.map(({ population = null, ...one }, index) => ({
      documentId: `authority${String(index).padStart(15, '0')}`,
      district: 'เมือง',
      populationYear: population === null ? null : 2568,
      population,
      sample: false,
      ...one,
    })),
  });
  await revisionsOf(strapi).raise(['authority']);
}

export const noControl: StepControl = { report: () => {}, check: () => {} };

export function fiscalJob(id: string, options: Partial<ImportOptions> = {}): ImportJobRef {
  return {
    id,
    fileName: `${id}.csv`,
    createdAt: '2026-11-22T03:04:05.000Z',
    options: { unit: 'baht', scope: 'months', sample: false, ...options },
  };
}

export function chunkOf(number: number, rows: FiscalRow[]): Chunk<FiscalRow> {
  const groups = [...new Set(rows.map(([year, month]) => `${year}/${month}`))];
  return { number, count: rows.length, json: JSON.stringify(rows), groups, rows: () => rows };
}

/** Brings figures into a job, chunk by chunk. */
export async function fill(
  strapi: Core.Strapi,
  job: ImportJobRef,
  rows: readonly FiscalRow[],
  size = 500
): Promise<void> {
  await fiscalImportStore.open(strapi, job);
  for (let start = 0; start < rows.length; start += size) {
    await fiscalImportStore.append(
      strapi,
      job,
      chunkOf(start / size, rows.slice(start, start + size))
    );
  }
}

/** Shows a sealed job, as the import centre does. */
export async function activate(strapi: Core.Strapi, job: ImportJobRef): Promise<ImportSummary> {
  return strapi.db.transaction(async ({ trx }) => {
    const summary = await fiscalImportStore.activate(strapi, trx, job);
    await revisionsOf(strapi).raise(fiscalImportStore.raises);
    return summary;
  });
}

export async function rollback(strapi: Core.Strapi, job: ImportJobRef): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await fiscalImportStore.rollback(strapi, trx, job);
    await revisionsOf(strapi).raise(fiscalImportStore.raises);
  });
}

/** A whole import from its rows to readers. */
export async function importFigures(
  strapi: Core.Strapi,
  job: ImportJobRef,
  rows: readonly FiscalRow[]
): Promise<{ preview: ImportPreview; summary: ImportSummary }> {
  await fill(strapi, job, rows);
  const preview = await fiscalImportStore.preview(strapi, job, noControl);
  await fiscalImportStore.seal(strapi, job, noControl);
  return { preview, summary: await activate(strapi, job) };
}
