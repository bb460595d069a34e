import type { Core } from '@strapi/types';

/**
 * Lets everything else that waits have its turn. A statement of SQLite holds the event loop, and
 * awaiting it does not let go: what writes much breathes in between.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Has Strapi's own work breathe on SQLite too: a publish is a hundred statements that let nobody
 * else have a turn, and readers would wait for all of them.
 */
export function breatheBetweenStatements(strapi: Core.Strapi): void {
  if (strapi.db.dialect.client === 'sqlite') strapi.db.lifecycles.subscribe(breathe);
}
