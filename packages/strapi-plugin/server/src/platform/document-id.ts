import { randomInt } from 'node:crypto';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const signs = `${letters}0123456789`;

/** An identity of the shape of Strapi's documentId, for rows of our own tables; it cannot be guessed. */
export function newDocumentId(): string {
  let id = letters[randomInt(letters.length)] as string;
  while (id.length < 24) id += signs[randomInt(signs.length)];
  return id;
}
