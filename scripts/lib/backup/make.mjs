import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { installationOf, ownVersions } from './installation.mjs';
import { dumpPostgres } from './postgres.mjs';
import { envText, settingsOf } from './settings.mjs';
import { copySqlite, sqliteFacts } from './sqlite.mjs';
import { copyMissing, fileFacts, sha256Of } from './uploads.mjs';

/** @typedef {import('./manifest.mjs').Manifest} Manifest */

/**
 * Backs an installation up into a new folder while its servers run. The folder gets its name when
 * it is whole, so a backup that broke off is never taken for one.
 *
 * @param {string} folder
 * @param {{env?: NodeJS.ProcessEnv, withSecrets?: boolean}} [options]
 * @returns {Promise<Manifest>}
 */
export async function makeBackup(folder, { env = process.env, withSecrets = false } = {}) {
  if (existsSync(folder)) throw new Error(`${folder} is there already.`);
  const installation = installationOf(env);
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  // Entries and password hashes of members are in it: its owner's alone.
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  try {
    const manifest = await fill(partial, installation, env, withSecrets);
    writeFileSync(join(partial, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    for (const name of readdirSync(partial, { withFileTypes: true })) {
      chmodSync(join(partial, name.name), name.isDirectory() ? 0o700 : 0o600);
    }
    mkdirSync(dirname(folder), { recursive: true });
    renameSync(partial, folder);
    return manifest;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {import('./installation.mjs').Installation} installation
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} withSecrets
 * @returns {Promise<Manifest>}
 */
async function fill(folder, { database, uploads }, env, withSecrets) {
  const madeAt = new Date().toISOString();
  const files = join(folder, 'uploads');
  // Before the database and once more after it: whatever its rows name was there at one of both.
  if (uploads) await copyMissing(uploads, files);
  const name = database.client === 'sqlite' ? 'database.db' : 'database.dump';
  const file = join(folder, name);
  let facts;
  if (database.client === 'sqlite') {
    await copySqlite(database.file, file);
    facts = sqliteFacts(file);
  } else {
    facts = await dumpPostgres(database, file);
  }
  if (uploads) await copyMissing(uploads, files);

  const settings = settingsOf(env);
  writeFileSync(join(folder, 'settings.env'), envText(settings.plain), { mode: 0o600 });
  if (withSecrets) {
    writeFileSync(join(folder, 'secrets.env'), envText(settings.secret), { mode: 0o600 });
  }
  return {
    format: 1,
    madeAt,
    versions: ownVersions(),
    database: {
      client: database.client,
      schema: database.client === 'postgres' ? database.schema : null,
      file: name,
      sha256: await sha256Of(file),
      ...facts,
    },
    uploads: { kept: uploads ? 'here' : 'elsewhere', files: await fileFacts(files) },
    settings: {
      plain: Object.keys(settings.plain),
      secret: Object.keys(settings.secret),
      withSecrets,
    },
  };
}

/**
 * Deletes all but the newest backups beside one another.
 *
 * @param {string} folder - Where backups of the names this command gives lie.
 * @param {number} keep
 * @returns {string[]} What was deleted.
 */
export function pruneBackups(folder, keep) {
  const old = readdirSync(folder)
    .filter((name) => /^km-\d{8}T\d{6}Z$/.test(name))
    .filter((name) => existsSync(join(folder, name, 'manifest.json')))
    .sort()
    .reverse()
    .slice(keep);
  for (const name of old) rmSync(join(folder, name), { recursive: true });
  return old;
}
