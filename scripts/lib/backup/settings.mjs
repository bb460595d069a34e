import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { cms } from '../paths.mjs';

/** Settings that tell nobody anything. Whatever is not named here is treated as a secret. */
const plainNames = new Set([
  'ALLOWED_ORIGINS',
  'DATABASE_CONNECTION_TIMEOUT',
  'DATABASE_FILENAME',
  'DATABASE_POOL_MAX',
  'DATABASE_POOL_MIN',
  'DATABASE_READ_LAG_MS',
  'DATABASE_SCHEMA',
  'DATABASE_SSL',
  'DATABASE_SSL_REJECT_UNAUTHORIZED',
  'HOST',
  'KM_CACHE_BYTES',
  'KM_CHECK_PRIVATE_PAGES',
  'KM_FRONT',
  'KM_SEARCH_FILE',
  'MEDIA_ORIGINS',
  'PORT',
  'PUBLIC_DIR',
  'PUBLIC_URL',
  'S3_BUCKET',
  'S3_ENDPOINT',
  'S3_PATH_STYLE',
  'S3_PUBLIC_URL',
  'S3_REGION',
  'STARTUP_LOG',
  'TRUSTED_PROXIES',
  'UPLOAD_LIMIT_BYTES',
]);

/**
 * The settings in force, apart by whether they may be seen: those of `cms/.env`, and those of the
 * same names, or of the names an installation must have, that the environment gives.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {{plain: Record<string, string>, secret: Record<string, string>}}
 */
export function settingsOf(env) {
  const written = (/** @type {string} */ file) =>
    existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const own = written(join(cms, '.env'));
  // Commented-out lines of the example name what else there is to set.
  const known = readFileSync(join(cms, '.env.example'), 'utf8').matchAll(
    /^#? ?([A-Z][A-Z0-9_]+)=/gm
  );
  const names = new Set([...Object.keys(own), ...[...known].map(([, name]) => name ?? '')]);
  /** @type {{plain: Record<string, string>, secret: Record<string, string>}} */
  const settings = { plain: {}, secret: {} };
  for (const name of [...names].sort()) {
    const value = env[name] ?? own[name];
    if (value) settings[plainNames.has(name) ? 'plain' : 'secret'][name] = value;
  }
  return settings;
}

/**
 * Lines of an `.env` file.
 *
 * @param {Record<string, string>} settings
 */
export function envText(settings) {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${quoted(value)}\n`)
    .join('');
}

/** @param {string} value */
function quoted(value) {
  if (/^[\w.,:/@%+=-]*$/.test(value)) return value;
  const mark = ["'", '"', '`'].find((each) => !value.includes(each));
  if (!mark) throw new Error('A setting holds every kind of quotation mark and cannot be kept.');
  return `${mark}${value}${mark}`;
}
