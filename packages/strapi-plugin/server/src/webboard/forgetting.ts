import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { tableNamed } from '../content/tables';
import { tablesIn } from '../editorial/ambient-table';
import { nobody } from '../member';
import { queueForSearch } from '../platform/search-queue';
import { revisionsOf } from '../platform/revisions';
import type { PostRow, ReplyRow, ThreadRow } from './rows';

/**
 * Takes a member out of the board, in the transaction that deletes the account: what they wrote
 * stays without a name, for its answers would mean nothing without it; votes, follows and files not
 * sent go. The law's log stays as it is.
 */
export async function forgetMember(
  strapi: Core.Strapi,
  memberId: string,
  trx: Knex.Transaction
): Promise<void> {
  const tables = tablesIn(strapi, trx);
  for (const table of ['km_follows', 'km_thread_reads']) {
    await tables(table).where({ member_id: memberId }).delete();
  }
  await tables('km_reports').where({ reporter_id: memberId }).update({ reporter_id: null });
  // What waits for a moderator nobody has read; earlier wordings nobody needs any more.
  const own = { author_id: memberId };
  for (const table of ['km_threads', 'km_replies']) {
    const ids = tables(table).where(own).select('id');
    await tables('km_post_history').whereIn('post_id', ids).delete();
    await tables(table)
      .where({ ...own, state: 'held' })
      .update({ state: 'deleted', held_reason: null, body: '', body_html: '', plain: '' });
  }
  const loose = tables('km_attachments').where({ owner_id: memberId }).whereNull('post_id');
  await tables('km_attachment_parts').whereIn('attachment_id', loose.clone().select('id')).delete();
  await loose.delete();
  await unname(tables, 'km_threads', memberId);
  await unname(tables, 'km_replies', memberId);
  await queueForSearch(strapi, [{ service: 'thread' }]);
  await revisionsOf(strapi).raise(['thread']);
}

/** Posts of others that name the member no longer do. */
async function unname(
  tables: (name: string) => Knex.QueryBuilder,
  table: 'km_threads' | 'km_replies',
  memberId: string
): Promise<void> {
  const rows = (await tables(table)
    .where('body_html', 'like', `%data-km-member="${memberId}"%`)
    .select('id', 'body', 'body_html', 'plain')) as PostRow[];
  for (const { id, body, body_html: html, plain } of rows) {
    const mention = new RegExp(`<span data-km-member="${memberId}">(@[^<]*)</span>`, 'g');
    const names = [...html.matchAll(mention)].map(([, name]) => unescapeHtml(name ?? ''));
    const link = new RegExp(`\\[[^\\]]*\\]\\(member:${memberId}\\)`, 'g');
    const nameless = `@${nobody.displayName}`;
    await tables(table)
      .where({ id })
      .update({
        body: body.replace(link, nameless),
        body_html: html.replace(mention, nameless),
        plain: names.reduce((text, name) => text.replaceAll(name, nameless), plain),
        ...(table === 'km_replies' && { mentions: '[]' }),
      });
  }
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** What a member wrote, to take home. */
export async function postsOfMember(
  strapi: Core.Strapi,
  memberId: string
): Promise<Record<string, readonly object[]>> {
  const own = (table: string) =>
    tableNamed(strapi, table).where({ author_id: memberId }).orderBy('created_at');
  const threads = (await own('km_threads')) as ThreadRow[];
  const replies = (await own('km_replies')) as ReplyRow[];
  return {
    threads: threads.map(({ id, title, body, state, created_at: createdAt }) => ({
      id,
      title,
      body,
      state,
      createdAt,
    })),
    replies: replies.map(({ id, thread_id: thread, body, state, created_at: createdAt }) => ({
      id,
      thread,
      body,
      state,
      createdAt,
    })),
  };
}
