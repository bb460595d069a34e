import type { ReplyAction, ThreadAction } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { memberEmail } from '../member';
import type { Requester } from '../platform/requester';
import { act, type Act } from './act';
import { authorOf } from './authorship';
import { mergeThread } from './merging';
import { tellAuthor } from './notices/moderation-mail';
import { topicIdOf } from './posting';
import { writeModeration, type ModerationActor } from './records/moderation-log';
import { refusals } from './refusals';
import type { ThreadRow } from './rows';
import { cleanText } from './rules/text-hygiene';
import { showReply, showThread, takeReply } from './showing';
import { changeThread, lockReply, lockThread, type ThreadChange } from './threads';

/** A moderator, on the board or in the admin panel. */
export interface Moderator {
  actor: ModerationActor;
  /** Null for a user of the admin panel, whose acts the moderation log alone keeps. */
  by: { memberId: string; requester: Requester } | null;
}

/** Does something to a thread, with its reason: in the log for good, and told to its author. */
export async function moderateThread(
  strapi: Core.Strapi,
  moderator: Moderator,
  id: string,
  sent: ThreadAction
): Promise<void> {
  const reason = cleanText(sent.reason);
  const topicId = sent.action === 'move' ? await topicIdOf(strapi, sent.topic ?? null) : null;
  const author = await authorOf(strapi, 'thread', id);
  const mail = await memberEmail(strapi, author);
  await act(strapi, moderator.by, async (one) => {
    await holdMember(one, author);
    const thread = sent.action === 'merge' ? null : await lockThread(one, id);
    if (thread) await changeByAction(one, thread, { ...sent, reason, topicId });
    else await mergeThread(one, id, sent.into);
    await closeReports(one, id);
    await writeModeration(one, {
      actor: moderator.actor,
      action: sent.action,
      postKind: 'thread',
      postId: id,
      memberId: author,
      reason,
      details: { ...(sent.into && { into: sent.into }), ...(topicId !== null && { topicId }) },
    });
    await tellAuthor(one, mail, { action: sent.action, threadId: id, reason });
    one.record(`thread.${sent.action}`, id);
  });
}

async function changeByAction(
  one: Act,
  thread: ThreadRow,
  { action, reason, topicId }: ThreadAction & { topicId: number | null }
): Promise<void> {
  if (action === 'approve' || action === 'show') {
    if (thread.state !== 'held' && thread.state !== 'hidden') throw notNow();
    return showThread(one, thread);
  }
  const changes: Record<string, ThreadChange> = {
    pin: { pinned: 1 },
    unpin: { pinned: 0 },
    lock: { locked: true },
    unlock: { locked: false },
    move: { topic_id: topicId ?? 0 },
    close: { board_state: 'closed', closed_reason: reason },
    reopen: { board_state: thread.accepted_reply ? 'answered' : 'open', closed_reason: null },
    hide: { state: 'hidden', held_reason: null },
    delete: { state: 'deleted', held_reason: null },
  };
  if (thread.state === 'merged' || (thread.state === 'deleted' && action !== 'hide'))
    throw notNow();
  await changeThread(one, thread, changes[action] ?? {});
}

/** Does something to a reply, with its reason. */
export async function moderateReply(
  strapi: Core.Strapi,
  moderator: Moderator,
  id: string,
  { action, reason: given }: ReplyAction
): Promise<void> {
  const reason = cleanText(given);
  const author = await authorOf(strapi, 'reply', id);
  const mail = await memberEmail(strapi, author);
  await act(strapi, moderator.by, async (one) => {
    await holdMember(one, author);
    const { reply, thread } = await lockReply(one, id);
    if (action === 'approve' || action === 'show') {
      if (reply.state !== 'held' && reply.state !== 'hidden') throw notNow();
      await showReply(one, thread, reply);
    } else {
      if (reply.state === 'deleted' && action === 'delete') throw notNow();
      const state = action === 'hide' ? ('hidden' as const) : ('deleted' as const);
      await takeReply(one, thread, reply, { state, held_reason: null, removed_by: 'moderator' });
    }
    await closeReports(one, id);
    await writeModeration(one, {
      actor: moderator.actor,
      action,
      postKind: 'reply',
      postId: id,
      memberId: author,
      reason,
    });
    await tellAuthor(one, mail, { action, threadId: thread.id, reason });
    one.record(`reply.${action}`, id);
  });
}

function notNow() {
  return refusals.noSuchAction(
    'สถานะของข้อความเปลี่ยนไปแล้ว จึงทำรายการนี้ไม่ได้ โปรดเปิดดูใหม่',
    'The post is no longer as it was, so this cannot be done. Open it anew.'
  );
}

/** The author before the thread, as whoever posts does: two acts never block each other for good. */
async function holdMember({ tables }: Act, id: string): Promise<void> {
  await tables('km_members').where({ id }).forUpdate().first('id');
}

async function closeReports({ tables }: Act, postId: string): Promise<void> {
  await tables('km_reports').where({ post_id: postId, state: 'open' }).update({ state: 'done' });
}
