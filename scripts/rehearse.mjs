import './lib/check-node.mjs';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installationOf } from './lib/backup/installation.mjs';
import { makeBackup } from './lib/backup/make.mjs';
import { readManifest } from './lib/backup/manifest.mjs';
import { withClient } from './lib/backup/postgres.mjs';
import { restoreBackup } from './lib/backup/restore.mjs';
import { cms } from './lib/paths.mjs';
import { freePort } from './lib/ports.mjs';
import { fail, step, table } from './lib/progress.mjs';
import { Service } from './lib/run.mjs';
import { untilAnswers } from './lib/services.mjs';
import { loadEnvironment } from './lib/settings.mjs';

const usage = `Usage: npm run backup:rehearse -- [--from <backup>]

Plays a disaster through beside the running installation: backs it up (or takes --from), restores
the backup into an empty place, starts a server on it, asks it what readers ask, and says how long
each step took. Nothing of the installation is touched. With PostgreSQL the user of DATABASE_URL
must be allowed to create a database.
`;

const folder = mkdtempSync(join(tmpdir(), 'km-rehearsal-'));
/** @type {[string, number][]} */
const times = [];
/** @type {(() => Promise<void>)[]} */
const cleaning = [];

/**
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} work
 */
async function timed(name, work) {
  const begun = performance.now();
  const result = await step(name, work);
  times.push([name, performance.now() - begun]);
  return result;
}

try {
  const { values } = parseArgs({ options: { from: { type: 'string' } } });
  loadEnvironment();
  const backup = values.from ? resolve(values.from) : join(folder, 'backup');
  if (!values.from) await timed('Back up', () => makeBackup(backup));
  const env = { ...process.env, ...(await emptyPlace()) };
  const { madeAt, database, uploads } = readManifest(backup);
  await timed('Restore and compare', () => restoreBackup(backup, { env }));
  const origin = await timed('Start a server', () => startServer(env));
  const answers = await timed('Ask what readers ask', () => ask(origin));
  const rows = Object.values(database.tables).reduce((sum, { rows }) => sum + rows, 0);
  process.stdout.write('\n');
  table([
    ['Backup of', madeAt],
    ['Tables', `${Object.keys(database.tables).length}, ${rows.toLocaleString('en')} rows`],
    ['Files', String(Object.keys(uploads.files).length)],
    ...answers,
    ...times.map(([name, time]) => /** @type {[string, string]} */ ([name, seconds(time)])),
    ['From backup to answers', seconds(times.reduce((sum, [, time]) => sum + time, 0))],
  ]);
} catch (error) {
  await clean();
  fail(error instanceof TypeError ? new Error(`${error.message}\n\n${usage}`) : error);
}
await clean();

/** @param {number} time */
function seconds(time) {
  return `${(time / 1000).toFixed(1)} s`;
}

async function clean() {
  for (const undo of cleaning.reverse()) await undo();
  rmSync(folder, { recursive: true, force: true });
}

/** An empty database and folder of the kind the installation has. */
async function emptyPlace() {
  const { database, uploads } = installationOf(process.env);
  const files = uploads ? { PUBLIC_DIR: join(folder, 'public') } : {};
  const search = { KM_SEARCH_FILE: join(folder, 'search.db') };
  if (database.client === 'sqlite') {
    return { ...files, ...search, DATABASE_FILENAME: join(folder, 'data.db') };
  }
  const name = `km_rehearsal_${Date.now()}`;
  const tell = (/** @type {string} */ sql) => withClient(database, (client) => client.query(sql));
  await tell(`create database ${name}`);
  cleaning.push(async () => void (await tell(`drop database ${name} with (force)`)));
  const url = new URL(database.url);
  url.pathname = `/${name}`;
  return { ...files, ...search, DATABASE_URL: url.href };
}

/** @param {NodeJS.ProcessEnv} env */
async function startServer(env) {
  if (!existsSync(join(cms, 'dist'))) {
    throw new Error('The CMS is not built. Run `npm run build` and try again.');
  }
  const port = await freePort(18_337);
  const service = new Service('rehearsal', [join(cms, 'server.mjs')], {
    cwd: cms,
    env: {
      ...env,
      // A server without its own secrets starts on others: only sessions and API tokens need the same.
      ...Object.fromEntries(
        ['APP_KEYS', 'API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY']
          .filter((name) => !env[name])
          .map((name) => [name, 'rehearsal'])
      ),
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
  });
  cleaning.push(() => service.stop());
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswers(`${origin}/api/km/v1/health`, service);
  return origin;
}

/**
 * @param {string} origin
 * @returns {Promise<[string, string][]>}
 */
async function ask(origin) {
  /** @type {[string, string][]} */
  const found = [];
  for (const list of ['manuals', 'laws', 'faqs', 'news', 'updates', 'forms']) {
    const answer = await fetch(`${origin}/api/km/v1/${list}?pageSize=1`);
    if (!answer.ok) throw new Error(`/${list} answers ${answer.status} on the restored place.`);
    const { meta } = /** @type {any} */ (await answer.json());
    found.push([`/${list}`, `${meta.total} shown`]);
  }
  return found;
}
