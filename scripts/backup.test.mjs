import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences, readManifest } from './lib/backup/manifest.mjs';
import { postgresFacts, withClient } from './lib/backup/postgres.mjs';
import { sqliteFacts } from './lib/backup/sqlite.mjs';
import { fileDifferences, fileFacts } from './lib/backup/uploads.mjs';
import { cms, root } from './lib/paths.mjs';
import { startPostgres } from './lib/postgres.mjs';

/** @typedef {import('./lib/backup/installation.mjs').PostgresPlace} PostgresPlace */

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'km-backup-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000);

/** @param {string} name */
const publicDir = (name) => join(folder, name, 'public');

/**
 * Runs a command on an installation and answers all it printed, with its code.
 *
 * @param {Record<string, string>} env
 * @param {...string} args
 */
async function command(env, ...args) {
  try {
    const { stdout, stderr } = await run(process.execPath, args, {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        STRAPI_TELEMETRY_DISABLED: 'true',
        APP_KEYS: 'key-1,key-2',
        API_TOKEN_SALT: 'salt',
        ADMIN_JWT_SECRET: 'a "secret" with marks',
        TRANSFER_TOKEN_SALT: 'salt',
        ENCRYPTION_KEY: 'key',
        PUBLIC_URL: 'https://km.example.go.th',
        ...env,
      },
    });
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = /** @type {any} */ (error);
    return { code, said: `${stdout}${stderr}` };
  }
}

/**
 * Writes to an installation until told to stop.
 *
 * @param {string} database
 * @param {string} uploads
 */
