import { countApprovedPost } from '../member';
import type { Act } from './act';
import type { ReplyRow, ThreadRow } from './rows';
import { changeThread, summaryOfReplies } from './threads';

/**
 * Has readers see a reply, for the first time or again. Its number is given now: whoever has read
 * the thread up to a number has not read what comes to light after it.
 *
 * @returns its number.
 */
export async function showReply(act: Act, thread: ThreadRow, reply: ReplyRow): Promise<number> {
  const { tables, strapi, trx } = act;
  const isFirst = reply.number === null;
  const number = reply.number ?? thread.last_number + 1;
  await tables('km_replies')
    .where({ id: reply.id })
    .update({ number, state: 'shown', held_reason: null, removed_by: null });
  if (isFirst) {
    await countApprovedPost(strapi, reply.author_id, trx);
    await changeThread(act, thread, {
      last_number: number,
      reply_count: thread.reply_count + 1,
      last_reply_author: reply.author_id,
      last_activity_at: reply.created_at > thread.last_activity_at ? reply.created_at : act.now,
      official_answer: !!thread.official_answer || reply.grade === 'official',
    });
    await tellMentioned(act, reply, number);
  } else {
    await changeThread(act, thread, await summaryOfReplies(act, thread));
  }
  await markRead(act, thread.id, reply.author_id, number);
  return number;
}

/** Nobody calls more people than these into a thread with one reply. */
const mostMentioned = 5;

/** Whoever is named follows the thread from this reply on, unless they already follow it their way. */
async function tellMentioned({ tables }: Act, reply: ReplyRow, number: number): Promise<void> {
  const named = (JSON.parse(reply.mentions) as string[]).filter((id) => id !== reply.author_id);
  for (const id of named.slice(0, mostMentioned)) {
    await tables('km_follows')
      .insert({ thread_id: reply.thread_id, member_id: id, mode: 'immediate', told: number - 1 })
      .onConflict(['thread_id', 'member_id'])
      .ignore();
  }
}

/** Whoever wrote something has seen it. */
async function markRead(
  { tables, trx }: Act,
  threadId: string,
  memberId: string,
  number: number
): Promise<void> {
  await tables('km_thread_reads')
    .insert({ thread_id: threadId, member_id: memberId, last_read: number })
    .onConflict(['thread_id', 'member_id'])
    .merge({
      last_read: trx.raw(
        'case when excluded.last_read > km_thread_reads.last_read then excluded.last_read else km_thread_reads.last_read end'
      ),
    });
}

/** Takes a reply from readers' eyes; its number stays its own. */
export async function takeReply(
  act: Act,
  thread: ThreadRow,
  reply: ReplyRow,
  change: Pick<ReplyRow, 'state' | 'held_reason' | 'removed_by'>
): Promise<void> {
  await act.tables('km_replies').where({ id: reply.id }).update(change);
  await changeThread(act, thread, await summaryOfReplies(act, thread));
}

/** Has readers see a thread, for the first time or again. */
export async function showThread(act: Act, thread: ThreadRow): Promise<void> {
  if (thread.held_reason === 'newMember') {
    await countApprovedPost(act.strapi, thread.author_id, act.trx);
  }
  await changeThread(act, thread, { state: 'shown', held_reason: null });
}
