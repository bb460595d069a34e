import type { FollowMode, ThreadState } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { tableNamed } from '../content/tables';
import { problemOfStatus } from '../platform/problem';
import { act, type Act } from './act';
import type { Sending } from './posting';
import { refusals } from './refusals';
import type { ReplyRow } from './rows';
import { mayAccept } from './rules/standing';
import { changeThread, lockReply, lockThread } from './threads';

/**
 * Accepts an answer, or none. The page says which one it showed as accepted: of two who accept at
 * once, the second is told instead of undoing what the first did.
 */
export async function acceptReply(
  strapi: Core.Strapi,
  { member, requester }: Sending,
  id: string,
  { reply: replyId, replaces }: { reply: string | null; replaces: string | null }
): Promise<{ accepted: string | null; state: ThreadState }> {
  return act(strapi, { memberId: member.id, requester }, async (one) => {
    const thread = await lockThread(one, id);
    if (thread.state !== 'shown') throw problemOfStatus(404);
    if (
      !mayAccept(member, {
        ...thread,
        authorId: thread.author_id,
        boardState: thread.board_state,
        locked: !!thread.locked,
      })
    ) {
      throw refusals.cannotAccept();
    }
    if (thread.accepted_reply === replyId) {
      return { accepted: replyId, state: thread.board_state };
    }
    if (thread.accepted_reply !== replaces) {
      throw refusals.acceptedMeanwhile(thread.accepted_reply);
    }
    const reply = replyId
      ? ((await one
          .tables('km_replies')
          .where({ id: replyId, thread_id: id, state: 'shown' })
          .first()) as ReplyRow | undefined)
      : null;
    if (reply === undefined) throw problemOfStatus(404);
    const open = reply ? ('answered' as const) : ('open' as const);
    const state = thread.board_state === 'closed' ? 'closed' : open;
    await changeThread(one, thread, {
      accepted_reply: reply?.id ?? null,
      accepted_grade: reply?.grade ?? null,
      board_state: state,
    });
    one.record(reply ? 'answer.accept' : 'answer.withdraw', reply?.id ?? id);
    return { accepted: reply?.id ?? null, state };
  });
}

/** "มีปัญหาเดียวกัน": one voice a member. */
export async function shareProblem(
  strapi: Core.Strapi,
  { member, requester }: Sending,
  id: string,
  on: boolean
): Promise<{ on: boolean; count: number }> {
  return act(strapi, { memberId: member.id, requester }, async (one) => {
    const thread = await lockThread(one, id);
    if (thread.state !== 'shown') throw problemOfStatus(404);
    if (thread.author_id === member.id) throw refusals.ownVote();
    const by = await vote(one, id, member.id, on);
    const count = thread.same_problem_count + by;
    if (by !== 0) {
      await changeThread(one, thread, { same_problem_count: count });
      one.record(on ? 'problem.share' : 'problem.unshare', id);
    }
    return { on, count };
  });
}

/** A reply helped: one voice a member. */
export async function findHelpful(
  strapi: Core.Strapi,
  { member, requester }: Sending,
  id: string,
  on: boolean
): Promise<{ on: boolean; count: number }> {
  return act(strapi, { memberId: member.id, requester }, async (one) => {
    const { reply, thread } = await lockReply(one, id);
    if (reply.state !== 'shown' || thread.state !== 'shown') throw problemOfStatus(404);
    if (reply.author_id === member.id) throw refusals.ownVote();
    const by = await vote(one, id, member.id, on);
    const count = reply.helpful_count + by;
    if (by !== 0) {
      await one.tables('km_replies').where({ id }).update({ helpful_count: count });
      one.touch(thread.id);
      one.record(on ? 'reply.helpful' : 'reply.unhelpful', id);
    }
    return { on, count };
  });
}

/** @returns what it adds to the count: 0 where nothing changed. */
async function vote(
  { tables, now }: Act,
  postId: string,
  memberId: string,
  on: boolean
): Promise<-1 | 0 | 1> {
  const key = { post_id: postId, member_id: memberId };
  if (!on) return (await tables('km_post_votes').where(key).delete()) > 0 ? -1 : 0;
  const made = (await tables('km_post_votes')
    .insert({ ...key, at: now })
    .onConflict(['post_id', 'member_id'])
    .ignore()
    .returning('post_id')) as unknown[];
  return made.length > 0 ? 1 : 0;
}

/** Follows a thread, changes how, or stops. What was there before needs no telling. */
export async function followThread(
  strapi: Core.Strapi,
  { member, requester }: Sending,
  id: string,
  mode: FollowMode | null
): Promise<{ mode: FollowMode | null }> {
  return act(strapi, { memberId: member.id, requester }, async (one) => {
    const thread = await lockThread(one, id);
    if (thread.state !== 'shown') throw problemOfStatus(404);
    const key = { thread_id: id, member_id: member.id };
    if (mode === null) await one.tables('km_follows').where(key).delete();
    else {
      await one
        .tables('km_follows')
        .insert({ ...key, mode, told: thread.last_number })
        .onConflict(['thread_id', 'member_id'])
        .merge({ mode });
    }
    one.record(mode === null ? 'thread.unfollow' : 'thread.follow', id);
    return { mode };
  });
}

/** Remembers up to which reply a member has read; never backwards. */
export async function markRead(
  strapi: Core.Strapi,
  { member }: Sending,
  id: string,
  lastRead: number
): Promise<{ lastRead: number; unreadThreads: number }> {
  const thread = (await tableNamed(strapi, 'km_threads')
    .where({ id, state: 'shown' })
    .first('last_number')) as { last_number: number } | undefined;
  if (!thread) throw problemOfStatus(404);
  const reached = Math.min(lastRead, thread.last_number);
  const [row] = (await tableNamed(strapi, 'km_thread_reads')
    .insert({ thread_id: id, member_id: member.id, last_read: reached })
    .onConflict(['thread_id', 'member_id'])
    .merge({
      last_read: strapi.db.connection.raw(
        'case when excluded.last_read > km_thread_reads.last_read then excluded.last_read else km_thread_reads.last_read end'
      ),
    })
    .returning('last_read')) as { last_read: number }[];
  return {
    lastRead: row?.last_read ?? reached,
    unreadThreads: await countUnreadThreads(strapi, member.id),
  };
}

/** Threads a member follows in which something is new. */
export async function countUnreadThreads(strapi: Core.Strapi, memberId: string): Promise<number> {
  const [count] = (await tableNamed(strapi, 'km_follows as follow')
    .join('km_threads as thread', 'thread.id', 'follow.thread_id')
    .leftJoin('km_thread_reads as seen', (on) =>
      on.on('seen.thread_id', 'follow.thread_id').andOn('seen.member_id', 'follow.member_id')
    )
    .where({ 'follow.member_id': memberId, 'thread.state': 'shown' })
    .whereRaw('thread.last_number > coalesce(seen.last_read, 0)')
    .count({ total: 'follow.thread_id' })) as { total: number | string }[];
  return Number(count?.total ?? 0);
}