async function writeTo(database, uploads) {
  const child = fork(
    join(root, 'scripts/lib/backup/write-load.test-support.mjs'),
    [database, uploads],
    { execArgv: [] }
  );
  let written = 0;
  child.on('message', (/** @type {{number: number}} */ { number }) => (written = number));
  const reach = async (/** @type {number} */ number) => {
    while (written < number) await once(child, 'message');
  };
  await reach(20);
  return {
    written: () => written,
    reach,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/**
 * What is the same on both databases; `prepare` names three empty places of one kind.
 *
 * @typedef {object} Place
 * @property {Record<string, string>} env
 * @property {string} address
 * @property {() => Promise<ReturnType<typeof sqliteFacts>>} facts
 * @property {(sql: string) => Promise<number>} count
 *
 * @param {(name: string) => Promise<Place>} prepare
 */
function suite(prepare) {
  /** @type {Place} */
  let running;
  /** @type {string} */
  let backup;
  /** @type {{before: number, after: number}} */
  let written;
  const uploads = (/** @type {Place} */ place) => join(place.env.PUBLIC_DIR ?? '', 'uploads');

  beforeAll(async () => {
    running = await prepare('running');
    // Any command makes the tables; this one adds nothing.
    const made = await command(running.env, 'scripts/search.mjs', 'rebuild');
    expect(made.code, made.said).toBe(0);
    const load = await writeTo(running.address, uploads(running));
    try {
      backup = join(running.env.PUBLIC_DIR ?? '', '..', 'backup');
      const before = load.written();
      const { code, said } = await command(
        running.env,
        ...['scripts/backup.mjs', '--out', backup, '--with-secrets']
      );
      expect(code, said).toBe(0);
      written = { before, after: load.written() };
      // It went on meanwhile, and goes on.
      await load.reach(written.after + 5);
    } finally {
      await load.stop();
    }
  }, 300_000);

  it('writes went on while it was made', () => {
    expect(written.after).toBeGreaterThan(written.before);
  });

  it('restores into an empty place: every table and every file is the same', async () => {
    const empty = await prepare('empty');
    const { code, said } = await command(empty.env, 'scripts/restore.mjs', backup);
    expect(code, said).toBe(0);
    const { database, uploads: files } = readManifest(backup);
    expect(Object.keys(database.tables).length).toBeGreaterThan(60);
    const { tables, tableStep } = await empty.facts();
    expect(differences(database.tables, tables)).toEqual([]);
    expect(tableStep).toBe(database.tableStep);
    expect(fileDifferences(files.files, await fileFacts(uploads(empty)))).toEqual([]);

    // One moment: what one transaction wrote is there as a whole or not at all.
    const words = await empty.count('select count(*) as n from km_feedback');
    const counted = await empty.count(
      "select revision - 1 as n from km_revisions where service = 'feedback'"
    );
    const rows = await empty.count("select count(*) as n from files where hash like 'load_%'");
    expect(words).toBe(counted);
    expect(rows).toBe(words);
    expect(words).toBeGreaterThanOrEqual(written.before);
    // Each row's file came along, and servers start on it.
    for (let number = 1; number <= rows; number += 1) {
      expect(existsSync(join(uploads(empty), `load_${number}.txt`))).toBe(true);
    }
    const started = await command(empty.env, 'scripts/search.mjs', 'rebuild');
    expect(started.code, started.said).toBe(0);
  }, 180_000);

  it('refuses a place that is not empty and changes nothing, until it is told the word', async () => {
    const before = await running.facts();
    const refused = await command(running.env, 'scripts/restore.mjs', backup);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('is not empty. Nothing was changed.');
    expect(await running.facts()).toEqual(before);

    const { database, uploads: files } = readManifest(backup);
    expect(differences(database.tables, before.tables)).not.toEqual([]);
    const { code, said } = await command(
      running.env,
      ...['scripts/restore.mjs', backup, '--replace-everything']
    );
    expect(code, said).toBe(0);
    expect(differences(database.tables, (await running.facts()).tables)).toEqual([]);
    expect(fileDifferences(files.files, await fileFacts(uploads(running)))).toEqual([]);
    expect(existsSync(`${uploads(running)}.before-restore`)).toBe(false);
  }, 120_000);

  it('refuses an uploads folder that holds something', async () => {
    const place = await prepare('other');
    mkdirSync(uploads(place), { recursive: true });
    writeFileSync(join(uploads(place), 'own.txt'), 'mine');
    const { code, said } = await command(place.env, 'scripts/restore.mjs', backup);
    expect(code).toBe(1);
    expect(said).toContain('uploads is not empty. Nothing was changed.');
    expect(Object.keys((await place.facts()).tables)).toEqual([]);
  }, 60_000);

  it('gives the settings back to a new file, with secrets only where they were asked for', async () => {
    const { settings } = readManifest(backup);
    expect(settings.withSecrets).toBe(true);
    expect(settings.secret).toContain('APP_KEYS');
    expect(settings.plain).toContain('PUBLIC_URL');
    expect(statSync(backup).mode & 0o077).toBe(0);
    expect(statSync(join(backup, 'secrets.env')).mode & 0o077).toBe(0);
    const plain = readFileSync(join(backup, 'settings.env'), 'utf8');
    expect(plain).toContain('PUBLIC_URL=https://km.example.go.th\n');
    for (const name of settings.secret) expect(plain).not.toContain(name);
    expect(readFileSync(join(backup, 'secrets.env'), 'utf8')).toContain(
      `ADMIN_JWT_SECRET='a "secret" with marks'\n`
    );
  });

  it('refuses a backup of which a byte has changed', async () => {
    const place = await prepare('damaged');
    const { database } = readManifest(backup);
    const damaged = `${backup}-damaged`;
    await run('cp', ['-r', backup, damaged]);
    appendFileSync(join(damaged, database.file), 'x');
    const { code, said } = await command(place.env, 'scripts/restore.mjs', damaged);
    expect(code).toBe(1);
    expect(said).toContain('is not the file that was backed up');
    expect(Object.keys((await place.facts()).tables)).toEqual([]);
  }, 60_000);
}

describe('backup and restore on SQLite', () => {
  const Database = createRequire(join(cms, 'package.json'))('better-sqlite3');
  suite(async (name) => {
    const file = join(folder, `${name}.db`);
    return {
      address: file,
      env: { DATABASE_URL: '', DATABASE_FILENAME: file, PUBLIC_DIR: publicDir(name) },
      facts: async () => (existsSync(file) ? sqliteFacts(file) : { tables: {}, tableStep: null }),
      async count(sql) {
        const database = new Database(file, { readonly: true });
        try {
          return database.prepare(sql).get().n;
        } finally {
          database.close();
        }
      },
    };
  });

  it('refuses to replace a database that is in use', async () => {
    const file = join(folder, 'used.db');
    const database = new Database(file);
    try {
      database.pragma('journal_mode = WAL');
      database.exec('create table mine (id integer)');
      const { code, said } = await command(
        { DATABASE_URL: '', DATABASE_FILENAME: file, PUBLIC_DIR: publicDir('used') },
        'scripts/restore.mjs',
        ...[join(publicDir('running'), '..', 'backup'), '--replace-everything']
      );
      expect(code).toBe(1);
      expect(said).toContain('is in use. Stop every server');
      expect(database.prepare('select count(*) as n from mine').get()).toEqual({ n: 0 });
    } finally {
      database.close();
    }
  }, 60_000);
});

describe('backup and restore on PostgreSQL', () => {
  /** @type {Awaited<ReturnType<typeof startPostgres>>} */
  let server;
  beforeAll(async () => {
    server = await startPostgres();
  }, 120_000);
  afterAll(() => server?.stop());

  suite(async (name) => {
    const url = new URL(server.url);
    /** @type {PostgresPlace} */
    const admin = { client: 'postgres', url: url.href, schema: 'public', ssl: false, verify: true };
    await withClient(admin, (client) => client.query(`create database km_${name}`));
    url.pathname = `/km_${name}`;
    const place = { ...admin, url: url.href };
    return {
      address: url.href,
      env: {
        DATABASE_URL: url.href,
        DATABASE_POOL_MIN: '0',
        PUBLIC_DIR: publicDir(`pg-${name}`),
        KM_SEARCH_FILE: join(folder, `pg-${name}`, 'search.db'),
      },
      facts: () => postgresFacts(place),
      count: (sql) =>
        withClient(place, async (client) => Number((await client.query(sql)).rows[0].n)),
    };
  });
});
