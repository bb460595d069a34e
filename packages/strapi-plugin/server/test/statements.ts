import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/types';
import { readSideOf } from '../src/platform/replica';

const ownWork = new AsyncLocalStorage<true>();

/**
 * The SQL a piece of work sends, be it done here or by the server for requests made meanwhile. What
 * the server does of its own accord at the same time (looking for imports, feeding the search index,
 * telling webhooks) belongs to no request and is not counted.
 *
 * @param options.ofServer - False where the work asks no server: what an earlier request left to do
 *   (a mail, a count) is then not counted either.
 */
export async function statementsOf(
  strapi: Core.Strapi,
  work: () => Promise<unknown>,
  { ofServer = true } = {}
): Promise<string[]> {
  const statements: string[] = [];
  const listen = ({ sql }: { sql: string }): void => {
    if (ownWork.getStore() || (ofServer && strapi.requestContext.get())) statements.push(sql);
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
