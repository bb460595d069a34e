import type { Core } from '@strapi/types';
import type { Chunk, ImportJobRef } from '../import/data-set';
import type { SubsidyRow } from './sheet';
import { inTransaction, type Sql } from './ledger';

/** Rows a chunk may have, so that the number of a line in its file follows from its place. */
export const mostInChunk = 10_000;

/** Columns of a line that come from a row as they are. */
const lineColumns = {
  authority: 'authority',
  authority_name: 'authorityName',
  province: 'province',
  type: 'type',
  sub_item: 'subItem',
  instalment: 'instalment',
  period_from: 'periodFrom',
  period_to: 'periodTo',
  allocation_number: 'allocationNumber',
  budget_code: 'budgetCode',
  transfer_date: 'transferDate',
  payee: 'payee',
  headcount: 'headcount',
  amount: 'amount',
  status: 'status',
  amends: 'amends',
} as const satisfies Record<string, keyof SubsidyRow>;

const partColumns = {
  fiscal_year: 'fiscalYear',
  scope: 'scope',
  letter_number: 'letterNumber',
  letter_date: 'letterDate',
  letter_urgency: 'letterUrgency',
  letter_key: 'letterKey',
} as const satisfies Record<string, keyof SubsidyRow>;

const kinds: Readonly<Record<string, string>> = {
  fiscal_year: 'integer',
  instalment: 'integer',
  headcount: 'integer',
  amount: 'bigint',
};

/** The JSON rows of a chunk, `:json`, as a table `r` with `place` from 0. */
function recordset(sql: Sql, columns: Readonly<Record<string, string>>): string {
  const entries = Object.entries(columns);
  if (sql.isSqlite) {
    const cells = entries.map(([column, key]) => `o ->> '$.${key}' as ${column}`);
    // Unless it is told to keep what it has read, SQLite writes a row out anew for each cell.
    return `(with o as materialized (select key as place, value as o from json_each(:json)),
      c as materialized (select place, ${cells.join(', ')} from o) select * from c) r`;
  }
  const keys = entries.map(([column, key]) => `"${key}" ${kinds[column] ?? 'text'}`);
  const names = entries.map(([column]) => column);
  return `(select n - 1 as place, ${names.join(', ')} from rows from (jsonb_to_recordset(cast(:json as jsonb)) as (${keys.join(', ')})) with ordinality as x(${names.join(', ')}, n)) r`;
}

/** Adds a chunk to its load; a chunk that is there already changes nothing. */
export async function appendLines(
  strapi: Core.Strapi,
  job: ImportJobRef,
  { number, count, json }: Chunk<SubsidyRow>
): Promise<void> {
  if (count > mostInChunk) {
    throw new Error(`A chunk of ${count} rows: at most ${mostInChunk} were expected.`);
  }
  await inTransaction(strapi, async (sql) => {
    const mine = await sql.run(
      `update :loads: set chunks = chunks + 1, lines = lines + :count where job_id = :job and chunks = :number`,
      { count, number, job: job.id }
    );
    const [load] = await sql.rows<{ id: number; chunks: number }>(
      `select id, chunks from :loads: where job_id = :job`,
      { job: job.id }
    );
    if (mine === 0) {
      if (load && load.chunks > number) return;
      throw new Error(`Chunk ${number} comes before its turn: ${load?.chunks ?? 'no load'}.`);
    }
    const values = { json, load: load?.id ?? 0 };
    await addParts(sql, values, job.options.sample);
    // SQLite never reorders a cross join: it would otherwise read the whole chunk for each part.
    await sql.run(
      `insert into :lines: (part_id, line, ${Object.keys(lineColumns).join(', ')})
       select p.id, :first + r.place, ${Object.keys(lineColumns)
         .map((column) => `r.${column}`)
         .join(', ')}
       from ${recordset(sql, { ...partColumns, ...lineColumns })}
       ${sql.isSqlite ? 'cross join' : 'join'} :parts: p on p.load_id = :load and p.fiscal_year = r.fiscal_year and p.scope = r.scope`,
      { ...values, first: number * mostInChunk }
    );
  });
}

async function addParts(
  sql: Sql,
  values: { json: string; load: number },
  sample: boolean
): Promise<void> {
  const rows = recordset(sql, { ...partColumns, transfer_date: 'transferDate' });
  await sql.run(
    `insert into :parts: (load_id, fiscal_year, scope, letter_number, letter_date, letter_urgency, letter_key, order_day, sample)
     select cast(:load as integer), fiscal_year, scope, max(letter_number), max(letter_date), max(letter_urgency), max(letter_key),
       -cast(replace(coalesce(max(letter_date), nullif(max(transfer_date), ''), '0'), '-', '') as integer), cast(:sample as boolean)
     from ${rows} where true group by fiscal_year, scope
     on conflict (load_id, fiscal_year, scope) do nothing`,
    { ...values, sample }
  );
  await sql.run(
    `update :parts: set lines = lines + c.count
     from (select fiscal_year, scope, count(*) as count from ${recordset(sql, {
       fiscal_year: partColumns.fiscal_year,
       scope: partColumns.scope,
     })} group by fiscal_year, scope) c
     where load_id = :load and km_subsidy_parts.fiscal_year = c.fiscal_year and km_subsidy_parts.scope = c.scope`,
    values
  );
}
