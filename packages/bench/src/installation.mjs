import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Where the reference installation is, and what serves it. */
export const cms = dirname(require.resolve('@km-laas/cms/package.json'));
export const cmsServer = join(cms, 'server.mjs');

/**
 * What an installation of its own is started with: everything in one folder, or in a database.
 *
 * @param {string} folder
 * @param {string} url - Of PostgreSQL; empty for SQLite.
 * @returns {Record<string, string>}
 */
export function environmentIn(folder, url = '') {
  mkdirSync(join(folder, 'public', 'uploads'), { recursive: true });
  return {
    DATABASE_URL: url,
    DATABASE_FILENAME: join(folder, 'data.db'),
    PUBLIC_DIR: join(folder, 'public'),
    KM_SEARCH_FILE: join(folder, 'search.db'),
    NODE_ENV: 'production',
    APP_KEYS: 'bench-key-1,bench-key-2',
    API_TOKEN_SALT: 'bench',
    ADMIN_JWT_SECRET: 'bench',
    JWT_SECRET: 'bench',
    TRANSFER_TOKEN_SALT: 'bench',
    ENCRYPTION_KEY: 'bench-key-bench-key-bench-key-bench-key',
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
}

/**
 * Boots the reference installation in this process, without a server.
 *
 * @param {Record<string, string>} environment
 */
export async function bootInstallation(environment) {
  Object.assign(process.env, environment);
  process.chdir(cms);
  const { createStrapi } = require('@strapi/strapi');
  const app = createStrapi({
    appDir: cms,
    distDir: join(cms, 'dist'),
    autoReload: false,
    serveAdminPanel: false,
  });
  app.log.level = 'error';
  return app.load();
}

/**
 * Makes a database of its own on a PostgreSQL server; answers its address.
 *
 * @param {string} server
 */
export async function createDatabase(server) {
  const name = `km_bench_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
}

/**
 * @param {string} server
 * @param {string} made - Address of the database.
 */
export async function dropDatabase(server, made) {
  await onServer(server, `drop database if exists ${new URL(made).pathname.slice(1)} with (force)`);
}

/**
 * @param {string} server
 * @param {string} statement
 */
async function onServer(server, statement) {
  const knex = require('knex')({ client: 'pg', connection: server });
  try {
    await knex.raw(statement);
  } finally {
    await knex.destroy();
  }
}
