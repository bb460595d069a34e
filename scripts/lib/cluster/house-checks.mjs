import { Agent } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { withClient } from '../backup/postgres.mjs';
import { must, until } from './checks.mjs';
import { Editor } from './editor.mjs';
import { ask, readAllTheTime, writeAllTheTime } from './load.mjs';
import { makeNextRelease } from './next-release.mjs';

/**
 * @typedef {object} House
 * @property {string} folder
 * @property {import('../postgres.mjs').Postgres} postgres
 * @property {import('./instance.mjs').Instance[]} instances
 * @property {{origin: string, tls: string, redirect: string}} nginx
 * @property {{email: string, password: string}} login
 */

const api = '/api/km/v1';

/**
 * What must hold on three instances behind nginx.
 *
 * @param {import('./checks.mjs').Checks} checks
 * @param {House} house
 */
export async function checkHouse(checks, house) {
  const { instances, nginx, postgres } = house;
  const [first, second, third] = /** @type {Three} */ (instances);
  const editor = await Editor.signIn(first.origin, house.login);
  const list = JSON.parse((await ask(`${nginx.origin}${api}/faqs?pageSize=100`)).text);
  /** @type {string[]} */
  const ids = list.data.map((/** @type {{id: string}} */ { id }) => id);
  const paths = [`${api}/faqs`, ...ids.map((id) => `${api}/faqs/${id}`), `${api}/topics`];
  const feedback = `${api}/faqs/${ids[0]}/feedback`;

  /**
   * Reads and writes through nginx while something happens.
   *
   * @param {string} mark
   * @param {(writers: ReturnType<typeof writeAllTheTime>) => Promise<void>} happens
   */
  async function underLoad(mark, happens) {
    const readers = readAllTheTime(nginx.origin, paths, 8);
    const writers = writeAllTheTime(nginx.origin, feedback, mark);
    try {
      await until(async () => writers.kept() > 20, 120_000);
      await happens(writers);
    } finally {
      await Promise.all([readers.stop(), writers.stop()]);
    }
    return { ...(await readers.stop()), ...(await writers.stop()) };
  }

  await checks.check('what comes by http is sent on to https, which is answered', async () => {
    const sent = await ask(`${nginx.redirect}/services/faq`);
    must(
      sent.status === 301 && sent.headers.location === 'https://127.0.0.1/services/faq',
      `http answers ${sent.status} ${sent.headers.location}`
    );
    // Its certificate is made for this test alone.
    const agent = new Agent({ rejectUnauthorized: false });
    for (const path of ['/', `${api}/faqs`, '/admin/init']) {
      const { status, headers } = await ask(nginx.tls + path, { agent });
      must(status === 200, `${path} answers ${status} by https`);
      must(headers['strict-transport-security'], `${path} does not hold browsers to https`);
    }
    agent.destroy();
  });

  await checks.check('what one instance publishes, all show within two seconds', async () => {
    /** @type {number[]} */
    const times = [];
    for (let turn = 1; turn <= 5; turn += 1) {
      const from = turn % 2 ? first : third;
      for (const { origin } of instances) await ask(`${origin}${api}/faqs?pageSize=100`);
      const id = await editor.publish(from.origin, `คำถามใหม่ ${turn}`);
      times.push(
        ...(await Promise.all(
          instances.map(({ origin }) =>
            until(async () => (await ask(`${origin}${api}/faqs?pageSize=100`)).text.includes(id))
          )
        ))
      );
    }
    const slowest = Math.max(...times);
    must(slowest <= 2000, `The slowest took ${slowest.toFixed(0)} ms.`);
    return `15 looks, the slowest after ${slowest.toFixed(0)} ms`;
  });

  await checks.check('nginx shows it as soon as its two seconds are over', async () => {
    await ask(`${nginx.origin}${api}/faqs?pageSize=100`);
    const id = await editor.publish(second.origin, 'คำถามหลังพร็อกซี');
    const took = await until(async () =>
      (await ask(`${nginx.origin}${api}/faqs?pageSize=100`)).text.includes(id)
    );
    must(took <= 4500, `It took ${took.toFixed(0)} ms.`);
    return `after ${took.toFixed(0)} ms`;
  });

  await checks.check('an address has one limit on all instances together', async () => {
    const statuses = [];
    for (let turn = 0; turn < 70; turn += 1) {
      const { status, headers } = await ask(nginx.origin + feedback, {
        method: 'POST',
        body: { helpful: true },
        from: '127.0.9.9',
      });
      statuses.push(status);
      if (status === 429) must(Number(headers['retry-after']) > 0, 'A 429 without Retry-After.');
    }
    const kept = statuses.filter((status) => status < 300).length;
    must(kept === 60, `${kept} of 70 tries were let through, not 60.`);
    must(
      statuses.slice(60).every((status) => status === 429),
      `Others: ${statuses.slice(60)}`
    );
  });

  await checks.check('a data set is imported by one instance at a time', async () => {
    const csv = `authority_code\n${'47010101\n'.repeat(2000)}`;
    const answers = await Promise.all(instances.map(({ origin }) => editor.import(origin, csv)));
    const statuses = answers.map(({ status }) => status).sort();
    must(statuses.join() === '201,409,409', `The three answered ${statuses}.`);
  });

  await checks.check(
    'killing an instance fails no read and loses or doubles no write',
    async () => {
      const readers = readAllTheTime(nginx.origin, paths, 12);
      const writers = writeAllTheTime(nginx.origin, feedback, 'kill');
      await until(async () => writers.kept() > 20);
      await second.kill();
      const soFar = writers.kept();
      await until(async () => writers.kept() > soFar + 40, 120_000);
      const { reads, failed } = await readers.stop();
      const { kept, refused } = await writers.stop();
      await second.start();
      // Twelve readers at once: at most those twelve were on the wire when it died.
      must(failed.length <= 12, `${failed.length} reads failed: ${failed.slice(0, 5)}`);
      const found = await assertWrites(postgres.url, 'kill', kept, refused);
      return `${reads} reads, ${failed.length} failed; ${kept.size} writes kept, ${refused.length} refused, ${found} in the database`;
    }
  );

  await checks.check(
    'restarting PostgreSQL keeps reads up and refuses writes with 503',
    async () => {
      for (const path of paths) await ask(nginx.origin + path);
      const readers = readAllTheTime(nginx.origin, paths, 8);
      const writers = writeAllTheTime(nginx.origin, feedback, 'restart');
      await until(async () => writers.kept() > 20);
      await postgres.pause();
      await pause(4000);
      await postgres.resume();
      const soFar = writers.kept();
      const recovered = await until(async () => writers.kept() > soFar + 20, 60_000);
      const { reads, failed } = await readers.stop();
      const { kept, refused } = await writers.stop();
      for (const { origin } of instances) {
        const { status } = await ask(origin + feedback, {
          method: 'POST',
          body: { helpful: true },
        });
        must(status < 300, `${origin} answers ${status} after PostgreSQL is back.`);
      }
      must(failed.length === 0, `${failed.length} reads failed: ${failed.slice(0, 5)}`);
      const unclean = refused.filter(({ status, retryAfter }) => status !== 503 || !retryAfter);
      must(refused.length > 0, 'No write was refused: PostgreSQL was not away.');
      must(
        unclean.length === 0,
        `${unclean.length} writes: ${JSON.stringify(unclean.slice(0, 3))}`
      );
      const found = await assertWrites(postgres.url, 'restart', kept, refused);
      return `${reads} reads, none failed; ${kept.size} writes kept, ${refused.length} refused with 503, ${found} in the database; writes again ${(recovered / 1000).toFixed(1)} s after it was back`;
    }
  );

  await checks.check('a release with a table step rolls over the old one', async () => {
    const next = makeNextRelease(house.folder);
    const { reads, failed, kept, refused } = await underLoad('roll', async () => {
      for (const instance of instances) {
        await instance.stop();
        await instance.start(next);
      }
    });
    must(failed.length === 0, `${failed.length} reads failed: ${failed.slice(0, 5)}`);
    const found = await assertWrites(postgres.url, 'roll', kept, refused);
    const steps = await rowsOf(
      postgres.url,
      'select version from km_schema_versions where version = 9001'
    );
    must(steps.length === 1, 'The step of the next release is not there once.');
    for (const { origin } of instances) {
      const { data } = JSON.parse((await ask(`${origin}${api}/health`)).text);
      must(data.version.endsWith('-next'), `${origin} runs ${data.version}.`);
    }
    return `${reads} reads, none failed; ${kept.size} writes kept, ${refused.length} refused, ${found} in the database`;
  });
}

