import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * @typedef {{email: string, password: string}} Login
 * @typedef {object} House
 * @property {string} km - Where the knowledge bank answers.
 * @property {string} site - Where the provincial site answers, another origin.
 * @property {string} mails - Where caught mail is shown.
 * @property {{editor: Login, admin: Login}} logins
 * @property {() => Promise<void>} stop
 */

/**
 * Starts everything as `npm start` does, with a database of its own that holds the sample content
 * alone, and waits until the search finds it.
 *
 * @param {Record<string, string>} [env]
 * @returns {Promise<House>}
 */
export async function startHouse(env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'km-house-'));
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: {
      ...process.env,
      TZ: 'UTC',
      NODE_ENV: 'development',
      KM_STATE: join(folder, 'state'),
      DATABASE_URL: '',
      DATABASE_FILENAME: join(folder, 'data.db'),
      PUBLIC_DIR: join(folder, 'public'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  let printed = '';
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      if (printed.includes('Ctrl-C ends everything')) resolve(undefined);
    });
    child.on('exit', () => reject(new Error(`npm start ended:\n${printed}`)));
  });
  const find = (/** @type {string} */ title) =>
    /** @type {RegExpExecArray} */ (new RegExp(`${title}\\s+(http:\\S+)`).exec(printed))[1] ?? '';
  const km = find('Knowledge bank');
  await untilSearchable(km);
  return {
    km,
    site: find('Provincial site'),
    mails: find('Mail'),
    logins: JSON.parse(readFileSync(join(folder, 'state', 'login.json'), 'utf8')),
    async stop() {
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The index of the search is made after everything else answers. */
async function untilSearchable(/** @type {string} */ km) {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${km}/api/km/v1/search?q=${encodeURIComponent('งบประมาณ')}`);
    const { data } = /** @type {{data: unknown[] | null}} */ (await answer.json());
    if (data && data.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The search finds nothing.');
}
