import Database from 'better-sqlite3';
import { Editor } from '../../../scripts/lib/cluster/editor.mjs';
import { say } from './report.mjs';
import { steadyLoad } from './steady-load.mjs';

const api = '/api/km/v1';
/** What every municipal page asks for; kept from the second reader on. */
const popular = ['faqs?pageSize=25', 'news', 'laws', 'updates', 'manuals', 'forms', 'topics'];
/** Requests a second, of all readers: a tenth of them miss. */
const rate = 200;
const months = ['ต.ค.', 'พ.ย.', 'ธ.ค.', 'ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.'];
const rowsOfFile = 110_000;
/** One file takes a few seconds, in which too few reads miss to tell their slowest from chance. */
const fiscalYears = [2559, 2560, 2561];

/**
 * What readers wait for while an editor hands in files of 110,000 rows, one after the other, and
 * publishes every second, beside what they wait for when nobody works.
 *
 * @param {string} origin
 * @param {{database: string, login: {email: string, password: string}}} house
 */
export async function mixedTraffic(origin, { database, login }) {
  const codes = registered(database);
  const addresses = mixOf(origin, codes);
  const ask = (/** @type {number} */ from, /** @type {Promise<unknown>} */ until) =>
    steadyLoad(addresses, { from, rate, until });
  say('Measuring mixed traffic while nobody works …');
  const warmUp = await ask(0, seconds(5));
  const quiet = await ask(warmUp.answers, seconds(15));

  say(
    'Measuring it while files of 110,000 rows are handed in and a question published every second …'
  );
  const editor = await Editor.signIn(origin, login);
  const files = fiscalYears.map((year) => yearFile(codes, year));
  const working = seconds(1).then(async () => {
    for (const file of files) await handIn(editor, origin, file);
  });
  const published = publishEverySecond(editor, origin, working);
  const busy = await ask(warmUp.answers + quiet.answers, working);
  await working;
  return { quiet, busy, published: await published };
}

/**
 * What is asked in turn: one page of each authority, and nine that everybody asks for between them.
 *
 * @param {string} origin
 * @param {string[]} codes
 */
function mixOf(origin, codes) {
  return Array.from({ length: codes.length * 10 }, (_, turn) => {
    const path =
      turn % 10 === 0
        ? `fiscal/overview?level=authority&code=${codes[turn / 10]}`
        : popular[turn % popular.length];
    return `${origin}${api}/${path}`;
  });
}

/**
 * @param {Editor} editor
 * @param {string} origin
 * @param {string} file
 */
async function handIn(editor, origin, file) {
  const options = { dataSet: 'fiscal', unit: 'baht', scope: 'months', sample: 'true' };
  const { status, id } = await editor.import(origin, file, options);
  if (!id) throw new Error(`The import centre answers ${status}.`);
  await editor.finishImport(origin, id);
}

/**
 * @param {Editor} editor
 * @param {string} origin
 * @param {Promise<unknown>} working
 * @returns {Promise<number>} How many it was.
 */
async function publishEverySecond(editor, origin, working) {
  let isOver = false;
  void working.finally(() => (isOver = true));
  let count = 0;
  while (!isOver) {
    const [, id] = await Promise.all([
      seconds(1),
      editor.publish(origin, `คำถามระหว่างนำเข้า ${count}`),
    ]);
    if (id) count += 1;
  }
  return count;
}

/**
 * @param {string[]} codes
 * @param {number} fiscalYear - Of the Buddhist era.
 */
function yearFile(codes, fiscalYear) {
  const accounts = ['411000', '412000', '415000', '421000', '431000', '510000', '521000'];
  const lines = ['รหัส อปท.,ปีงบประมาณ,เดือน,รหัสบัญชี,จำนวนเงิน'];
  for (let row = 0; row < rowsOfFile; row += 1) {
    const place = Math.floor(row / accounts.length);
    const month = months[Math.floor(place / codes.length)];
    const satang = ((row * 7919) % 900_000_000) + 1;
    lines.push(
      `${codes[place % codes.length]},${fiscalYear},${month},${accounts[row % accounts.length]},${(satang / 100).toFixed(2)}`
    );
  }
  return `${lines.join('\n')}\n`;
}

/**
 * @param {string} file
 * @returns {string[]} Codes of the authorities that stand today.
 */
function registered(file) {
  const database = new Database(file, { readonly: true });
  try {
    const rows = database
      .prepare(
        'select code from km_authorities where code is not null and valid_to is null order by code'
      )
      .all();
    return /** @type {{code: string}[]} */ (rows).map(({ code }) => code);
  } finally {
    database.close();
  }
}

/** @param {number} count */
function seconds(count) {
  return new Promise((resolve) => setTimeout(resolve, count * 1000));
}
