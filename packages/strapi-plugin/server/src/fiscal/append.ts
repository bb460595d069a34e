import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type { Chunk, ImportJobRef } from '../import/data-set';
import { breathe } from '../platform/breathe';
import { chartVersion } from './chart-of-accounts';
import { loadsOf } from './ledger';
import { lastLoadOf } from './load-numbers';
import { monthNumber } from './months';
import type { FiscalRow } from './sheet';
import { jsonLines, run, type Session } from './sql';

/** Writes a chunk of a file to the loads of its months; one that is there already is left. */
export async function appendChunk(
  strapi: Core.Strapi,
  job: ImportJobRef,
  chunk: Chunk<FiscalRow>
): Promise<void> {
  const months = chunk.groups.map((group) => group.split('/').map(Number));
  await strapi.db.connection.transaction(async (trx) => {
    // Two that bring the same chunk at once: the second waits here for the first.
    const isNew = await run(
      trx,
      `insert into km_fiscal_chunks (job_id, number) values (:job, :number)
       on conflict (job_id, number) do nothing returning number`,
      { job: job.id, number: chunk.number }
    );
    if (isNew.length === 0) return;
    await beginLoads(strapi, trx, job, months);
    const insert = strapi.db.dialect.client === 'postgres' ? insertColumns : insertLines;
    // Readers have another connection: they need not wait for the transaction, but for each statement.
    await breathe();
    await insert(strapi, trx, job, chunk);
    await breathe();
  });
  await breathe();
}

async function beginLoads(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  job: ImportJobRef,
  months: readonly number[][]
): Promise<void> {
  const lines = jsonLines(strapi);
  const [year, month] = [lines.integer(0), lines.integer(1)];
  await run(
    trx,
    `insert into km_fiscal_loads (id, job_id, fiscal_year, fiscal_month, sample, chart_version)
     select ${lastLoadOf(year)} + row_number() over (partition by ${year} order by ${month}),
            :job, ${year}, ${month}, ${lines.flag('sample')}, cast(:chart as integer)
       from ${lines.source('months')} where true
     on conflict (job_id, fiscal_year, fiscal_month) do nothing`,
    {
      job: job.id,
      months: JSON.stringify(months),
      sample: job.options.sample,
      chart: chartVersion,
    }
  );
}

/** The lines as they come: SQLite reads JSON faster than it takes values. */
async function insertLines(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  job: ImportJobRef,
  { groups, json }: Chunk<FiscalRow>
): Promise<void> {
  const lines = jsonLines(strapi);
  const [year, month] = (groups[0] ?? '').split('/').map(Number);
  // Nearly every chunk is of one month, and then no line has to look its load up.
  const [load, join] =
    groups.length === 1
      ? [
          `(select id from km_fiscal_loads
             where job_id = :job and fiscal_year = :year and fiscal_month = :month)`,
          '',
        ]
      : [
          'load.id',
          `${lines.join} km_fiscal_loads load on load.job_id = :job
                and load.fiscal_year = ${lines.integer(0)} and load.fiscal_month = ${lines.integer(1)}`,
        ];
  await run(
    trx,
    `insert into km_fiscal_facts (load_id, authority, account, amount)
     select ${load}, ${lines.text(2)}, ${lines.text(3)}, ${lines.integer(4)}
       from ${lines.source('lines')} ${join}`,
    { job: job.id, lines: json, year: year ?? 0, month: month ?? 0 }
  );
}

/** A column at a time: PostgreSQL takes arrays many times as fast as it takes JSON apart. */
async function insertColumns(
  _strapi: Core.Strapi,
  trx: Knex.Transaction,
  job: ImportJobRef,
  chunk: Chunk<FiscalRow>
): Promise<void> {
  const loads = await loadIds(trx, job.id);
  const columns: [unknown[], unknown[], unknown[], unknown[]] = [[], [], [], []];
  for (const [fiscalYear, fiscalMonth, authority, account, satang] of chunk.rows()) {
    columns[0].push(loads.get(monthNumber({ fiscalYear, fiscalMonth })));
    columns[1].push(authority);
    columns[2].push(account);
    columns[3].push(satang);
  }
  const [load, authority, account, amount] = columns.map(arrayOf);
  await run(
    trx,
    `insert into km_fiscal_facts (load_id, authority, account, amount)
     select * from unnest(cast(:load as integer[]), cast(:authority as text[]),
                          cast(:account as text[]), cast(:amount as bigint[]))`,
    { load: load ?? '', authority: authority ?? '', account: account ?? '', amount: amount ?? '' }
  );
}

async function loadIds(session: Session, jobId: string): Promise<Map<number, number>> {
  const loads = await loadsOf(session, jobId);
  return new Map(loads.map((load) => [monthNumber(load), load.id]));
}

/** An array as PostgreSQL writes it, of what needs no quotes: the digits of codes and numbers. */
function arrayOf(values: readonly unknown[]): string {
  return `{${values.join(',')}}`;
}
