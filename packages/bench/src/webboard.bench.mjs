import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { medianLatency } from './load.mjs';
import { cms, createDatabase, dropDatabase, environmentIn, cmsServer } from './installation.mjs';
import { printTable, say } from './report.mjs';
import { withServer } from './servers.mjs';

/** Replies in all, and of the longest thread: more than a page of either has. */
const sizes = { fewer: { all: 200, longest: 100 }, more: { all: 200_000, longest: 500 } };
const posters = 50;
const seconds = 60;
/** Milliseconds between two posts of one poster: faster than anyone types. */
const between = 2000;
const rounds = 5;
const perRound = 60;
const aim = 1.5;

/** @typedef {{folder: string, url: string, threads: string[], tokens: string[]}} Filled */

/**
 * `npm run bench -- webboard [postgres://…]`: reads of a board with 200,000 replies beside one with
 * 200, nothing of either kept, and fifty members who post for a minute, each half of their posts
 * twice at once. Ends with 1 where a post was lost or doubled.
 *
 * @param {string[]} args
 */
export async function run([server = process.env.KM_TEST_DATABASE_URL ?? '']) {
  for (const database of [
    { name: 'SQLite', server: '' },
    { name: 'PostgreSQL', server },
  ]) {
    if (database.name === 'PostgreSQL' && !server) continue;
    /** @type {Filled[]} */
    const made = [];
    try {
      for (const size of Object.values(sizes)) {
        say(`${database.name}: writing ${size.all.toLocaleString('en')} replies …`);
        made.push(await fill(size, database.server));
      }
      const [fewer, more] = /** @type {[Filled, Filled]} */ (made);
      const reads = await withServer(installation(fewer), (first) =>
        withServer(installation(more), (second) => compare([first, second], [fewer, more]))
      );
      printTable(
        `${database.name}, edge cache off, median of one request at a time`,
        ['what', '200 replies', '200,000 replies', 'ratio', 'aim'],
        reads
      );
      say(`${database.name}: fifty members post for a minute …`);
      const posts = await withServer(installation(more), (origin) => postTogether(origin, more));
      printTable(
        `${database.name}, ${posters} members, ${seconds} s`,
        [
          'sent',
          'sent twice at once',
          'posts made',
          'lost',
          'doubled',
          'median',
          '99 of 100 within',
        ],
        [posts.row]
      );
      if (posts.isWrong) process.exitCode = 1;
    } finally {
      for (const { folder, url } of made) {
        rmSync(folder, { recursive: true, force: true });
        if (url) await dropDatabase(database.server, url);
      }
    }
  }
}

/**
 * @param {{all: number, longest: number}} size
 * @param {string} server
 * @returns {Promise<Filled>}
 */
async function fill({ all, longest }, server) {
  const folder = mkdtempSync(join(tmpdir(), 'km-bench-board-'));
  const url = server && (await createDatabase(server));
  const program = join(import.meta.dirname, 'webboard-fill.mjs');
  const child = fork(program, [folder, String(all), String(longest), String(posters), url]);
  const made = await new Promise((resolve, reject) => {
    child.on('message', resolve);
    child.on('exit', (code) => reject(new Error(`Filling ended with ${code}.`)));
  });
  await new Promise((resolve) =>
    child.exitCode === null ? child.on('exit', resolve) : resolve(0)
  );
  return { folder, url, .../** @type {{threads: string[], tokens: string[]}} */ (made) };
}

/** @param {Filled} filled */
function installation({ folder, url }) {
  return {
    args: [cmsServer],
    cwd: cms,
    env: { ...environmentIn(folder, url), KM_CACHE_BYTES: '1' },
    answersAt: '/api/km/v1/health',
  };
}

/**
 * @param {[string, string]} origins
 * @param {[Filled, Filled]} filled
 * @returns {Promise<string[][]>}
 */
async function compare(origins, filled) {
  for (const origin of origins) await untilIndexed(origin);
  /** @type {[string, (thread: string, longest: number) => string][]} */
  const questions = [
    ['the list, 20 threads', () => '/threads?pageSize=20'],
    ['the list by newest', () => '/threads?pageSize=20&sort=latest'],
    ['the list of one menu and state', () => '/threads?pageSize=20&topic=general&state=open'],
    ['the longest thread', (thread) => `/threads/${thread}`],
    ['its first 50 replies', (thread) => `/threads/${thread}/replies?pageSize=50`],
    [
      'its last 50 replies',
      (thread, longest) => `/threads/${thread}/replies?pageSize=50&page=${longest / 50}`,
    ],
  ];
  const lengths = [sizes.fewer.longest, sizes.more.longest];
  const rows = [];
  for (const [title, pathOf] of questions) {
    const urls = origins.map(
      (origin, at) => `${origin}/api/km/v1${pathOf(filled[at]?.threads[0] ?? '', lengths[at] ?? 0)}`
    );
    const [fewer = NaN, more = NaN] = await inTurns(urls);
    rows.push([
      title,
      milliseconds(fewer),
      milliseconds(more),
      `${(more / fewer).toFixed(2)} ×`,
      `≤ ${aim} ×`,
    ]);
  }
  return rows;
}

