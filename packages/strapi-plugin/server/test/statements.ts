import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/types';
import { readSideOf } from '../src/platform/replica';

const ownWork = new AsyncLocalStorage<true>();

/**
 * The SQL a piece of work sends, be it done here or by the server for requests made meanwhile. What
 * the server does of its own accord at the same time (looking for imports, feeding the search index,
 * telling webhooks) belongs to no request and is not counted.
 */
export async function statementsOf(
  strapi: Core.Strapi,
  work: () => Promise<unknown>
): Promise<string[]> {
  const statements: string[] = [];
  const listen = ({ sql }: { sql: string }): void => {
    if (ownWork.getStore() || strapi.requestContext.get()) statements.push(sql);
  };
  const doors = new Set([strapi.db.connection, readSideOf(strapi).db.connection]);
  for (const door of doors) door.on('query', listen);
  try {
    await ownWork.run(true, work);
    return statements;
  } finally {
    for (const door of doors) door.off('query', listen);
  }
}
