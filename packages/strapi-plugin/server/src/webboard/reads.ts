import type {
  DocumentRef,
  Reply,
  ReplyQuery,
  Thread,
  ThreadListItem,
  ThreadQuery,
} from '@km-laas/contract';
import { generalTopic } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { whereAppliesTo, whereText } from '../content/filters';
import { tableNamed } from '../content/tables';
import { loadTopicTree, topicIdsAsked } from '../content/topics';
import { authorsOf } from '../member';
import { attachmentsOf } from './attachments/store';
import { adaptReply, adaptThread, adaptThreadListItem, type Looked } from './dto';
import { listColumns, type ReplyRow, type ThreadRow } from './rows';

/** Threads readers see, in the order asked for; pinned ones stand first where time orders them. */
export async function listThreads(
  strapi: Core.Strapi,
  query: ThreadQuery
): Promise<{ data: ThreadListItem[]; total: number }> {
  const tree = await loadTopicTree(strapi);
  const topicIds = query.topic === generalTopic ? [0] : topicIdsAsked(tree, query.topic);
  const narrow = (items: Knex.QueryBuilder) => {
    if (topicIds) items.whereIn('item.topic_id', topicIds);
    if (query.kind) items.where('item.kind', query.kind);
    if (query.state) items.where('item.board_state', query.state);
    whereAppliesTo(items, query.appliesTo);
    return items;
  };
  const items = narrow(tableNamed(strapi, 'km_threads as item').where('item.state', 'shown'));
  whereText(items, query.q);
  inOrder(items, query.sort);
  const rows = (await items
    .select(
      ...listColumns.map((column) => `item.${column}`),
      strapi.db.connection.raw('substr(item.plain, 1, 800) as plain')
    )
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)) as ThreadRow[];
  const author = await authorsOf(
    strapi,
    rows.flatMap(({ author_id, last_reply_author: last }) => [author_id, ...(last ? [last] : [])])
  );
  const looked: Looked = { author, topic: (id) => tree.refTo(id) };
  return {
    data: rows.map((row) => adaptThreadListItem(row, looked)),
    total: await totalOf(strapi, query, narrow),
  };
}

function inOrder(items: Knex.QueryBuilder, sort: ThreadQuery['sort']): void {
  if (sort === 'unanswered') {
    items.where({ 'item.kind': 'question', 'item.reply_count': 0 }).orderBy('item.created_at');
  } else if (sort === 'helpful') {
    items.orderBy('item.same_problem_count', 'desc');
  } else {
    const time = sort === 'latest' ? 'item.created_at' : 'item.last_activity_at';
    items.orderBy([
      { column: 'item.pinned', order: 'desc' },
      { column: time, order: 'desc' },
    ]);
  }
  items.orderBy('item.id', sort === 'unanswered' ? 'asc' : 'desc');
}

/** Without words to look for, totals are kept; nothing is counted. */
async function totalOf(
  strapi: Core.Strapi,
  query: ThreadQuery,
  narrow: (items: Knex.QueryBuilder) => Knex.QueryBuilder
): Promise<number> {
  if (query.q === undefined && query.sort !== 'unanswered') {
    const [sum] = (await narrow(tableNamed(strapi, 'km_thread_counts as item')).sum({
      total: 'item.threads',
    })) as { total: number | string | null }[];
    return Number(sum?.total ?? 0);
  }
  const counted = narrow(tableNamed(strapi, 'km_threads as item').where('item.state', 'shown'));
  whereText(counted, query.q);
  if (query.sort === 'unanswered') {
    counted.where({ 'item.kind': 'question', 'item.reply_count': 0 });
  }
  const [count] = (await counted.count({ total: 'item.id' })) as { total: number | string }[];
  return Number(count?.total ?? 0);
}

