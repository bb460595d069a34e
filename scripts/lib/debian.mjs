import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './paths.mjs';
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

/**
 * Chromium without a window and without pages of its own, which take turns with the page that is
 * measured: from Debian, or else whatever Chromium there is.
 *
 * @returns {Promise<string>} Path of the program.
 */
export async function chromiumShell() {
  const shell = '/usr/bin/chromium-headless-shell';
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (!existsSync(shell)) {
    const packages = ['chromium-headless-shell', 'fonts-thai-tlwg'];
    await installPackages("Installing Chromium's headless shell from Debian", packages).catch(
      () => undefined
    );
  }
  return existsSync(shell) ? shell : chromium();
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
 * PHP for the command line, with what it must be able to do, installed from Debian where it is not.
 *
 * @param {string[]} [modules] - Each a package `php-…` of Debian.
 * @returns {Promise<string>} Path of the program.
 */
export async function php(modules = []) {
  if (!(await findPhp(modules))) {
    const packages = ['cli', ...modules].map((name) => `php-${name}`);
    await installPackages('Installing PHP from Debian', packages);
  }
  const found = await findPhp(modules);
  if (!found) throw new Error(`PHP lacks one of: ${['cli', ...modules].join(', ')}.`);
  return found;
}

/** @param {string[]} modules */
async function findPhp(modules) {
  const program = findOnPath('php');
  if (!program) return undefined;
  const loaded = (await run(program, ['-m'])).toLowerCase().split('\n');
  // The package brings mysqli, not a module of its own name.
  const has = (/** @type {string} */ name) => loaded.includes(name === 'mysql' ? 'mysqli' : name);
  return modules.every(has) ? program : undefined;
}

/**
 * MariaDB's server and what makes its first tables, installed from Debian where they are not. The
 * packages bring the programs alone: no service of the system begins to run.
 *
 * @returns {Promise<{server: string, install: string}>}
 */
export async function mariadbPrograms() {
  const found = findMariadb();
  if (found) return found;
  await installPackages('Installing MariaDB from Debian', [
    'mariadb-server-core',
    // Has my_print_defaults, which the installation of the first tables cannot do without.
    'mariadb-client-core',
  ]);
  const installed = findMariadb();
  if (!installed) throw new Error('Debian installed no MariaDB. Put its programs on the PATH.');
  return installed;
}

function findMariadb() {
  const server = findOnPath('mariadbd');
  const install = findOnPath('mariadb-install-db');
  return server && install && findOnPath('my_print_defaults') ? { server, install } : undefined;
}

/** What WordPress asks of PHP. */
export const wordpressModules = ['mysql', 'curl', 'mbstring'];

/** What WordPress consists of in Debian, its Thai with it. Its default theme follows its release. */
const wordpressPackages = [
  'wordpress',
  'wordpress-l10n',
  'libjs-underscore',
  'libjs-cropper',
  'php-getid3',
];

/**
 * Debian's WordPress, downloaded by apt and unpacked below `.km/`. Not installed: its package asks
 * for a web server, and the one it would bring starts to serve this machine at once.
 *
 * @returns {Promise<string>} The folder a web server serves.
 */
export async function wordpress() {
  const folder = join(root, '.km', 'wordpress');
  const served = join(folder, 'usr', 'share', 'wordpress');
  if (existsSync(served)) return served;
  requireApt(wordpressPackages);
  mkdirSync(dirname(folder), { recursive: true });
  const making = mkdtempSync(`${folder}-`);
  try {
    await step('Fetching WordPress from Debian', async () => {
      const download = async () => {
        const recommended = await run('apt-cache', ['depends', 'wordpress']);
        const themes = recommended.match(/\bwordpress-theme-[\w-]+/g) ?? [];
        await run('apt-get', ['-q', 'download', ...wordpressPackages, ...themes], { cwd: making });
      };
      // An older list of packages names files the archive no longer has.
      await download().catch(() => updateLists().then(download));
      for (const file of readdirSync(making).filter((name) => name.endsWith('.deb'))) {
        await run('dpkg-deb', ['--extract', join(making, file), making]);
        rmSync(join(making, file));
      }
    });
    // Another run may have been quicker.
    if (!existsSync(served)) renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return served;
}

/** @param {string} program */
function findOnPath(program) {
  // Servers stand in sbin, which is not on every user's path.
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/**
 * @param {string} title
 * @param {string[]} packages
 */
async function installPackages(title, packages) {
  requireApt(packages);
  await step(title, async () => {
    await updateLists();
    await apt('install', '--no-install-recommends', ...packages);
  });
}

/** @param {string[]} packages */
function requireApt(packages) {
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Error(`This machine needs ${packages.join(' and ')}; install it and try again.`);
  }
}

const updateLists = () => apt('update');

/** @param {string[]} args */
function apt(...args) {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [command, ...rest] = [...sudo, 'apt-get', '-y', '-q', ...args];
  return run(/** @type {string} */ (command), rest, {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
}
