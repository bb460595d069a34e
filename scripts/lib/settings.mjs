import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cms, state } from './paths.mjs';

const secret = () => randomBytes(32).toString('base64');

/** Writes `cms/.env` with random secrets, once; an existing file is never touched. */
export function writeEnvironment() {
  const file = join(cms, '.env');
  if (existsSync(file)) return false;
  const lines = [
    '# Secrets of this installation, made at the first start. Keep them; never commit them.',
    `APP_KEYS=${secret()},${secret()}`,
    `API_TOKEN_SALT=${secret()}`,
    `ADMIN_JWT_SECRET=${secret()}`,
    `TRANSFER_TOKEN_SALT=${secret()}`,
    `ENCRYPTION_KEY=${secret()}`,
    '',
  ];
  writeFileSync(file, lines.join('\n'), { mode: 0o600 });
  return true;
}

/** Takes the settings of `cms/.env` that the environment does not give already, as Strapi does. */
export function loadEnvironment() {
  const file = join(cms, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** What seeding prints when it made the first accounts. */
export const accountsMade = 'First accounts made.';

/**
 * @typedef {{email: string, password: string}} Login
 * @typedef {{editor: Login, admin: Login}} Logins
 */

/** Where the local logins are kept, readable by their owner alone. */
export const loginFile = join(state, 'login.json');

/** @returns {Logins | null} The logins made at an earlier start. */
export function readLogins() {
  return existsSync(loginFile) ? JSON.parse(readFileSync(loginFile, 'utf8')) : null;
}

/** Makes the random logins of a new installation and keeps them in the ignored file. */
export function makeLogins() {
  /** @type {Logins} */
  const logins = {
    editor: { email: 'editor@km.example', password: password() },
    admin: { email: 'admin@km.example', password: password() },
  };
  mkdirSync(state, { recursive: true });
  writeFileSync(loginFile, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
  return logins;
}

/** 16 characters without look-alikes, with the kinds Strapi demands. */
function password() {
  const alphabet = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const characters = Array.from({ length: 13 }, () => alphabet[randomInt(alphabet.length)]);
  return `${characters.join('')}Ka7`;
}
