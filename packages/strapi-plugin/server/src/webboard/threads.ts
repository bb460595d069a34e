import { problemOfStatus } from '../platform/problem';
import type { Act } from './act';
import type { ReplyRow, ThreadRow } from './rows';

/**
 * A thread as it is now, held until the act is over.
 *
 * @throws {ProblemError} 404 where there is none.
 */
export async function lockThread({ tables }: Act, id: string): Promise<ThreadRow> {
  const row = (await tables('km_threads').where({ id }).forUpdate().first()) as
    ThreadRow | undefined;
  if (!row) throw problemOfStatus(404);
  return row;
}

/**
 * A reply and its thread, the thread held first: acts on one thread stand in line.
 *
 * @throws {ProblemError} 404 where there is none.
 */
export async function lockReply(
  act: Act,
  id: string
): Promise<{ reply: ReplyRow; thread: ThreadRow }> {
  const { tables } = act;
  for (;;) {
    const found = (await tables('km_replies').where({ id }).first('thread_id')) as
      { thread_id: string } | undefined;
    if (!found) throw problemOfStatus(404);
    const thread = await lockThread(act, found.thread_id);
    const reply = (await tables('km_replies').where({ id }).first()) as ReplyRow;
    // It may have been moved to another thread while this act waited.
    if (reply.thread_id === thread.id) return { reply, thread };
  }
}

/** What may be changed of a thread. */
export type ThreadChange = Partial<Omit<ThreadRow, 'id'>>;

/** Changes a thread, and the totals of lists with it. */
export async function changeThread(
  act: Act,
  before: ThreadRow,
  change: ThreadChange
): Promise<ThreadRow> {
  const after: ThreadRow = { ...before, ...change };
  await act.tables('km_threads').where({ id: before.id }).update(change);
  await recount(act, before, after);
  act.touch(before.id);
  return after;
}

/** Puts a new thread into the totals of lists. */
export async function countNew(act: Act, thread: ThreadRow): Promise<void> {
  if (thread.state === 'shown') await add(act, thread, 1);
  act.touch(thread.id);
}

type Counted = Pick<ThreadRow, 'topic_id' | 'kind' | 'board_state' | 'applies_to'>;

const keyOf = ({ topic_id, kind, board_state, applies_to }: Counted) =>
  `${topic_id} ${kind} ${board_state} ${applies_to}`;

async function recount(act: Act, before: ThreadRow, after: ThreadRow): Promise<void> {
  const [was, is] = [before.state === 'shown', after.state === 'shown'];
  if (was === is && keyOf(before) === keyOf(after)) return;
  const changes: [Counted, number][] = [];
  if (was) changes.push([before, -1]);
  if (is) changes.push([after, 1]);
  // In one order, so that two acts wait for one another instead of blocking each other for good.
  changes.sort(([a], [b]) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (const [counted, by] of changes) await add(act, counted, by);
}

async function add({ tables, trx }: Act, counted: Counted, by: number): Promise<void> {
  const { topic_id, kind, board_state, applies_to } = counted;
  await tables('km_thread_counts')
    .insert({ topic_id, kind, board_state, applies_to, threads: by })
    .onConflict(['topic_id', 'kind', 'board_state', 'applies_to'])
    .merge({ threads: trx.raw('km_thread_counts.threads + excluded.threads') });
}

/** What a thread says of its replies, worked out anew: after some came or went. */
export async function summaryOfReplies({ tables }: Act, thread: ThreadRow): Promise<ThreadChange> {
  const shown = () => tables('km_replies').where({ thread_id: thread.id, state: 'shown' });
  const [count] = (await shown().count({ total: 'id' })) as { total: number | string }[];
  const last = (await shown().orderBy('number', 'desc').first('author_id', 'created_at')) as
    { author_id: string; created_at: string } | undefined;
  const official = await shown().where({ grade: 'official' }).first('id');
  const accepted = thread.accepted_reply
    ? await shown().where({ id: thread.accepted_reply }).first('id')
    : undefined;
  return {
    reply_count: Number(count?.total ?? 0),
    last_reply_author: last?.author_id ?? null,
    last_activity_at: last?.created_at ?? thread.created_at,
    official_answer: !!official,
    ...(thread.accepted_reply !== null &&
      !accepted && {
        accepted_reply: null,
        accepted_grade: null,
        ...(thread.board_state === 'answered' && { board_state: 'open' as const }),
      }),
  };
}
