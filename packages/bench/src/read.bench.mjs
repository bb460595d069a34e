import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cms, cmsServer } from './installation.mjs';
import { hasWrk, load, medianLatency } from './load.mjs';
import { mixedTraffic } from './mixed.mjs';
import { printTable, say, writeResult } from './report.mjs';
import { withServer } from './servers.mjs';
import { writeStockApp } from './stock-app.mjs';

const require = createRequire(import.meta.url);
const here = import.meta.dirname;
const checkout = join(here, '..', '..', '..');
// Inside the package, so that the stock application finds Strapi where we do.
const stock = join(here, '..', '.tmp', 'stock');

/** What the reference installation keeps answers in. */
const cacheBytes = 64 * 1024 * 1024;

const answersOf = {
  list: {
    ours: () => '/api/km/v1/faqs?pageSize=25',
    stock: () =>
      '/api/faqs?pagination[pageSize]=25&sort=pinnedOrder&populate[topics][fields][0]=slug&populate[topics][fields][1]=titleTh&populate[topics][fields][2]=titleEn',
  },
  item: {
    ours: (/** @type {string} */ id) => `/api/km/v1/faqs/${id}`,
    stock: (/** @type {string} */ id) =>
      `/api/faqs/${id}?populate[topics][fields][0]=slug&populate[topics][fields][1]=titleTh&populate[topics][fields][2]=titleEn&populate[relatedManuals][fields][0]=title&populate[relatedLaws][fields][0]=title&populate[relatedLaws][fields][1]=citation&populate[relatedLaws][fields][2]=date`,
  },
};

/** How a reader may ask for the cached list, beside asking for its plain bytes. */
const ways = /** @type {const} */ ([
  { title: 'plain bytes', encoding: 'identity', revalidates: false },
  { title: '304', encoding: 'identity', revalidates: true },
  { title: 'brotli accepted', encoding: 'br', revalidates: false },
]);

/**
 * Pairs of rounds, one right after the other, of which the middle ratio counts: others on a virtual
 * machine make a second slower by a half, and mostly both of a pair.
 */
const rounds = 9;
/** Requests of each before its time is taken: Node compiles code that is used much as it goes. */
const warmUp = 1500;
const distinct = 100_000;
/** What both are asked for where only one of them compresses. */
const plainBytes = { 'accept-encoding': 'identity' };

/**
 * The cached list beside a bare server with the same bytes: requests a second of both, in turns.
 *
 * @param {string} url
 * @param {(typeof ways)[number]} way
 * @param {string} folder - Where the bytes are left for the bare server.
 */
async function besideBare(url, { encoding, revalidates }, folder) {
  const headers = { 'accept-encoding': encoding };
  // The smallest copy is made beside the requests, once it is asked for again and again.
  for (let times = 0; times < 12; times += 1) await rawAnswer(url, headers);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const { bytes, etag } = await rawAnswer(url, headers);
  const file = join(folder, `${encoding}.bytes`);
  writeFileSync(file, bytes);
  const server = {
    args: [join(here, 'bare-server.mjs'), file, encoding],
    cwd: here,
    answersAt: '/',
  };
  return withServer(server, async (bare) => {
    return inTurns([
      () => load(url, revalidates ? known(headers, etag) : headers),
      () => load(`${bare}/`, revalidates ? known(headers, '"bytes"') : headers),
    ]);
  });
}

/**
 * @param {Record<string, string>} headers
 * @param {string} etag
 */
function known(headers, etag) {
  return { ...headers, 'if-none-match': etag };
}

/**
 * Measures two in turns, and answers the pair whose ratio is the middle one. Each goes first every
 * other time.
 *
 * @param {[() => Promise<number>, () => Promise<number>]} measures
 * @param {number} [count] - Pairs; few do where one is hundreds of times the other.
 * @returns {Promise<[ours: number, theirs: number]>}
 */
