import { randomInt } from 'node:crypto';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** An id of the shape of Strapi's documentIds, which nobody guesses. */
export function newId(): string {
  return Array.from({ length: 24 }, () => letters[randomInt(letters.length)]).join('');
}
