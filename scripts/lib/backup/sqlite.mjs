import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cms } from '../paths.mjs';

/** @typedef {import('./manifest.mjs').TableFacts} TableFacts */
/**
 * What is used of better-sqlite3.
 *
 * @typedef {object} Database
 * @property {(file: string, options: {progress(state: {remainingPages: number}): number}) => Promise<unknown>} backup
 * @property {(statement: string, options?: {simple?: boolean}) => any} pragma
 * @property {(sql: string) => any} prepare
 * @property {() => void} close
 */

/** @returns {new (file: string, options?: {readonly?: boolean, fileMustExist?: boolean}) => Database} */
const driver = () => createRequire(join(cms, 'package.json'))('better-sqlite3');

/**
 * Copies a database that servers go on writing to, as it is at one moment.
 *
 * @param {string} file
 * @param {string} copy
 */
export async function copySqlite(file, copy) {
  if (!existsSync(file)) throw new Error(`There is no database at ${file}.`);
  const source = new (driver())(file, { fileMustExist: true });
  try {
    source.pragma('busy_timeout = 30000');
    // All pages in one go: a copy in steps begins anew at every write, and would never end.
    await source.backup(copy, { progress: ({ remainingPages }) => Math.max(1, remainingPages) });
  } finally {
    source.close();
  }
  const copied = new (driver())(copy);
  try {
    // One file, without a journal beside it.
    copied.pragma('journal_mode = delete');
    const check = copied.pragma('quick_check', { simple: true });
    if (check !== 'ok') throw new Error(`The copy of ${file} is damaged: ${check}`);
  } finally {
    copied.close();
  }
}

/**
 * Rows and a hash of every table.
 *
 * @param {string} file
 * @returns {{tables: TableFacts, tableStep: number | null}}
 */
export function sqliteFacts(file) {
  const database = new (driver())(file, { readonly: true, fileMustExist: true });
  try {
    /** @type {{name: string, wr: number}[]} */
    const tables = database
      .prepare(
        "select name, wr from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' order by name"
      )
      .all();
    /** @type {TableFacts} */
    const facts = {};
    for (const { name, wr } of tables) {
      const hash = createHash('sha256');
      let rows = 0;
      // Both kinds stand in an order a copy keeps: that of their number, or of their key.
      const order = wr ? '' : ' order by rowid';
      const read = database.prepare(`select * from "${name}"${order}`).raw().safeIntegers();
      for (const row of read.iterate()) {
        rows += 1;
        hash.update(
          JSON.stringify(row, (_key, value) => (typeof value === 'bigint' ? `${value}n` : value))
        );
      }
      facts[name] = { rows, hash: hash.digest('hex') };
    }
    const tableStep = facts.km_schema_versions
      ? database.prepare('select max(version) from km_schema_versions').pluck().get()
      : null;
    return { tables: facts, tableStep };
  } finally {
    database.close();
  }
}

/**
 * Whether a database holds nothing yet.
 *
 * @param {string} file
 */
export function isSqliteEmpty(file) {
  return !existsSync(file) || Object.keys(sqliteFacts(file).tables).length === 0;
}

/**
 * Puts a copy in the place of a database; what was there is set aside until the caller has looked.
 *
 * @param {string} copy
 * @param {string} file
 * @returns {{keep(): void, undo(): void}}
 */
export function replaceSqlite(copy, file) {
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.before-restore`;
  if (existsSync(file)) {
    assertUnused(file);
    renameSync(file, aside);
  }
  // A journal of the old database would be played into the new one.
  for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true });
  copyFileSync(copy, file);
  return {
    keep: () => rmSync(aside, { force: true }),
    undo() {
      rmSync(file, { force: true });
      if (existsSync(aside)) renameSync(aside, file);
    },
  };
}

/** @param {string} file */
function assertUnused(file) {
  const database = new (driver())(file);
  try {
    database.pragma('busy_timeout = 0');
    // Only the last one who has it open may leave WAL; it also brings the journal home.
    if (database.pragma('journal_mode = delete', { simple: true }) === 'delete') return;
  } catch {
    // Locked by somebody, which is what was asked.
  } finally {
    database.close();
  }
  throw new Error(`${file} is in use. Stop every server and try again.`);
}