async function inTurns([ours, theirs], count = rounds) {
  /** @type {[number, number][]} */
  const pairs = [];
  // The first round warms both up.
  for (let round = 0; round <= count; round += 1) {
    const first = round % 2 ? await ours() : null;
    const other = await theirs();
    if (round > 0) pairs.push([first ?? (await ours()), other]);
  }
  pairs.sort(([a, b], [c, d]) => a / b - c / d);
  return /** @type {[number, number]} */ (pairs[count >> 1]);
}

/**
 * Bytes of the process after a hundred thousand addresses that are all different, beside before.
 *
 * @param {string} origin
 */
async function memoryAfterDistinct(origin) {
  await untilAtRest(origin);
  const before = await residentBytes(origin);
  let next = 0;
  const ask = async () => {
    for (let at = next++; at < distinct; at = next++) {
      await rawAnswer(`${origin}/api/km/v1/faqs?q=${at}&pageSize=1`, {});
    }
  };
  await Promise.all(Array.from({ length: 20 }, ask));
  await untilAtRest(origin);
  return {
    before,
    after: await residentBytes(origin),
    kept: await metric(origin, 'km_cache_bytes'),
  };
}

/**
 * Waits until the server has its search index and does nothing more: a new one is made, and the files
 * of a new database are read, beside the first requests, on the core the load tool wants.
 *
 * @param {string} origin
 */
async function untilAtRest(origin) {
  const second = () => new Promise((resolve) => setTimeout(resolve, 1000));
  const isIndexed = async () => (await fetch(`${origin}/api/km/v1/search?q=e-LAAS`)).ok;
  while (!(await isIndexed())) await second();
  for (let before = -Infinity; ;) {
    const spent = await metric(origin, 'process_cpu_seconds_total');
    if (spent - before < 0.1) return;
    before = spent;
    await second();
  }
}

/** @param {string} origin */
function residentBytes(origin) {
  return metric(origin, 'process_resident_memory_bytes');
}

/**
 * @param {string} origin
 * @param {string} name
 */
async function metric(origin, name) {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.slice(name.length));
}

const agent = new Agent({ keepAlive: true });

/**
 * An answer as it travels, still encoded.
 *
 * @param {string} url
 * @param {Record<string, string>} headers
 * @returns {Promise<{bytes: Buffer, etag: string}>}
 */
function rawAnswer(url, headers) {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, (response) => {
      /** @type {Buffer[]} */
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        resolve({ bytes: Buffer.concat(parts), etag: response.headers.etag ?? '' })
      );
    }).on('error', reject);
  });
}

