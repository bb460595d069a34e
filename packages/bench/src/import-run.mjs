import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { bootInstallation, createDatabase, dropDatabase, environmentIn } from './installation.mjs';

const [folder = '', size = '0', server = ''] = process.argv.slice(2);
const rows = Number(size);
const perMonth = 110_000;
const accounts = [
  '411000 412000 413000 414000 415000 421000 431000 441000 510000 521000 522000 531000 532000 533000',
].flatMap((codes) => codes.split(' '));
const authorities = Math.ceil(perMonth / accounts.length);
const months = ['ต.ค.', 'พ.ย.', 'ธ.ค.', 'ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.'];

/** As many authorities each as the largest provinces have, so that sums are made in steps as they are. */
const provinces = Object.entries({
  ...{ 30: 'นครราชสีมา', 31: 'บุรีรัมย์', 32: 'สุรินทร์', 33: 'ศรีสะเกษ', 34: 'อุบลราชธานี', 35: 'ยโสธร' },
  ...{ 36: 'ชัยภูมิ', 37: 'อำนาจเจริญ', 38: 'บึงกาฬ', 39: 'หนองบัวลำภู', 40: 'ขอนแก่น', 41: 'อุดรธานี' },
  ...{ 42: 'เลย', 43: 'หนองคาย', 44: 'มหาสารคาม', 45: 'ร้อยเอ็ด', 46: 'กาฬสินธุ์', 47: 'สกลนคร' },
  ...{ 48: 'นครพนม', 49: 'มุกดาหาร', 50: 'เชียงใหม่', 51: 'ลำพูน', 52: 'ลำปาง', 57: 'เชียงราย' },
});

const url = server && (await createDatabase(server));
const strapi = await bootInstallation(environmentIn(folder, url));
const imports = strapi.plugin('km').service('imports');
await through('authority', Readable.from(registerLines()));
const file = join(folder, 'figures.csv');
await writeLines(file, figureLines());

const beginning = process.memoryUsage.rss();
let peak = beginning;
const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
const stalls = monitorEventLoopDelay({ resolution: 5 });
stalls.enable();
const imported = await time(() => through('fiscal', createReadStream(file)));
stalls.disable();
clearInterval(sampler);
const bare = await time(insertBare);
process.send?.({
  rows,
  imported,
  bare,
  grown: peak - beginning,
  stall: stalls.max / 1e6,
});
await strapi.destroy();
if (server) await dropDatabase(server, url);
process.exit(0);

/** @param {number} at */
function provinceOf(at) {
  return /** @type {[string, string]} */ (provinces[at % provinces.length]);
}

/** @param {number} at */
function codeOf(at) {
  const own = Math.floor(at / provinces.length) + 1;
  return `06${provinceOf(at)[0]}${String(own).padStart(4, '0')}`;
}

function* registerLines() {
  yield 'รหัส อปท.,ประเภท,ชื่อ อปท.,จังหวัด\n';
  for (let at = 0; at < authorities; at += 1) {
    yield `${codeOf(at)},อบต.,ทดสอบ${at},${provinceOf(at)[1]}\n`;
  }
}

/** Every figure of the file: authority, account, month of the fiscal year, satang. */
function* figures() {
  for (let count = 0; count < rows; count += 1) {
    const month = Math.floor(count / perMonth);
    const place = count % perMonth;
    const authority = codeOf(Math.floor(place / accounts.length));
    const account = accounts[place % accounts.length] ?? '';
    yield { authority, account, month, satang: ((count * 7919) % 900_000_000) + 1 };
  }
}

function* figureLines() {
  yield 'รหัส อปท.,ปีงบประมาณ,เดือน,รหัสบัญชี,จำนวนเงิน\n';
  for (const { authority, account, month, satang } of figures()) {
    yield `${authority},2569,${months[month]},${account},${(satang / 100).toFixed(2)}\n`;
  }
}

/**
 * @param {string} path
 * @param {Iterable<string>} lines
 */
async function writeLines(path, lines) {
  const stream = createWriteStream(path);
  for (const line of lines) if (!stream.write(line)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'close');
}

/**
 * @param {string} dataSet
 * @param {Readable} source
 */
async function through(dataSet, source) {
  const { id } = await imports.create({
    dataSet,
    options: { unit: 'baht', scope: 'months', sample: true },
    fileName: `${dataSet}.csv`,
    createdBy: 'bench',
    // A stream of lines becomes one of bytes.
    source: source.map((/** @type {string | Buffer} */ piece) => Buffer.from(piece)),
    length: null,
  });
  await imports.runner.run(id);
  await imports.commit(id, { leaveOutBadRows: false });
  await imports.runner.run(id);
  const { state, failure } = await imports.get(id);
  if (state !== 'done') throw new Error(`The import is ${state}: ${failure}`);
}

/** The same facts, keyed the same, by knex alone. */
async function insertBare() {
  const knex = strapi.db.connection;
  await knex.schema.createTable('bench_facts', (/** @type {any} */ columns) => {
    columns.integer('load_id').notNullable();
    columns.specificType('authority', 'char(8)').notNullable();
    columns.string('account', 8).notNullable();
    columns.bigInteger('amount').notNullable();
    columns.primary(['load_id', 'authority', 'account']);
  });
  /** @type {object[]} */
  let batch = [];
  const flush = async () => {
    // As many as a statement of SQLite takes.
    await knex.batchInsert('bench_facts', batch, 400);
    batch = [];
  };
  for (const { authority, account, month, satang } of figures()) {
    batch.push({ load_id: month, authority, account, amount: satang });
    if (batch.length === 20_000) await flush();
  }
  await flush();
}

/** @param {() => Promise<unknown>} work - @returns {Promise<number>} seconds */
async function time(work) {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
