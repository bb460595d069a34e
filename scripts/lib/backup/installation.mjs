import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { cms, root } from '../paths.mjs';

const require = createRequire(join(cms, 'package.json'));

/**
 * Where an installation keeps what must survive it.
 *
 * @typedef {object} Installation
 * @property {SqlitePlace | PostgresPlace} database
 * @property {string | null} uploads - Folder of uploaded files; null where a store elsewhere keeps them.
 */
/** @typedef {{client: 'sqlite', file: string}} SqlitePlace */
/** @typedef {{client: 'postgres', url: string, schema: string, ssl: boolean, verify: boolean}} PostgresPlace */

/**
 * The installation that settings describe, as `cms/config` reads them.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Installation}
 */
export function installationOf(env) {
  const isOn = (/** @type {string | undefined} */ value, /** @type {boolean} */ otherwise) =>
    value === undefined || value === '' ? otherwise : value === 'true';
  return {
    database: env.DATABASE_URL
      ? {
          client: 'postgres',
          url: env.DATABASE_URL,
          schema: env.DATABASE_SCHEMA || 'public',
          ssl: isOn(env.DATABASE_SSL, false),
          verify: isOn(env.DATABASE_SSL_REJECT_UNAUTHORIZED, true),
        }
      : { client: 'sqlite', file: resolve(cms, env.DATABASE_FILENAME || '.tmp/data.db') },
    uploads: env.S3_BUCKET ? null : resolve(cms, env.PUBLIC_DIR || './public', 'uploads'),
  };
}

/** The releases this checkout runs, which an archive is stamped with. */
export function ownVersions() {
  const versionOf = (/** @type {string} */ file) =>
    /** @type {string} */ (JSON.parse(readFileSync(file, 'utf8')).version);
  return {
    km: versionOf(join(root, 'packages', 'strapi-plugin', 'package.json')),
    strapi: versionOf(require.resolve('@strapi/strapi/package.json')),
    node: process.versions.node,
  };
}

/**
 * Files of this server's search index. They are not kept: a server that has none makes one anew,
 * and one that is ahead of a restored database would never notice.
 *
 * @param {Installation} installation
 * @param {NodeJS.ProcessEnv} env
 */
export function searchFileOf({ database }, env) {
  if (env.KM_SEARCH_FILE) return resolve(cms, env.KM_SEARCH_FILE);
  return join(
    database.client === 'sqlite' ? dirname(database.file) : join(cms, '.tmp'),
    'search.db'
  );
}
