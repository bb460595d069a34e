import type { HeldReason, PublicAuthor, ReportReason } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { tableNamed } from '../content/tables';
import { authorsOf } from '../member';
import { attachmentsOf } from './attachments/store';
import type { PostState, ReplyRow, ThreadRow } from './rows';

/** A post a moderator is to look at. */
export interface QueueItem {
  kind: 'thread' | 'reply';
  id: string;
  thread: string;
  title: string;
  bodyHtml: string;
  errorMessage: string | null;
  state: PostState;
  heldReason: HeldReason | null;
  author: PublicAuthor & { approvedPosts: number; state: string | null };
  attachments: { id: string; name: string; kind: string }[];
  reports: { reason: ReportReason; note: string | null; at: string; byMember: boolean }[];
  createdAt: string;
}

export interface QueueQuery {
  /** `held` waits for a moderator; `reported` is still shown, but somebody objects. */
  show: 'held' | 'reported';
  page: number;
  pageSize: number;
}

interface Found {
  id: string;
  post_kind: 'thread' | 'reply';
  created_at: string;
}

/** Posts that wait, the oldest first: nobody waits longer for being unlucky. */
export async function listQueue(
  strapi: Core.Strapi,
  { show, page, pageSize }: QueueQuery
): Promise<{ data: QueueItem[]; total: number; counts: Record<'held' | 'reported', number> }> {
  const found = (await waiting(strapi, show)
    .orderBy('created_at')
    .orderBy('id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)) as Found[];
  const counts = {
    held: await countOf(strapi, 'held'),
    reported: await countOf(strapi, 'reported'),
  };
  return { data: await adaptItems(strapi, found), total: counts[show], counts };
}

function waiting(strapi: Core.Strapi, show: QueueQuery['show']): Knex.QueryBuilder {
  const state = show === 'held' ? 'held' : 'shown';
  const raw = strapi.db.connection.raw.bind(strapi.db.connection);
  const of = (table: string, kind: string) => {
    const posts = tableNamed(strapi, table)
      .where({ state })
      .select('id', 'created_at', raw('? as post_kind', [kind]));
    if (show === 'reported') {
      posts.whereIn(
        'id',
        tableNamed(strapi, 'km_reports').where({ state: 'open' }).select('post_id')
      );
    }
    return posts;
  };
  return strapi.db.connection
    .queryBuilder()
    .from(of('km_threads', 'thread').unionAll(of('km_replies', 'reply')).as('waiting'));
}

async function countOf(strapi: Core.Strapi, show: QueueQuery['show']): Promise<number> {
  const [count] = (await waiting(strapi, show).count({ total: 'id' })) as {
    total: number | string;
  }[];
  return Number(count?.total ?? 0);
}

async function adaptItems(strapi: Core.Strapi, found: readonly Found[]): Promise<QueueItem[]> {
  const ids = found.map(({ id }) => id);
  const from = (table: string) => tableNamed(strapi, table);
  const threads = (await from('km_threads').whereIn('id', ids)) as ThreadRow[];
  const replies = (await from('km_replies').whereIn('id', ids)) as ReplyRow[];
  const above = (await from('km_threads')
    .whereIn(
      'id',
      replies.map(({ thread_id }) => thread_id)
    )
    .select('id', 'title')) as { id: string; title: string }[];
  const titles = new Map(above.map(({ id, title }) => [id, title]));
  const posts = new Map([...threads, ...replies].map((post) => [post.id, post]));
  const authorIds = [...posts.values()].map(({ author_id }) => author_id);
  const author = await authorsOf(strapi, authorIds);
  const members = (await from('km_members')
    .whereIn('id', authorIds)
    .select('id', 'approved_posts', 'state')) as {
    id: string;
    approved_posts: number;
    state: string;
  }[];
  const standing = new Map(members.map((member) => [member.id, member]));
  const files = await attachmentsOf(strapi, ids);
  const reports = (await from('km_reports')
    .whereIn('post_id', ids)
    .where({ state: 'open' })
    .orderBy('id')) as {
    post_id: string;
    reason: ReportReason;
    note: string | null;
    at: string;
    reporter_id: string | null;
  }[];
  return found.flatMap(({ id, post_kind: kind }) => {
    const post = posts.get(id);
    if (!post) return [];
    const thread = kind === 'thread' ? id : (post as ReplyRow).thread_id;
    const member = standing.get(post.author_id);
    return [
      {
        kind,
        id,
        thread,
        title: kind === 'thread' ? (post as ThreadRow).title : (titles.get(thread) ?? ''),
        bodyHtml: post.body_html,
        errorMessage: kind === 'thread' ? (post as ThreadRow).error_message : null,
        state: post.state,
        heldReason: post.held_reason,
        author: {
          ...author(post.author_id),
          approvedPosts: member?.approved_posts ?? 0,
          state: member?.state ?? null,
        },
        attachments: files(id).map((file) => ({ id: file.id, name: file.name, kind: file.kind })),
        reports: reports
          .filter(({ post_id }) => post_id === id)
          .map(({ reason, note, at, reporter_id }) => ({
            reason,
            note,
            at,
            byMember: reporter_id !== null,
          })),
        createdAt: post.created_at,
      },
    ];
  });
}
