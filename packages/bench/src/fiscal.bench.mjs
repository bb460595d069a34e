import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fillFigures, readFigures } from './fiscal-figures.mjs';
import { cms, cmsServer } from './installation.mjs';
import { medianLatency } from './load.mjs';
import { printTable, say } from './report.mjs';
import { withServer } from './servers.mjs';

/** What Strapi will not start without; nobody signs in. */
const secrets = Object.fromEntries(
  ['APP_KEYS', 'API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY'].map(
    (name) => [name, 'bench-bench-bench-bench-bench-bench']
  )
);

/** The same two years are asked of both; the large one has four more, and everyone in it. */
const sizes = {
  small: { provinces: ['44', '47'], years: [2569, 2570] },
  large: { provinces: null, years: [2565, 2566, 2567, 2568, 2569, 2570] },
};

/** Rounds the two servers are asked in, in turns, so that a busy moment of the machine hits both. */
const rounds = 5;
const perRound = 60;
const target = { overview: 1.5, compare: 30 };

/**
 * `npm run bench -- fiscal [<folder>]`: fiscal figures with nobody's answers kept, and how reads grow
 * with the facts behind them. A folder keeps the databases, which take minutes to make, for the next
 * time; `--prepare` only makes them.
 *
 * @param {string[]} args
 */
export async function run(args) {
  const given = args.find((argument) => !argument.startsWith('--'));
  // The program's own folder is the package's; people name one from where they stand.
  const folder = given
    ? resolve(process.env.INIT_CWD ?? '', given)
    : mkdtempSync(join(tmpdir(), 'km-bench-'));
  try {
    mkdirSync(join(folder, 'public', 'uploads'), { recursive: true });
    const server = (/** @type {string} */ name) => ({
      args: [cmsServer],
      cwd: cms,
      env: {
        DATABASE_URL: '',
        DATABASE_FILENAME: join(folder, `${name}.db`),
        PUBLIC_DIR: join(folder, 'public'),
        KM_SEARCH_FILE: join(folder, `${name}-search.db`),
        KM_CACHE_BYTES: '1',
        ...secrets,
      },
      answersAt: '/api/km/v1/health',
    });
    if (!existsSync(join(folder, 'filled'))) {
      say('Making the tables …');
      await withServer(server('small'), async () => {});
      cpSync(join(folder, 'small.db'), join(folder, 'large.db'));
      say('Filling them …');
      fillFigures(join(folder, 'small.db'), sizes.small);
      fillFigures(join(folder, 'large.db'), sizes.large);
      mkdirSync(join(folder, 'filled'));
    }
    const small = readFigures(join(folder, 'small.db'));
    const large = readFigures(join(folder, 'large.db'));
    if (args.includes('--prepare')) return;

    say('Asking …');
    const measured = await withServer(server('small'), (fewer) =>
      withServer(server('large'), (more) => measure({ fewer, more }, small.codes, large.codes))
    );
    const facts = [small, large].map((one) => `${one.facts.toLocaleString('en')} facts`);
    printTable(
      'SQLite, edge cache off, median of one request at a time',
      ['what', ...facts, 'ratio', 'aim'],
      [
        ...measured.overviews.map(({ title, fewer, more }) => [
          title,
          milliseconds(fewer),
          milliseconds(more),
          `${(more / fewer).toFixed(2)} ×`,
          `≤ ${target.overview} ×`,
        ]),
        ...measured.compares.map(({ title, more }) => [
          title,
          '',
          milliseconds(more),
          '',
          `≤ ${target.compare} ms`,
        ]),
      ]
    );
  } finally {
    if (!given) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {{fewer: string, more: string}} origins
 * @param {string[]} fewCodes
 * @param {string[]} codes
 */
async function measure(origins, fewCodes, codes) {
  const authority = /** @type {string} */ (fewCodes.find((code) => code.startsWith('0647')));
  const questions = /** @type {const} */ ([
    ['/fiscal/overview of the country', '/fiscal/overview?fiscalYear=2570'],
    ['… of a region', '/fiscal/overview?level=region&code=northeast&fiscalYear=2570'],
    ['… of a province', '/fiscal/overview?level=province&code=47&fiscalYear=2570'],
    [
      '… of a province, one kind',
      '/fiscal/overview?level=province&code=47&kind=sao&fiscalYear=2570',
    ],
    ['… of an authority', `/fiscal/overview?level=authority&code=${authority}&fiscalYear=2570`],
  ]);
  const overviews = [];
  for (const [title, path] of questions) {
    const [fewer, more] = await inTurns([origins.fewer, origins.more], () => path);
    overviews.push({ title, fewer: fewer ?? 0, more: more ?? 0 });
  }

  const ofKind = (/** @type {string} */ digit) => codes.filter((code) => code.startsWith(digit));
  const compares = [];
  for (const [title, members] of /** @type {const} */ ([
    ['/fiscal/compare, a subdistrict organization among 5,302', ofKind('06')],
    ['… a subdistrict municipality among 2,247', ofKind('05')],
  ])) {
    let next = 0;
    const pathOf = () => `/fiscal/compare?authority=${members[(next += 37) % members.length]}`;
    const [more] = await inTurns([origins.more], pathOf);
    compares.push({ title, more: more ?? 0 });
    // Months nobody was compared over since the server started: the peers are read and sorted anew.
    const cold = [];
    for (const year of [2565, 2566, 2567, 2568]) {
      const started = performance.now();
      const answer = await fetch(`${origins.more}/api/km/v1${pathOf()}&fiscalYear=${year}`);
      await answer.arrayBuffer();
      cold.push(performance.now() - started);
    }
    compares.push({ title: '… the first one of a year, median of four', more: median(cold) });
  }
  return { overviews, compares };
}

/**
 * The median time of each server, least of several rounds: what the machine did besides only adds.
 *
 * @param {string[]} origins
 * @param {() => string} pathOf
 */
async function inTurns(origins, pathOf) {
  const best = origins.map(() => Infinity);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, origin] of origins.entries()) {
      const time = await medianLatency(() => `${origin}/api/km/v1${pathOf()}`, perRound);
      best[index] = Math.min(best[index] ?? Infinity, time);
    }
  }
  return best;
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[1] ?? 0) + (sorted[2] ?? 0)) / 2;
}

/** @param {number} value */
function milliseconds(value) {
  return `${value.toFixed(2)} ms`;
}
