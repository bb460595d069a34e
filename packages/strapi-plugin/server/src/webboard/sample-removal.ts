import type { Core } from '@strapi/types';
import { act, type Act } from './act';
import type { ReplyRow, ThreadRow } from './rows';
import { people } from './samples';
import { changeThread, lockThread, summaryOfReplies } from './threads';

/** Ids in a statement. */
const atOnce = 400;

/**
 * Takes invented threads out with everything that hangs on them, and the invented members.
 *
 * What real members wrote stays: a thread in which one has replied is kept, marked as invented, with
 * its invented replies taken out of it.
 *
 * @returns how many threads are gone.
 */
export async function removeSampleThreads(strapi: Core.Strapi): Promise<number> {
  return act(strapi, null, async (one) => {
    const { tables } = one;
    const threads = (await tables('km_threads').where({ sample: true })) as ThreadRow[];
    const answered = new Set(
      (
        (await tables('km_replies')
          .whereIn('thread_id', tables('km_threads').where({ sample: true }).select('id'))
          .where({ sample: false })
          .distinct('thread_id')) as Pick<ReplyRow, 'thread_id'>[]
      ).map(({ thread_id: id }) => id)
    );
    const gone = threads.filter(({ id }) => !answered.has(id));
    for (const thread of gone) {
      if (thread.state !== 'deleted') await changeThread(one, thread, { state: 'deleted' });
    }
    await deleteThreads(
      one,
      gone.map(({ id }) => id)
    );
    await takeSampleReplies(one);
    const invented = Object.values(people).map(({ id }) => id);
    await tables('km_members').whereIn('id', invented).delete();
    return gone.length;
  });
}

async function deleteThreads({ tables }: Act, ids: readonly string[]): Promise<void> {
  const replies: string[] = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    const rows = (await tables('km_replies')
      .whereIn('thread_id', ids.slice(from, from + atOnce))
      .select('id')) as { id: string }[];
    replies.push(...rows.map(({ id }) => id));
  }
  const posts = [...ids, ...replies];
  for (let from = 0; from < posts.length; from += atOnce) {
    const part = posts.slice(from, from + atOnce);
    const files = tables('km_attachments').whereIn('post_id', part).select('id');
    await tables('km_attachment_parts').whereIn('attachment_id', files).delete();
    await tables('km_attachments').whereIn('post_id', part).delete();
    for (const table of ['km_post_votes', 'km_post_history', 'km_reports']) {
      await tables(table).whereIn('post_id', part).delete();
    }
    for (const table of ['km_follows', 'km_thread_reads']) {
      await tables(table).whereIn('thread_id', part).delete();
    }
    await tables('km_replies').whereIn('id', part).delete();
    await tables('km_threads').whereIn('id', part).delete();
  }
}

/** Empties invented replies that stand among real ones; their places stay. */
async function takeSampleReplies(one: Act): Promise<void> {
  const rows = (await one
    .tables('km_replies')
    .where({ sample: true })
    .distinct('thread_id')) as Pick<ReplyRow, 'thread_id'>[];
  for (const { thread_id: id } of rows) {
    const thread = await lockThread(one, id);
    await one.tables('km_replies').where({ thread_id: id, sample: true }).update({
      state: 'deleted',
      removed_by: 'moderator',
      held_reason: null,
      body: '',
      body_html: '',
      plain: '',
    });
    await changeThread(one, thread, await summaryOfReplies(one, thread));
  }
}
