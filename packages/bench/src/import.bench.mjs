import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printTable, say } from './report.mjs';

/** Rows of a month of the whole country, and of more than anyone hands in. */
const usualSizes = ['110000', '1000000'];

/** @typedef {{rows: number, imported: number, bare: number, grown: number, stall: number}} Result */

/**
 * `npm run bench -- import [--database=sqlite|postgres] [--rows=110000] [postgres://…]`: a CSV file of
 * fiscal figures from its first byte until readers see it, beside knex's `batchInsert` of the same
 * rows into the same database. Rates are rows a second; memory is that of the whole process, its peak
 * less its beginning. Without choices, every size on every database there is.
 *
 * @param {string[]} args
 */
export async function run(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { database: { type: 'string' }, rows: { type: 'string', multiple: true } },
  });
  const url = positionals[0] ?? process.env.KM_TEST_DATABASE_URL ?? '';
  const databases = [
    { name: 'SQLite', key: 'sqlite', url: '' },
    ...(url ? [{ name: 'PostgreSQL', key: 'postgres', url }] : []),
  ].filter(({ key }) => values.database === undefined || key === values.database);
  if (databases.length === 0) {
    throw new Error('PostgreSQL is measured where an address is given, or KM_TEST_DATABASE_URL.');
  }
  const sizes = (values.rows ?? usualSizes).map(Number);
  for (const database of databases) {
    /** @type {string[][]} */
    const rows = [];
    for (const size of sizes) {
      say(`${database.name}, ${size} rows`);
      const result = await measure(database.url, size);
      rows.push([
        result.rows.toLocaleString('en'),
        Math.round(result.rows / result.imported).toLocaleString('en'),
        Math.round(result.rows / result.bare).toLocaleString('en'),
        (result.bare / result.imported).toFixed(2),
        `${Math.round(result.grown / 1024 ** 2)} MB`,
        `${Math.round(result.stall)} ms`,
      ]);
    }
    const headings = [
      'rows',
      'import/s',
      'batchInsert/s',
      'ratio',
      'memory grown',
      'longest stall',
    ];
    printTable(database.name, headings, rows);
  }
}

/**
 * In a process of its own, so that one size does not warm the memory of the other.
 *
 * @param {string} url
 * @param {number} size
 * @returns {Promise<Result>}
 */
async function measure(url, size) {
  const folder = await mkdtemp(join(tmpdir(), 'km-bench-import-'));
  const program = join(import.meta.dirname, 'import-run.mjs');
  const child = spawn(process.execPath, [program, folder, String(size), url], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  /** @type {Result | undefined} */
  let result;
  child.on('message', (message) => (result = /** @type {Result} */ (message)));
  try {
    await new Promise((resolve) => child.once('exit', resolve));
    if (!result) throw new Error('The measurement ended without a result.');
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
