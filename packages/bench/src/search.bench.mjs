import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openEngine } from 'strapi-plugin-km/search.js';
import { printTable, say } from './report.mjs';
import { containsBaseline, trigramBaseline } from './search-baselines.mjs';
import { documentOf, mistype, randomFrom, readSet, recombined } from './search-set.mjs';

/**
 * @typedef {import('./search-set.mjs').Passage} Passage
 * @typedef {import('./search-set.mjs').Question} Question
 * @typedef {Awaited<ReturnType<typeof openEngine>>} Engine
 * @typedef {(q: string) => Promise<{ ids: string[], took: number }>} Search
 */

const TODAY = '2026-11-22';
const TYPOS = 2;
const CHANGES = 200;
/** Passages an index is made of to see whether the main thread waits, where a kept one answers. */
const MADE_BESIDE = 5_000;
const vocabulary = { terms: [], synonyms: [], version: 'bench' };

/**
 * `npm run bench -- search <folder> [--speed[=passages] [--index=<file>]]`: how well, and how fast, the
 * product's own search answers the questions of a set. An index file that is named is kept, and used
 * again the next time; without its quality, which takes no such file.
 *
 * @param {string[]} given
 */
export async function run(given) {
  const folder = given.find((argument) => !argument.startsWith('--'));
  const speed = given.find((argument) => argument.startsWith('--speed'));
  const kept = given.find((argument) => argument.startsWith('--index='))?.slice('--index='.length);
  if (!folder) {
    say('npm run bench -- search <folder> [--speed[=200000] [--index=<file>]]');
    say('The folder holds passages.jsonl {id,title,text} and queries.jsonl {id,q,rel[]}.');
    process.exitCode = 2;
    return;
  }
  const set = readSet(folder);
  if (!kept) await measureQuality(set);
  if (speed) await measureSpeed(set, Number(speed.split('=')[1] ?? 200_000), kept);
}

/** @param {{ passages: Passage[], questions: Question[] }} set */
async function measureQuality({ passages, questions }) {
  await withEngine(async (engine, size) => {
    say(`Indexing ${passages.length} passages …`);
    const seconds = await index(engine, passages, passages.length);
    /** @type {[string, Search][]} */
    const searches = [
      ['ours', async (q) => ours(await engine.search(queryOf(q)))],
      ['Strapi $containsi', timed(containsBaseline(passages))],
      ['FTS5 trigram BM25', timed(trigramBaseline(passages))],
    ];
    const random = randomFrom(7);
    const kinds = /** @type {const} */ ([
      ['as asked', questions],
      [
        `${TYPOS} typos`,
        questions.map((question) => ({ ...question, q: mistype(question.q, TYPOS, random) })),
      ],
    ]);
    const rows = [];
    for (const [kind, asked] of kinds) {
      for (const [name, search] of searches) {
        say(`Asking ${name}, ${kind} …`);
        for (const [half, of] of halves(asked)) {
          rows.push([kind, name, half, String(of.length), ...(await judge(search, of))]);
        }
      }
    }
    printTable(
      `${passages.length} passages, ${(passages.length / seconds).toFixed(0)} passages/s, ${megabytes(size())}`,
      ['queries', 'search', 'half', 'n', 'MRR@10', 'hit@1', 'hit@5', 'p50 ms', 'p95 ms'],
      rows
    );
  });
}

/**
 * @param {{ passages: Passage[], questions: Question[] }} set
 * @param {number} count
 * @param {string} [kept]
 */
