import type { Core } from '@strapi/types';
import type { ImportFault } from './admin-api';

const table = 'km_import_faults';

/** Rows a statement carries: SQLite takes 500 at most. */
const batch = 400;

/** Keeps faults; `from` numbers the first of them. */
export async function insertFaults(
  strapi: Core.Strapi,
  jobId: string,
  from: number,
  faults: readonly ImportFault[]
): Promise<void> {
  for (let start = 0; start < faults.length; start += batch) {
    const rows = faults.slice(start, start + batch).map((fault, index) => ({
      job_id: jobId,
      number: from + start + index,
      row: fault.row,
      column_heading: fault.column,
      value: fault.value,
      sentence: fault.sentence,
    }));
    await strapi.db.getConnection(table).insert(rows);
  }
}

interface FaultRow {
  row: number;
  column_heading: string | null;
  value: string;
  sentence: string;
}

/** Faults of a job in the order of its file. */
export async function listFaults(
  strapi: Core.Strapi,
  jobId: string,
  { offset, limit }: { offset: number; limit: number }
): Promise<ImportFault[]> {
  const rows: FaultRow[] = await strapi.db
    .getConnection(table)
    .where({ job_id: jobId })
    .where('number', '>=', offset)
    .orderBy('number')
    .limit(limit)
    .select('row', 'column_heading', 'value', 'sentence');
  return rows.map(({ row, column_heading: column, value, sentence }) => ({
    row,
    column,
    value,
    sentence,
  }));
}

export async function deleteFaults(strapi: Core.Strapi, jobId: string): Promise<void> {
  await strapi.db.getConnection(table).where({ job_id: jobId }).delete();
}
