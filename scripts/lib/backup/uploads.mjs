import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { copyFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** @typedef {import('./manifest.mjs').Manifest['uploads']['files']} FileFacts */

/** @param {string} file */
export async function sha256Of(file) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

/**
 * Paths of all files below a folder, with `/` between names.
 *
 * @param {string} folder
 */
export function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.gitkeep')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/**
 * Copies the files that the other folder has not got yet. An uploaded file never changes, so one
 * that is there already is the same; one that vanishes meanwhile was deleted by an editor.
 *
 * @param {string} from
 * @param {string} to
 */
export async function copyMissing(from, to) {
  for (const path of filesIn(from)) {
    const target = join(to, path);
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    try {
      await copyFile(join(from, path), target);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
    }
  }
}

/**
 * @param {string} folder
 * @returns {Promise<FileFacts>}
 */
export async function fileFacts(folder) {
  /** @type {FileFacts} */
  const facts = {};
  for (const path of filesIn(folder)) {
    const file = join(folder, path);
    facts[path] = { bytes: (await stat(file)).size, sha256: await sha256Of(file) };
  }
  return facts;
}

/**
 * Names every file that is not as it was when the backup was made.
 *
 * @param {FileFacts} wanted
 * @param {FileFacts} found
 */
export function fileDifferences(wanted, found) {
  return [...new Set([...Object.keys(wanted), ...Object.keys(found)])].sort().flatMap((path) => {
    if (!wanted[path]) return [`${path} is there and was not`];
    if (!found[path]) return [`${path} is missing`];
    return wanted[path].sha256 === found[path].sha256 ? [] : [`${path} is another file`];
  });
}

/**
 * Fills the folder from a backup; what was there is set aside until the caller has looked.
 *
 * @param {string} from
 * @param {string} folder
 * @returns {Promise<{keep(): void, undo(): void}>}
 */
export async function replaceUploads(from, folder) {
  const aside = `${folder}.before-restore`;
  // An empty folder may be where a disk is mounted, which cannot be moved.
  const wasThere = filesIn(folder).length > 0;
  if (wasThere) renameSync(folder, aside);
  mkdirSync(folder, { recursive: true });
  await copyMissing(from, folder);
  return {
    keep: () => rmSync(aside, { recursive: true, force: true }),
    undo() {
      rmSync(folder, { recursive: true, force: true });
      if (wasThere) renameSync(aside, folder);
    },
  };
}