/** The read path beside stock Strapi REST over the same content. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'km-bench-'));
  const database = join(folder, 'data.db');
  try {
    say('Filling a database with the sample content …');
    mkdirSync(join(folder, 'public'), { recursive: true });
    const env = {
      NODE_ENV: 'development',
      DATABASE_URL: '',
      DATABASE_FILENAME: database,
      PUBLIC_DIR: join(folder, 'public'),
    };
    const login = { email: 'editor@km.example', password: `${randomUUID()}Ka7` };
    const logins = { editor: login, admin: { ...login, email: 'admin@km.example' } };
    execFileSync(process.execPath, ['scripts/samples.mjs', 'seed'], {
      cwd: checkout,
      env: { ...process.env, ...env, KM_LOGINS: JSON.stringify(logins) },
      stdio: 'ignore',
    });
    writeStockApp(stock, database);

    const ours = (/** @type {Record<string, string>} */ more) => ({
      args: [cmsServer],
      cwd: cms,
      env: { ...env, ...more },
      answersAt: '/api/km/v1/health',
    });
    const plain = {
      args: [join(here, 'stock-server.mjs'), stock],
      cwd: stock,
      answersAt: '/api/faqs?pagination[pageSize]=1',
    };
    /** @type {string[][]} */
    const rows = [];

    await withServer(ours({}), async (origin) => {
      await untilAtRest(origin);
      const url = origin + answersOf.list.ours();
      for (const way of ways) {
        say(`Measuring the cached list, ${way.title}, beside bare node:http …`);
        const [ours, least] = await besideBare(url, way, folder);
        rows.push([
          `list of 25 FAQ, cached, ${way.title}`,
          `${whole(ours)} /s`,
          `${whole(least)} /s (bare node:http)`,
          `${(ours / least).toFixed(2)} × the requests`,
          '≥ 0.8 ×',
        ]);
      }
      say('Measuring it beside stock Strapi REST …');
      await withServer(plain, async (theirs) => {
        // As a browser asks; stock Strapi compresses nothing.
        const headers = { 'accept-encoding': 'gzip, deflate, br' };
        const [cached, stockList] = await inTurns(
          [() => load(url, headers), () => load(theirs + answersOf.list.stock(), headers)],
          3
        );
        rows.push([
          'list of 25 FAQ, cached, as a browser asks',
          `${whole(cached)} /s`,
          `${whole(stockList)} /s (stock Strapi REST)`,
          `${(cached / stockList).toFixed(0)} × the requests`,
          '≥ 150 ×',
        ]);
      });
    });

    say('Measuring reads that are not cached beside stock Strapi REST …');
    await withServer(ours({ KM_CACHE_BYTES: '1' }), (origin) =>
      withServer(plain, async (theirs) => {
        await untilAtRest(origin);
        const { data } = await (await fetch(origin + answersOf.list.ours())).json();
        const id = data[0].id;
        for (const [title, mine, stockPath, aim] of [
          ['list of 25 FAQ', answersOf.list.ours(), answersOf.list.stock(), '≤ 0.25 ×'],
          ['one FAQ', answersOf.item.ours(id), answersOf.item.stock(id), ''],
        ]) {
          await medianLatency(`${origin}${mine}`, warmUp, plainBytes);
          await medianLatency(`${theirs}${stockPath}`, warmUp, plainBytes);
          const [us, them] = await inTurns([
            () => medianLatency(`${origin}${mine}`, 100, plainBytes),
            () => medianLatency(`${theirs}${stockPath}`, 100, plainBytes),
          ]);
          rows.push([
            `${title}, not cached, plain bytes, median of one at a time`,
            `${us.toFixed(2)} ms`,
            `${them.toFixed(2)} ms (stock Strapi REST)`,
            `${(us / them).toFixed(2)} × the time`,
            `${aim}`,
          ]);
        }
      })
    );

    await withServer(ours({}), async (origin) => {
      await untilAtRest(origin);
      const { quiet, busy, published } = await mixedTraffic(origin, { database, login });
      rows.push([
        `mixed traffic, a tenth misses, while files of 110,000 rows are imported and ${published} questions published`,
        `p99 ${busy.p99.toFixed(1)} ms (longest ${whole(busy.longest)} ms)`,
        `p99 ${quiet.p99.toFixed(1)} ms (nobody works; longest ${whole(quiet.longest)} ms)`,
        `${(busy.p99 / quiet.p99).toFixed(1)} × the time`,
        '≤ 3 ×',
      ]);
    });

    say('Asking for a hundred thousand different addresses …');
    await withServer(ours({}), async (origin) => {
      const { before, after, kept } = await memoryAfterDistinct(origin);
      rows.push([
        'memory after 100,000 distinct addresses',
        `${megabytes(after)} (${megabytes(kept)} kept)`,
        `${megabytes(before)} (before)`,
        `+ ${megabytes(after - before)}`,
        `≤ ${megabytes(cacheBytes + 50e6)}`,
      ]);
    });

    const version = require('@strapi/strapi/package.json').version;
    const table = printTable(
      `SQLite, Strapi ${version}, load by ${hasWrk ? 'wrk' : 'autocannon'}`,
      ['what', 'ours', 'beside', 'ratio', 'aim'],
      rows
    );
    for (const page of ['README.md', 'docs/benchmarks.md'])
      writeResult(join(checkout, page), table);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(stock, { recursive: true, force: true });
  }
}

/** @param {number | undefined} value */
function whole(value = NaN) {
  return Math.round(value).toLocaleString('en');
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
