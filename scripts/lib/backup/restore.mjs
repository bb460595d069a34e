import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { installationOf, ownVersions, searchFileOf } from './installation.mjs';
import { differences, readManifest } from './manifest.mjs';
import { isPostgresEmpty, postgresFacts, replacePostgres } from './postgres.mjs';
import { isSqliteEmpty, replaceSqlite, sqliteFacts } from './sqlite.mjs';
import { fileDifferences, fileFacts, filesIn, replaceUploads, sha256Of } from './uploads.mjs';

/** @typedef {import('./manifest.mjs').Manifest} Manifest */
/** @typedef {import('./installation.mjs').Installation} Installation */

/** The word that allows a restore to take the place of what is there. */
export const word = '--replace-everything';

/**
 * Puts a backup in the place the settings name, and compares every table and file with what the
 * backup says of itself. Whatever goes wrong, what was there before is there again.
 *
 * @param {string} folder
 * @param {{env?: NodeJS.ProcessEnv, replaceEverything?: boolean, settingsFile?: string | undefined}} [options]
 *   `settingsFile` gets the settings of the backup; it must not exist.
 * @returns {Promise<Manifest>}
 */
export async function restoreBackup(
  folder,
  { env = process.env, replaceEverything = false, settingsFile } = {}
) {
  const manifest = readManifest(folder);
  const installation = installationOf(env);
  await assertWhole(folder, manifest);
  assertFits(manifest, installation);
  if (!replaceEverything) await assertEmpty(installation);
  if (settingsFile) writeSettings(folder, settingsFile);

  const { database, uploads } = installation;
  const files =
    uploads && manifest.uploads.kept === 'here'
      ? await replaceUploads(join(folder, 'uploads'), uploads)
      : null;
  try {
    const source = join(folder, manifest.database.file);
    const rows =
      database.client === 'sqlite'
        ? replaceSqlite(source, database.file)
        : await replacePostgres(source, database);
    try {
      await assertSame(manifest, installation);
    } catch (error) {
      await rows.undo();
      throw error;
    }
    await rows.keep();
  } catch (error) {
    files?.undo();
    throw error;
  }
  files?.keep();
  forgetSearch(searchFileOf(installation, env));
  return manifest;
}

/**
 * @param {string} folder
 * @param {Manifest} manifest
 */
async function assertWhole(folder, { database, uploads }) {
  const file = join(folder, database.file);
  if (!existsSync(file) || (await sha256Of(file)) !== database.sha256) {
    throw new Error(`${file} is not the file that was backed up. Take another backup.`);
  }
  const wrong = fileDifferences(uploads.files, await fileFacts(join(folder, 'uploads')));
  if (wrong.length > 0) {
    throw new Error(`The backup is damaged: ${wrong.slice(0, 5).join('; ')}. Take another one.`);
  }
}

/**
 * @param {Manifest} manifest
 * @param {Installation} installation
 */
function assertFits({ versions, database, uploads }, installation) {
  const own = ownVersions();
  if (isNewer(versions.km, own.km)) {
    throw new Error(
      `The backup was made by release ${versions.km}; this is ${own.km}. Install ${versions.km} or a later one.`
    );
  }
  const here = installation.database;
  if (database.client !== here.client) {
    throw new Error(
      `The backup is of ${database.client} and DATABASE_URL leads to ${here.client}. A backup goes back into the kind of database it came from.`
    );
  }
  if (here.client === 'postgres' && here.schema !== database.schema) {
    throw new Error(
      `The backup is of the schema ${database.schema}; set DATABASE_SCHEMA to it, not to ${here.schema}.`
    );
  }
  if ((uploads.kept === 'here') !== (installation.uploads !== null)) {
    throw new Error(
      uploads.kept === 'here'
        ? 'The backup holds uploaded files and S3_BUCKET is set. Restore without it, or copy the files into the bucket and restore a backup without files.'
        : 'Uploaded files of this backup are in an S3 bucket: set S3_BUCKET to it.'
    );
  }
}

/**
 * @param {string} one
 * @param {string} other
 */
function isNewer(one, other) {
  return one.localeCompare(other, 'en', { numeric: true }) > 0;
}

/** @param {Installation} installation */
async function assertEmpty({ database, uploads }) {
  const isEmpty =
    database.client === 'sqlite' ? isSqliteEmpty(database.file) : await isPostgresEmpty(database);
  const place = database.client === 'sqlite' ? database.file : 'The database of DATABASE_URL';
  if (!isEmpty) throw new Error(`${place} is not empty. ${howToReplace}`);
  if (uploads && filesIn(uploads).length > 0) {
    throw new Error(`${uploads} is not empty. ${howToReplace}`);
  }
}

const howToReplace = `Nothing was changed. To lose what is there and put the backup in its place, say ${word}.`;

/**
 * @param {Manifest} manifest
 * @param {Installation} installation
 */
async function assertSame(manifest, { database, uploads }) {
  const { tables } =
    database.client === 'sqlite' ? sqliteFacts(database.file) : await postgresFacts(database);
  const wrong = [
    ...differences(manifest.database.tables, tables),
    ...(uploads ? fileDifferences(manifest.uploads.files, await fileFacts(uploads)) : []),
  ];
  if (wrong.length > 0) {
    throw new Error(
      `What was restored is not what was backed up: ${wrong.slice(0, 5).join('; ')}. What was there before is there again.`
    );
  }
}

/**
 * @param {string} folder
 * @param {string} file
 */
function writeSettings(folder, file) {
  const read = (/** @type {string} */ name) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
  writeFileSync(file, read('settings.env') + read('secrets.env'), { mode: 0o600, flag: 'wx' });
}

/**
 * Deletes every index file of this machine: `search.db`, `search-2.db` and what lies beside them.
 *
 * @param {string} path
 */
function forgetSearch(path) {
  if (!existsSync(dirname(path))) return;
  const ending = extname(path);
  const stem = basename(path, ending);
  for (const name of readdirSync(dirname(path))) {
    const isIndex =
      name.startsWith(stem) && /^(?:-\d+)?$/.test(name.slice(stem.length).split(ending)[0] ?? '');
    if (isIndex && name.includes(ending)) rmSync(join(dirname(path), name), { force: true });
  }
}
