import type { Core } from '@strapi/types';
import { tableNamed } from '../content/tables';
import { problemOfStatus } from '../platform/problem';

/** Whoever wrote a post, which never changes. @throws {ProblemError} 404 where there is none. */
export async function authorOf(
  strapi: Core.Strapi,
  kind: 'thread' | 'reply',
  id: string
): Promise<string> {
  const table = kind === 'thread' ? 'km_threads' : 'km_replies';
  const row = (await tableNamed(strapi, table).where({ id }).first('author_id')) as
    { author_id: string } | undefined;
  if (!row) throw problemOfStatus(404);
  return row.author_id;
}
