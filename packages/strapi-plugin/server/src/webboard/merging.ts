import { problemOfStatus } from '../platform/problem';
import { newDocumentId } from '../platform/document-id';
import type { Act } from './act';
import { replyRow, type NewPost } from './new-rows';
import { refusals } from './refusals';
import type { ReplyRow, ThreadRow } from './rows';
import { changeThread, lockThread, summaryOfReplies } from './threads';

/**
 * Puts a thread into another: its opening words and its replies stand after those of the other, in
 * their order; whoever follows it or has its problem does so there. Its address leads to the other.
 */
export async function mergeThread(one: Act, id: string, into: string | undefined): Promise<void> {
  if (!into || into === id) throw problemOfStatus(404);
  // In one order, so that two who merge the same threads each way do not block each other.
  const locked = new Map<string, ThreadRow>();
  for (const each of [id, into].sort()) locked.set(each, await lockThread(one, each));
  const source = locked.get(id) as ThreadRow;
  const target = locked.get(into) as ThreadRow;
  if (target.state !== 'shown') throw problemOfStatus(404);
  if (source.state !== 'shown') {
    throw refusals.noSuchAction(
      'รวมได้เฉพาะกระทู้ที่แสดงอยู่',
      'Only a thread that readers see can be merged.'
    );
  }
  let number = target.last_number + 1;
  await moveOpening(one, source, target, number);
  const replies = (await one
    .tables('km_replies')
    .where({ thread_id: id })
    .orderBy('number')
    .select('id', 'number')) as Pick<ReplyRow, 'id' | 'number'>[];
  for (const reply of replies) {
    // What readers never saw gets its number when they do.
    if (reply.number !== null) number += 1;
    await one
      .tables('km_replies')
      .where({ id: reply.id })
      .update({ thread_id: into, number: reply.number === null ? null : number });
  }
  await moveDealings(one, 'km_post_votes', 'post_id', id, into);
  // Whoever followed it has heard of all there is; what they were told of is counted anew here.
  await one.tables('km_follows').where({ thread_id: id }).update({ told: number });
  await moveDealings(one, 'km_follows', 'thread_id', id, into);
  const [votes] = (await one
    .tables('km_post_votes')
    .where({ post_id: into })
    .count({ total: 'member_id' })) as { total: number | string }[];
  await changeThread(one, source, {
    state: 'merged',
    merged_into: into,
    last_number: 0,
    reply_count: 0,
    accepted_reply: null,
    accepted_grade: null,
  });
  // Those that were merged into it before lead on to where it is now.
  await one.tables('km_threads').where({ merged_into: id }).update({ merged_into: into });
  await changeThread(one, target, {
    ...(await summaryOfReplies(one, target)),
    last_number: number,
    same_problem_count: Number(votes?.total ?? 0),
    view_count: target.view_count + source.view_count,
  });
}

/** The opening words become a reply of the other thread, with their files. */
async function moveOpening(
  { tables }: Act,
  source: ThreadRow,
  target: ThreadRow,
  number: number
): Promise<void> {
  const id = newDocumentId();
  const opening: NewPost = {
    id,
    authorId: source.author_id,
    body: `**${source.title.replace(/[\\*_`[\]<>]/g, '\\$&')}**\n\n${source.body}`,
    rendered: {
      html: `<p><strong>${escapeHtml(source.title)}</strong></p>\n${source.body_html}`,
      plain: `${source.title}\n${source.plain}`,
    },
    heldReason: null,
    attachments: source.attachment_count,
    sample: !!source.sample,
    createdAt: source.created_at,
    key: `merged-${source.id}`,
    hash: source.post_hash,
  };
  // A question is no answer, whoever asked it.
  await tables('km_replies').insert(
    replyRow(opening, { threadId: target.id, number, grade: 'peer' })
  );
  await tables('km_attachments').where({ post_id: source.id }).update({ post_id: id });
}

/** Rows of a member in both threads stay once. */
async function moveDealings(
  { tables }: Act,
  table: string,
  column: string,
  from: string,
  into: string
): Promise<void> {
  const there = tables(table)
    .where({ [column]: into })
    .select('member_id');
  await tables(table)
    .where({ [column]: from })
    .whereIn('member_id', there)
    .delete();
  await tables(table)
    .where({ [column]: from })
    .update({ [column]: into });
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
