import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { Core } from '@strapi/types';

/** A secret nobody can guess: 32 bytes as 43 signs that are safe in an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: whoever reads the database cannot use it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whether two texts are the same, without telling by time where they differ. */
export function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** A seal over a text that only this installation can make; instances share it. */
export function sealOf(strapi: Core.Strapi, purpose: string, text: string): string {
  return sealsOf(strapi, purpose, text)[0] as string;
}

/** The same with every key, the present one first: by these an older seal is found again. */
export function sealsOf(strapi: Core.Strapi, purpose: string, text: string): string[] {
  return keysOf(strapi, purpose).map((key) =>
    createHmac('sha256', key).update(text).digest('base64url')
  );
}

/** A text nobody can read without the keys of the application (`APP_KEYS`). */
export function lock(strapi: Core.Strapi, purpose: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keysOf(strapi, purpose)[0] as Buffer, nonce);
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString('base64');
}

/** The text of {@link lock}; null where no key of the application opens it. */
export function unlock(strapi: Core.Strapi, purpose: string, locked: string): string | null {
  const bytes = Buffer.from(locked, 'base64');
  for (const key of keysOf(strapi, purpose)) {
    try {
      const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      opener.setAuthTag(bytes.subarray(12, 28));
      return opener.update(bytes.subarray(28), undefined, 'utf8') + opener.final('utf8');
    } catch {
      // A key that has been replaced: the next one may have locked it.
    }
  }
  return null;
}

/** The first key locks; the others open what was locked before the keys were changed. */
function keysOf(strapi: Core.Strapi, purpose: string): Buffer[] {
  const keys = strapi.config.get<string[]>('server.app.keys');
  return keys.map((key) => Buffer.from(hkdfSync('sha256', key, 'km', purpose, 32)));
}
