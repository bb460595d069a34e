import './lib/check-node.mjs';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { cms } from './lib/paths.mjs';
import { fail } from './lib/progress.mjs';
import { loadStrapi } from './lib/strapi.mjs';

/**
 * A job as the plugin describes it in `server/src/import/admin-api.ts`, as far as it is used here.
 *
 * @typedef {object} Job
 * @property {string} id
 * @property {string} state
 * @property {{unit: string, scope: string}} options
 * @property {string | null} fileHash
 * @property {{stage: string, done: number, total: number} | null} progress
 * @property {{read: number, good: number, bad: number}} rows
 * @property {{found: number, kept: number}} faults
 * @property {string | null} failure
 * @property {{rows: number} | null} summary
 * @property {Preview | null} preview
 * @property {{canCommit: boolean, needsLeaveOut: boolean, reason: string | null} | null} verdict
 */
/**
 * @typedef {object} Preview
 * @property {string[]} covers
 * @property {number | null} amount in satang
 * @property {{added: number, changed: number, same: number, removed: number}} changes
 * @property {{sentence: string}[]} suspicions
 */
/** @typedef {{row: number, column: string | null, value: string, sentence: string}} Fault */
/** @typedef {{name: string, activeJob: string | null}} DataSet */
/**
 * What the command uses of the plugin's service `imports`.
 *
 * @typedef {object} Imports
 * @property {{run(id: string): Promise<void>}} runner
 * @property {() => Promise<DataSet[]>} dataSets
 * @property {(given: object) => Promise<{id: string}>} create
 * @property {(id: string) => Promise<Job>} get
 * @property {(id: string, page: {page: number, pageSize: number}) => Promise<{faults: Fault[]}>} faults
 * @property {(id: string, choice: {leaveOutBadRows: boolean}) => Promise<unknown>} commit
 * @property {(id: string) => Promise<unknown>} cancel
 */

const usage = `Usage: npm run import -- <data set> <file> [options]

  <data set>            authority, fiscal or subsidy
  <file>                CSV or XLSX

  --unit <unit>         baht (default) or thousandBaht
  --scope <scope>       months (default): what the file covers is replaced as a whole;
                        authorities: only what was there of the authorities it names
  --sample              the figures are invented, and every reader is told
  --skip-bad-rows       leave out bad rows, up to the share the settings allow
  --faults <file.csv>   write what is wrong, row by row
  --yes                 do not ask before readers see it

It ends with 0 when readers see the file's figures, 1 when it could not be imported,
2 when it was called wrongly, 3 when nobody agreed to it, 130 when it was interrupted.
`;

/** Milliseconds between two looks at a job. */
const lookEvery = 200;

const call = readCall();
try {
  if (!existsSync(join(cms, 'dist'))) {
    throw new Error('The CMS is not built. Run `npm run build` and try again.');
  }
  const strapi = await loadStrapi();
  let code = 1;
  try {
    code = await run(strapi.plugin('km').service('imports'));
  } finally {
    await strapi.destroy();
  }
  // Strapi leaves timers behind that would keep the process alive.
  process.exit(code);
} catch (error) {
  fail(error);
}

function readCall() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        unit: { type: 'string', default: 'baht' },
        scope: { type: 'string', default: 'months' },
        sample: { type: 'boolean', default: false },
        'skip-bad-rows': { type: 'boolean', default: false },
        faults: { type: 'string' },
        yes: { type: 'boolean', default: false },
      },
    });
    const [dataSet = '', file = ''] = positionals;
    const isKnown =
      positionals.length === 2 &&
      ['baht', 'thousandBaht'].includes(values.unit) &&
      ['months', 'authorities'].includes(values.scope);
    if (!isKnown) throw new Error(usage);
    const path = resolve(file);
    if (!existsSync(path) || !statSync(path).isFile()) throw new Error(`There is no file ${path}.`);
    return { ...values, dataSet, path, faults: values.faults && resolve(values.faults) };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(2);
  }
}

/**
 * @param {Imports} imports
 * @returns {Promise<number>} what the process ends with
 */
async function run(imports) {
  const set = (await imports.dataSets()).find(({ name }) => name === call.dataSet);
  if (!set) throw new Error(`There is no data set "${call.dataSet}".\n\n${usage}`);
  const id = (await takeUp(imports, set.activeJob)) ?? (await handIn(imports));
  process.on('SIGINT', () => {
    process.stdout.write('\nCancelling\n');
    void imports.cancel(id).catch(() => undefined);
  });
  const checked = await follow(imports, id, ['checked', 'done']);
  await showFaults(imports, checked);
  if (checked.state === 'checked') {
    showPreview(checked);
    if (!(await isAgreed(checked))) {
      await imports.cancel(id);
      await imports.runner.run(id);
      process.stdout.write('Nothing was imported.\n');
      return 3;
    }
    await imports.commit(id, { leaveOutBadRows: call['skip-bad-rows'] });
  }
  const done = checked.state === 'done' ? checked : await follow(imports, id, ['done']);
  if (done.state === 'done') {
    process.stdout.write(`Imported ${count(done.summary?.rows ?? 0)} rows.\n`);
    return 0;
  }
  process.stderr.write(`${done.failure ?? 'The import was cancelled.'}\n`);
  return done.state === 'cancelled' ? 130 : 1;
}

