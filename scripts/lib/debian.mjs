import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './progress.mjs';
import { run } from './run.mjs';

/**
 * A Chromium to test with: `CHROMIUM_PATH`, one on the machine, or Debian's, installed now.
 *
 * @returns {Promise<string>} Path of the program.
 */
export async function chromium() {
  const found = findChromium();
  if (found) return found;
  await installPackages('Installing Chromium from Debian', ['chromium', 'fonts-thai-tlwg']);
  const installed = findChromium();
  if (!installed) throw new Error('Debian installed no Chromium. Set CHROMIUM_PATH to one.');
  return installed;
}

function findChromium() {
  return [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => path && existsSync(path));
}

/**
 * The folder of PostgreSQL's server programs, installed from Debian where there is none.
 *
 * @returns {Promise<string>}
 */
export async function postgresPrograms() {
  const found = findPostgres();
  if (found) return found;
  await installPackages('Installing PostgreSQL from Debian', ['postgresql']);
  const installed = findPostgres();
  if (!installed) throw new Error('Debian installed no PostgreSQL. Put its programs on the PATH.');
  return installed;
}

function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : [];
  return [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ].find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/**
 * @param {string} title
 * @param {string[]} packages
 */
async function installPackages(title, packages) {
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Error(`This machine needs ${packages.join(' and ')}; install it and try again.`);
  }
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (/** @type {string[]} */ ...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', '-y', '-q', ...args];
    return run(/** @type {string} */ (command), rest, {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  await step(title, async () => {
    await apt('update');
    await apt('install', '--no-install-recommends', ...packages);
  });
}
