import type { FollowMode, Mine } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { tableNamed } from '../content/tables';
import type { Member } from '../member';
import { countUnreadThreads } from './dealings';
import type { PostRow, ReplyRow, ThreadRow } from './rows';
import { freeEditUntil, mayAccept, mayEdit } from './rules/standing';

/** What of the board is a member's own: of the threads asked for, and what waits for a moderator. */
export async function mineOf(
  strapi: Core.Strapi,
  member: Member,
  ids: readonly string[]
): Promise<Mine> {
  const from = (name: string) => tableNamed(strapi, name);
  const own = { member_id: member.id };
  const threads = (
    ids.length > 0
      ? await from('km_threads')
          .whereIn('id', [...ids])
          .where({ state: 'shown' })
      : []
  ) as ThreadRow[];
  const byId = new Map(threads.map((thread) => [thread.id, thread]));
  const shown = [...byId.keys()];
  const reads = (await from('km_thread_reads').where(own).whereIn('thread_id', shown)) as {
    thread_id: string;
    last_read: number;
  }[];
  const follows = (await from('km_follows').where(own).whereIn('thread_id', shown)) as {
    thread_id: string;
    mode: FollowMode;
  }[];
  const written = (await from('km_replies')
    .where({ author_id: member.id, state: 'shown' })
    .whereIn('thread_id', shown)
    .limit(1000)) as ReplyRow[];
  const voted = await votedPosts(strapi, member.id, shown);
  const lastRead = new Map(reads.map((row) => [row.thread_id, row.last_read]));
  const mode = new Map(follows.map((row) => [row.thread_id, row.mode]));
  const standingOf = (post: PostRow, thread: ThreadRow) => {
    const where = { boardState: thread.board_state, locked: !!thread.locked };
    const canEdit = mayEdit(member, { authorId: post.author_id, state: post.state }, where);
    const until = freeEditUntil(post.created_at);
    return {
      canEdit,
      freeEditUntil: canEdit && until > new Date() ? until.toISOString() : null,
    };
  };
  const replies = new Map(
    written.map((reply) => [
      reply.id,
      {
        id: reply.id,
        thread: reply.thread_id,
        isAuthor: true,
        helpful: false,
        ...standingOf(reply, byId.get(reply.thread_id) as ThreadRow),
      },
    ])
  );
  for (const { id, thread_id: thread } of voted.replies) {
    replies.set(id, {
      id,
      thread,
      isAuthor: false,
      helpful: true,
      canEdit: false,
      freeEditUntil: null,
    });
  }
  return {
    unreadThreads: await countUnreadThreads(strapi, member.id),
    isModerator: member.isModerator,
    grade: member.grade,
    threads: threads.map((thread) => ({
      id: thread.id,
      isAuthor: thread.author_id === member.id,
      sameProblem: voted.threads.has(thread.id),
      follow: mode.get(thread.id) ?? null,
      lastRead: lastRead.get(thread.id) ?? null,
      unread: Math.max(0, thread.last_number - (lastRead.get(thread.id) ?? 0)),
      canAccept: mayAccept(member, {
        authorId: thread.author_id,
        kind: thread.kind,
        boardState: thread.board_state,
        locked: !!thread.locked,
      }),
      ...standingOf(thread, thread),
    })),
    replies: [...replies.values()],
    held: await heldOf(strapi, member.id),
  };
}

async function votedPosts(strapi: Core.Strapi, memberId: string, threadIds: readonly string[]) {
  const from = (name: string) => tableNamed(strapi, name);
  const threads = (await from('km_post_votes')
    .where({ member_id: memberId })
    .whereIn('post_id', [...threadIds])
    .select('post_id')) as { post_id: string }[];
  const replies = (await from('km_replies')
    .whereIn('thread_id', [...threadIds])
    .where({ state: 'shown' })
    .whereIn('id', from('km_post_votes').where({ member_id: memberId }).select('post_id'))
    .select('id', 'thread_id')) as { id: string; thread_id: string }[];
  return { threads: new Set(threads.map(({ post_id }) => post_id)), replies };
}

/** The member's own posts that wait, the newest first. */
async function heldOf(strapi: Core.Strapi, memberId: string): Promise<Mine['held']> {
  const waiting = { author_id: memberId, state: 'held' };
  const threads = (await tableNamed(strapi, 'km_threads')
    .where(waiting)
    .orderBy('created_at', 'desc')
    .limit(50)) as ThreadRow[];
  const replies = (await tableNamed(strapi, 'km_replies')
    .where(waiting)
    .orderBy('created_at', 'desc')
    .limit(50)) as ReplyRow[];
  const titles = new Map(
    (
      (await tableNamed(strapi, 'km_threads')
        .whereIn(
          'id',
          replies.map(({ thread_id }) => thread_id)
        )
        .where({ state: 'shown' })
        .select('id', 'title')) as { id: string; title: string }[]
    ).map(({ id, title }) => [id, title])
  );
  const common = (post: PostRow) => ({
    id: post.id,
    bodyHtml: post.body_html,
    heldReason: post.held_reason,
    createdAt: post.created_at,
  });
  return [
    ...threads.map((post) => ({
      ...common(post),
      kind: 'thread' as const,
      thread: post.id,
      title: post.title,
    })),
    ...replies.map((post) => ({
      ...common(post),
      kind: 'reply' as const,
      thread: post.thread_id,
      title: titles.get(post.thread_id) ?? '',
    })),
  ];
}