/**
 * Goes on with what an earlier call of this command, or a server, left lying: the same file.
 *
 * @param {Imports} imports
 * @param {string | null} id
 * @returns {Promise<string | null>}
 */
async function takeUp(imports, id) {
  if (id === null) return null;
  await imports.runner.run(id);
  const left = await imports.get(id).catch(() => null);
  const isOwn =
    left !== null &&
    left.options.unit === call.unit &&
    left.options.scope === call.scope &&
    left.fileHash === (await hashOf(call.path));
  if (!isOwn) return null;
  process.stdout.write('Going on with an import of the same file.\n');
  return id;
}

/** @param {string} path */
async function hashOf(path) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** @param {Imports} imports */
async function handIn(imports) {
  const { unit, scope, sample, dataSet, path } = call;
  const { id } = await imports.create({
    dataSet,
    options: { unit, scope, sample },
    fileName: basename(path),
    createdBy: `npm run import (${userInfo().username})`,
    source: createReadStream(path),
    length: statSync(path).size,
  });
  return id;
}

/**
 * Shows how far a job is until it stands in one of the states, or is over.
 *
 * @param {Imports} imports
 * @param {string} id
 * @param {string[]} states
 */
async function follow(imports, id, states) {
  let shown = '';
  for (;;) {
    const job = await imports.get(id);
    const { progress, rows } = job;
    const share = progress?.total ? `${Math.floor((100 * progress.done) / progress.total)} %` : '';
    const line = progress ? `${progress.stage} ${share} ${count(rows.read)} rows` : job.state;
    if (line !== shown && process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}`);
    else if (line.split(' ')[0] !== shown.split(' ')[0]) process.stdout.write(`${line}\n`);
    shown = line;
    if (states.includes(job.state) || job.state === 'failed' || job.state === 'cancelled') {
      if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
      return job;
    }
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
  }
}

/**
 * @param {Imports} imports
 * @param {Job} job
 */
async function showFaults(imports, { id, rows, faults }) {
  if (faults.found === 0) return;
  const { faults: kept } = await imports.faults(id, { page: 1, pageSize: faults.kept });
  process.stdout.write(`${count(rows.bad)} of ${count(rows.read)} rows are wrong:\n`);
  for (const { row, column, value, sentence } of kept.slice(0, 20)) {
    process.stdout.write(`  ${row}\t${column ?? ''}\t${value}\t${sentence}\n`);
  }
  if (faults.found > 20) process.stdout.write(`  … ${count(faults.found - 20)} more\n`);
  if (!call.faults) return;
  const lines = kept.map(({ row, column, value, sentence }) =>
    [row, column ?? '', value, sentence].map(cell).join(',')
  );
  const text = ['แถว,คอลัมน์,ค่าที่พิมพ์,สิ่งที่ผิด', ...lines].join('\r\n');
  writeFileSync(call.faults, `\uFEFF${text}\r\n`);
}

/**
 * A cell no spreadsheet program takes for a formula.
 *
 * @param {string | number} value
 */
function cell(value) {
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(String(value)) ? `'${value}` : String(value);
  return `"${text.replaceAll('"', '""')}"`;
}

/** @param {Job} job */
function showPreview({ preview, verdict, rows }) {
  if (!preview) return;
  const { added, changed, same, removed } = preview.changes;
  const lines = [
    `Rows      ${count(rows.good)} good, ${count(rows.bad)} wrong`,
    ...preview.covers.map((covered) => `Covers    ${covered}`),
    ...(preview.amount === null ? [] : [`Amount    ${baht(preview.amount)} baht`]),
    `Changes   ${count(added)} new, ${count(changed)} changed, ${count(same)} the same, ${count(removed)} removed`,
    ...preview.suspicions.map(({ sentence }) => `Look at   ${sentence}`),
    ...(verdict?.reason ? [`Refused   ${verdict.reason}`] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/**
 * Whether the rows that are wrong may stay behind and the rest may be shown.
 *
 * @param {Job} job
 */
async function isAgreed({ verdict }) {
  if (!verdict?.canCommit) return false;
  if (verdict.needsLeaveOut && !call['skip-bad-rows']) {
    process.stdout.write('Rows are wrong: mend them, or leave them out with --skip-bad-rows.\n');
    return false;
  }
  if (call.yes) return true;
  if (!process.stdin.isTTY) {
    process.stdout.write('Nobody is there to ask: agree to it with --yes.\n');
    return false;
  }
  const asked = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asked.question('Show it to readers? [y/N] ');
  asked.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

/** @param {number} number */
function count(number) {
  return number.toLocaleString('en');
}

/** @param {number} satang */
function baht(satang) {
  return (satang / 100).toLocaleString('en', { minimumFractionDigits: 2 });
}