/**
 * The median time of each, least of several rounds: what the machine did besides only adds.
 *
 * @param {string[]} urls
 */
async function inTurns(urls) {
  const best = urls.map(() => Infinity);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, url] of urls.entries()) {
      best[at] = Math.min(best[at] ?? Infinity, await medianLatency(url, perRound));
    }
  }
  return best;
}

/**
 * A server that has just started still makes its search index.
 *
 * @param {string} origin
 */
async function untilIndexed(origin) {
  for (;;) {
    const { data } = await (await fetch(`${origin}/api/km/v1/health`)).json();
    if (data.search.status === 'ok') return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/**
 * Fifty members write into five threads; what they were told is held to what readers then see.
 *
 * @param {string} origin
 * @param {Filled} filled
 */
async function postTogether(origin, { threads, tokens }) {
  await untilIndexed(origin);
  const busy = threads.slice(1, 6);
  const before = await repliesOf(origin, busy);
  const end = performance.now() + seconds * 1000;
  /** @type {string[]} */
  const told = [];
  /** @type {number[]} */
  const taken = [];
  let twice = 0;
  await Promise.all(
    tokens.map(async (token, at) => {
      for (let count = 0; performance.now() < end; count += 1) {
        const started = performance.now();
        const thread = busy[(at + count) % busy.length] ?? '';
        const body = { key: randomUUID(), body: `ผู้ทดสอบ ${at} ความเห็นที่ ${count}` };
        const copies = count % 2 ? 2 : 1;
        twice += copies - 1;
        const ids = await Promise.all(
          Array.from({ length: copies }, () => post(origin, token, thread, body))
        );
        taken.push(performance.now() - started);
        if (new Set(ids).size !== 1) throw new Error(`One key made ${ids.join(' and ')}.`);
        told.push(ids[0] ?? '');
        await new Promise((resolve) =>
          setTimeout(resolve, Math.max(0, between - (performance.now() - started)))
        );
      }
    })
  );
  const after = (await repliesOf(origin, busy)).filter((id) => !before.includes(id));
  const lost = told.filter((id) => !after.includes(id)).length;
  const doubled = after.length - new Set(told).size + lost;
  taken.sort((a, b) => a - b);
  const quantile = (/** @type {number} */ part) =>
    milliseconds(taken[Math.floor(taken.length * part)] ?? NaN);
  return {
    isWrong: lost > 0 || doubled > 0,
    row: [
      String(told.length),
      String(twice),
      String(after.length),
      String(lost),
      String(doubled),
      quantile(0.5),
      quantile(0.99),
    ],
  };
}

/**
 * @param {string} origin
 * @param {string} token
 * @param {string} thread
 * @param {object} body
 * @returns {Promise<string>} The reply's id.
 */
async function post(origin, token, thread, body) {
  const answer = await fetch(`${origin}/api/km/v1/threads/${thread}/replies`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${token}`,
      Origin: 'https://municipality.example',
    },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201)
    throw new Error(`A post was answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()).data.id;
}

/**
 * Ids of all replies of some threads; each thread's numbers must be without gaps.
 *
 * @param {string} origin
 * @param {string[]} threads
 */
async function repliesOf(origin, threads) {
  /** @type {string[]} */
  const ids = [];
  for (const thread of threads) {
    let number = 0;
    for (let page = 1; ; page += 1) {
      const url = `${origin}/api/km/v1/threads/${thread}/replies?pageSize=100&page=${page}`;
      const { data, meta } = await (await fetch(url)).json();
      for (const reply of data) {
        number += 1;
        if (reply.number !== number) throw new Error(`Reply ${reply.number} stands at ${number}.`);
        ids.push(reply.id);
      }
      if (number >= meta.total) break;
    }
  }
  return ids;
}

/** @param {number} value */
function milliseconds(value) {
  return `${value.toFixed(2)} ms`;
}