async function measureSpeed({ passages, questions }, count, kept) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let rate = 'made before';
  let whileIndexing = 0;
  /** @param {Engine} engine @param {number} size */
  const make = async (engine, size) => {
    delay.reset();
    delay.enable();
    const seconds = await index(engine, recombined(passages, size), size);
    whileIndexing = delay.max / 1e6;
    return `${(size / seconds).toFixed(0)} passages/s`;
  };
  if (kept) {
    await withEngine(async (engine) => {
      rate = `${await make(engine, MADE_BESIDE)} in an index of ${MADE_BESIDE}`;
    });
  }
  await withEngine(async (engine, size) => {
    if (!kept || engine.state().documents < count) {
      say(`Indexing ${count} passages made of the sentences of these …`);
      rate = await make(engine, count);
    }
    delay.reset();
    const random = randomFrom(11);
    const asked = questions.map(({ q }) => q);
    const short = asked.map((q) => q.slice(0, 6 + random(8)));
    const mistyped = asked.map((q) => mistype(q, TYPOS, random));
    const rows = [];
    for (const [name, queries] of /** @type {const} */ ([
      ['search, questions', asked],
      ['search, questions with typos', mistyped],
      ['search, a word or two', short],
    ])) {
      say(`${name} …`);
      const times = [];
      for (const q of queries) times.push((await engine.search(queryOf(q))).took);
      rows.push([name, String(queries.length), ...percentiles(times)]);
    }
    say('suggest …');
    const times = [];
    for (const q of asked) {
      for (const length of [1, 2, 3, 5, 8, 13]) {
        times.push((await engine.suggest({ q: q.slice(0, length), limit: 8 })).took);
      }
    }
    rows.push(['suggest, as typed', String(times.length), ...percentiles(times)]);
    const whileSearching = delay.max / 1e6;
    delay.reset();

    say('search while documents change …');
    const during = [];
    let changing = true;
    const changes = (async () => {
      let number = 0;
      for (const passage of recombined(passages, CHANGES)) {
        if (number % 20 === 0) await Promise.resolve();
        number += 1;
        await engine.apply({ put: [documentOf(passage)], remove: [], applied: number });
      }
      changing = false;
    })();
    for (let at = 0; changing; at = (at + 1) % asked.length) {
      during.push((await engine.search(queryOf(/** @type {string} */ (asked[at])))).took);
    }
    await changes;
    rows.push(['search while indexing', String(during.length), ...percentiles(during)]);
    printTable(
      `${count} passages, ${rate}, ${megabytes(size())}`,
      ['what', 'n', 'p50 ms', 'p95 ms', 'p99 ms', 'worst ms'],
      rows
    );
    say(
      `Main thread kept waiting at most: ${whileIndexing.toFixed(1)} ms while the index was made, ` +
        `${whileSearching.toFixed(1)} ms while searching, ${(delay.max / 1e6).toFixed(1)} ms while both.`
    );
  }, kept);
}

/**
 * @param {(engine: Engine, size: () => number) => Promise<void>} work
 * @param {string} [kept] - Index file that stays; without one it is made in a folder of its own.
 */
async function withEngine(work, kept) {
  const folder = mkdtempSync(join(tmpdir(), 'km-bench-search-'));
  const file = kept ? resolve(kept) : join(folder, 'search.db');
  const engine = await openEngine({ file, vocabulary });
  try {
    await work(engine, () => engine.state().bytes);
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Makes the index anew; gives the seconds it took.
 *
 * @param {Engine} engine
 * @param {Iterable<Passage>} passages
 * @param {number} count
 */
async function index(engine, passages, count) {
  const begun = performance.now();
  await engine.rebuild(portions(passages), count, vocabulary);
  return (performance.now() - begun) / 1000;
}

/** @param {Iterable<Passage>} passages */
async function* portions(passages) {
  let portion = [];
  for (const passage of passages) {
    portion.push(documentOf(passage));
    if (portion.length < 100) continue;
    yield portion;
    portion = [];
  }
  yield portion;
}

/** @param {string} q */
function queryOf(q) {
  return { q, page: 1, pageSize: 10, today: TODAY };
}

/** @param {{ hits: { id: string }[], took: number }} answer */
function ours({ hits, took }) {
  return { ids: hits.map(({ id }) => id), took };
}

/**
 * @param {(q: string) => string[]} find
 * @returns {Search}
 */
function timed(find) {
  return async (q) => {
    const begun = performance.now();
    return { ids: find(q), took: performance.now() - begun };
  };
}

/**
 * Ranking is decided on the first half; the second is only reported.
 *
 * @param {readonly Question[]} questions
 * @returns {[string, Question[]][]}
 */
function halves(questions) {
  return [
    ['first', questions.filter((_, at) => at % 2 === 0)],
    ['second', questions.filter((_, at) => at % 2 === 1)],
  ];
}

/**
 * @param {Search} search
 * @param {readonly Question[]} questions
 */
async function judge(search, questions) {
  let reciprocal = 0;
  let first = 0;
  let five = 0;
  const times = [];
  for (const { q, rel } of questions) {
    const { ids, took } = await search(q);
    times.push(took);
    const rank = ids.findIndex((id) => rel.includes(id)) + 1;
    if (rank === 0 || rank > 10) continue;
    reciprocal += 1 / rank;
    if (rank === 1) first += 1;
    if (rank <= 5) five += 1;
  }
  const share = (/** @type {number} */ sum) => (sum / questions.length).toFixed(4);
  return [share(reciprocal), share(first), share(five), ...percentiles(times).slice(0, 2)];
}

/** @param {number[]} times - Milliseconds; gives the median, 95 %, 99 % and the worst. */
function percentiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return [at(0.5), at(0.95), at(0.99), at(1)];
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