/** One thread with its accepted answer; null where readers see none. */
export async function getThread(strapi: Core.Strapi, id: string): Promise<Thread | null> {
  const row = (await tableNamed(strapi, 'km_threads').where({ id }).first()) as
    ThreadRow | undefined;
  if (!row || (row.state !== 'shown' && row.state !== 'merged')) return null;
  const tree = await loadTopicTree(strapi);
  const accepted = row.accepted_reply
    ? ((await tableNamed(strapi, 'km_replies')
        .where({ id: row.accepted_reply, state: 'shown' })
        .first()) as ReplyRow | undefined)
    : undefined;
  const author = await authorsOf(strapi, authorIdsOf([row, ...(accepted ? [accepted] : [])]));
  const looked: Looked = { author, topic: (topicId) => tree.refTo(topicId) };
  const files = await attachmentsOf(strapi, [id]);
  const [acceptedReply = null] = accepted ? await adaptReplies(strapi, row, [accepted]) : [];
  return adaptThread(row, looked, {
    attachments: files(id),
    acceptedReply,
    mergedInto: row.merged_into ? await threadRef(strapi, row.merged_into) : null,
    faq: row.faq_id ? await faqRef(strapi, row.faq_id) : null,
  });
}

/** A page of a thread's replies in the order they came; null where readers see no such thread. */
export async function listReplies(
  strapi: Core.Strapi,
  id: string,
  { page, pageSize }: ReplyQuery
): Promise<{ data: Reply[]; total: number } | null> {
  // Of a thread that is in another one there are none; its page leads to the other.
  const thread = (await tableNamed(strapi, 'km_threads')
    .where({ id })
    .whereIn('state', ['shown', 'merged'])
    .first()) as ThreadRow | undefined;
  if (!thread) return null;
  // Numbers have no gaps, so a page is a stretch of them, however long the thread is.
  const first = (page - 1) * pageSize;
  const rows = (await tableNamed(strapi, 'km_replies')
    .where({ thread_id: id })
    .where('number', '>', first)
    .where('number', '<=', first + pageSize)
    .orderBy('number')) as ReplyRow[];
  return { data: await adaptReplies(strapi, thread, rows), total: thread.last_number };
}

/** Replies of one thread as readers see them. */
export async function adaptReplies(
  strapi: Core.Strapi,
  thread: Pick<ThreadRow, 'accepted_reply'>,
  rows: readonly ReplyRow[]
): Promise<Reply[]> {
  const quotes = rows.flatMap(({ quote_id: quote }) => (quote ? [quote] : []));
  const quotedRows = (
    quotes.length > 0
      ? await tableNamed(strapi, 'km_replies')
          .whereIn('id', quotes)
          .where({ state: 'shown' })
          .select('id', 'number', 'author_id')
      : []
  ) as Pick<ReplyRow, 'id' | 'number' | 'author_id'>[];
  const quoted = new Map(quotedRows.map((row) => [row.id, row]));
  const author = await authorsOf(strapi, [...authorIdsOf(rows), ...authorIdsOf(quotedRows)]);
  const withFiles = rows.filter(({ attachment_count: count }) => count > 0);
  const files = await attachmentsOf(
    strapi,
    withFiles.map(({ id }) => id)
  );
  return rows.map((row) => {
    const source = row.quote_id ? quoted.get(row.quote_id) : undefined;
    return adaptReply(
      row,
      { author, topic: () => null },
      {
        attachments: files(row.id),
        acceptedReply: thread.accepted_reply,
        quoted: source?.number ? { number: source.number, authorId: source.author_id } : null,
      }
    );
  });
}

function authorIdsOf(
  rows: readonly { author_id: string; mentions?: string; last_reply_author?: string | null }[]
) {
  return rows.flatMap(({ author_id, mentions, last_reply_author: last }) => [
    author_id,
    ...(mentions ? (JSON.parse(mentions) as string[]) : []),
    ...(last ? [last] : []),
  ]);
}

async function threadRef(strapi: Core.Strapi, id: string): Promise<DocumentRef | null> {
  const row = (await tableNamed(strapi, 'km_threads')
    .where({ id, state: 'shown' })
    .first('id', 'title')) as DocumentRef | undefined;
  return row ? { id: row.id, title: row.title } : null;
}

async function faqRef(strapi: Core.Strapi, documentId: string): Promise<DocumentRef | null> {
  const row = (await strapi.db.query('plugin::km.faq').findOne({
    select: ['documentId', 'question'],
    where: { documentId, publishedAt: { $notNull: true } },
  })) as { documentId: string; question: string } | null;
  return row ? { id: row.documentId, title: row.question } : null;
}