/** @typedef {[import('./instance.mjs').Instance, import('./instance.mjs').Instance, import('./instance.mjs').Instance]} Three */

/**
 * Each write that was confirmed is there once; one that was not is there once or not at all.
 *
 * @param {string} url
 * @param {string} mark
 * @param {Set<string>} kept
 * @param {{word: string}[]} refused
 */
async function assertWrites(url, mark, kept, refused) {
  const rows = await rowsOf(url, `select comment from km_feedback where comment like '${mark}-%'`);
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const { comment } of rows) times.set(comment, (times.get(comment) ?? 0) + 1);
  const lost = [...kept].filter((word) => !times.has(word));
  const doubled = [...times].filter(([, count]) => count > 1);
  const known = new Set([...kept, ...refused.map(({ word }) => word)]);
  must(lost.length === 0, `Lost: ${lost.slice(0, 5)}`);
  must(doubled.length === 0, `Doubled: ${doubled.slice(0, 5)}`);
  must(
    [...times.keys()].every((word) => known.has(word)),
    'A write is there that nobody sent.'
  );
  return times.size;
}

/**
 * @param {string} url
 * @param {string} sql
 */
async function rowsOf(url, sql) {
  return withClient(
    { client: 'postgres', url, schema: 'public', ssl: false, verify: true },
    async (client) => (await client.query(sql)).rows
  );
}
