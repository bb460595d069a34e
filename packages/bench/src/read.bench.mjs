import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { load, medianLatency } from './load.mjs';
import { printTable, say } from './report.mjs';
import { withServer } from './servers.mjs';
import { writeStockApp } from './stock-app.mjs';

const require = createRequire(import.meta.url);
const here = import.meta.dirname;
const checkout = join(here, '..', '..', '..');
const cms = dirname(require.resolve('@km-laas/cms/package.json'));
// Inside the package, so that the stock application finds Strapi where we do.
const stock = join(here, '..', '.tmp', 'stock');

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

/**
 * @param {string} origin
 * @param {string} path
 */
async function measure(origin, path) {
  return { ...(await load(origin + path)), median: await medianLatency(origin + path) };
}

/** How a reader may ask for the list, beside asking for its plain bytes. */
const ways = /** @type {const} */ ({
  identity: { title: 'plain bytes', encoding: 'identity' },
  brotli: { title: 'brotli', encoding: 'br' },
  revalidation: { title: '304', encoding: 'identity' },
});

/**
 * The cached list in each way, and the bytes it left as.
 *
 * @param {string} origin
 * @param {string} folder - Where the bytes are left for the bare server.
 */
async function measureWays(origin, folder) {
  const url = origin + answersOf.list.ours();
  /** @type {Record<string, {perSecond: number, file: string}>} */
  const measured = {};
  for (const [name, { encoding }] of Object.entries(ways)) {
    const headers = { 'accept-encoding': encoding };
    // The small copy is made once it is asked for again.
    for (let times = 0; times < 3; times += 1) {
      await (await fetch(url, { headers })).arrayBuffer();
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    const { bytes, etag } = await rawAnswer(url, headers);
    const file = join(folder, `${name}.bytes`);
    writeFileSync(file, bytes);
    const asked = name === 'revalidation' ? { ...headers, 'if-none-match': etag } : headers;
    measured[name] = { file, perSecond: (await load(url, { headers: asked })).perSecond };
  }
  return measured;
}

/**
 * The same from a server that does nothing else.
 *
 * @param {Record<string, {file: string}>} measured
 */
async function measureBare(measured) {
  /** @type {Record<string, number>} */
  const perSecond = {};
  for (const [name, { encoding }] of Object.entries(ways)) {
    const { file } = /** @type {{file: string}} */ (measured[name]);
    const server = {
      args: [join(here, 'bare-server.mjs'), file, encoding],
      cwd: here,
      answersAt: '/',
    };
    perSecond[name] = await withServer(server, async (origin) => {
      const headers = {
        'accept-encoding': encoding,
        ...(name === 'revalidation' && { 'if-none-match': '"bytes"' }),
      };
      return (await load(`${origin}/`, { headers })).perSecond;
    });
  }
  return perSecond;
}

/**
 * An answer as it travels, still encoded.
 *
 * @param {string} url
 * @param {Record<string, string>} headers
 * @returns {Promise<{bytes: Buffer, etag: string}>}
 */
function rawAnswer(url, headers) {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
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
    execFileSync(process.execPath, ['scripts/samples.mjs', 'seed'], {
      cwd: checkout,
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
    writeStockApp(stock, database);

    const strapi = join(
      dirname(require.resolve('@strapi/strapi/package.json')),
      'bin',
      'strapi.js'
    );
    const ours = (/** @type {Record<string, string>} */ more) => ({
      args: [strapi, 'start'],
      cwd: cms,
      env: { ...env, ...more },
      answersAt: '/api/km/v1/health',
    });
    let id = '';

    say('Measuring ours from the edge cache …');
    const cached = await withServer(ours({}), async (origin) => {
      const { data } = await (await fetch(origin + answersOf.list.ours())).json();
      id = data[0].id;
      return {
        list: await measure(origin, answersOf.list.ours()),
        item: await measure(origin, answersOf.item.ours(id)),
        ways: await measureWays(origin, folder),
      };
    });
    say('Measuring a bare node:http server with the same bytes …');
    const bare = await measureBare(cached.ways);
    say('Measuring ours without it …');
    const uncached = await withServer(ours({ KM_CACHE_BYTES: '1' }), async (origin) => ({
      list: await measure(origin, answersOf.list.ours()),
      item: await measure(origin, answersOf.item.ours(id)),
    }));
    say('Measuring stock Strapi REST …');
    const plain = await withServer(
      {
        args: [join(here, 'stock-server.mjs'), stock],
        cwd: stock,
        answersAt: '/api/faqs?pagination[pageSize]=1',
      },
      async (origin) => ({
        list: await measure(origin, answersOf.list.stock()),
        item: await measure(origin, answersOf.item.stock(id)),
      })
    );

    const version = require('@strapi/strapi/package.json').version;
    const rows = /** @type {const} */ ([
      ['list of 25 FAQ', 'list'],
      ['one FAQ', 'item'],
    ]).flatMap(([title, key]) => [
      [
        `${title}, cached`,
        `${whole(cached[key].perSecond)} /s (${kilobytes(cached[key].bytes)})`,
        `${whole(plain[key].perSecond)} /s (${kilobytes(plain[key].bytes)})`,
        `${(cached[key].perSecond / plain[key].perSecond).toFixed(1)} × the requests`,
      ],
      [
        `${title}, not cached, median of one at a time`,
        `${uncached[key].median.toFixed(2)} ms`,
        `${plain[key].median.toFixed(2)} ms`,
        `${(uncached[key].median / plain[key].median).toFixed(2)} × the time`,
      ],
    ]);
    for (const [name, { title }] of Object.entries(ways)) {
      const ours = cached.ways[name]?.perSecond ?? NaN;
      const least = bare[name] ?? NaN;
      rows.push([
        `list of 25 FAQ, cached, ${title}`,
        `${whole(ours)} /s`,
        `${whole(least)} /s (bare node:http)`,
        `${(ours / least).toFixed(2)} × the requests`,
      ]);
    }
    printTable(
      `SQLite, Strapi ${version}`,
      ['what', 'ours', 'stock Strapi REST, or as named', 'ratio'],
      rows
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(stock, { recursive: true, force: true });
  }
}

/** @param {number} value */
function whole(value) {
  return Math.round(value).toLocaleString('en');
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
