import type { AppliesTo, MemberGrade, ThreadKind } from '@km-laas/contract';
import { searchKey } from '@km-laas/thai';
import type { Core } from '@strapi/types';
import { loadTopicTree } from '../content/topics';
import { newDocumentId } from '../platform/document-id';
import { newSecret } from '../platform/secrets';
import { act, type Act } from './act';
import type { ReplyRow, ThreadRow } from './rows';
import { renderMarkdown } from './rules/markdown';
import { gradeOfAnswer } from './rules/standing';
import { countNew, lockThread, changeThread } from './threads';

/** Invented members; nobody can sign in as one. */
const people = {
  officer: { id: 'samplememberofficer00000', name: 'ฝ่ายสนับสนุน (ตัวอย่าง)', grade: 'officer' },
  province: { id: 'samplememberprovince0000', name: 'ผู้ประสานจังหวัด (ตัวอย่าง)', grade: 'province' },
  finance: { id: 'samplememberfinance00000', name: 'นักวิชาการคลัง (ตัวอย่าง)', grade: 'peer' },
  accountant: { id: 'samplememberaccountant00', name: 'นักบัญชี อบต. (ตัวอย่าง)', grade: 'peer' },
  supplies: { id: 'samplemembersupplies0000', name: 'เจ้าพนักงานพัสดุ (ตัวอย่าง)', grade: 'peer' },
} as const satisfies Record<string, { id: string; name: string; grade: MemberGrade }>;
export type SamplePerson = keyof typeof people;

/** An invented thread, as the seed writes it. */
export interface SampleThread {
  title: string;
  body: string;
  kind?: ThreadKind;
  /** Slug of a menu; general if absent or unknown. */
  topic?: string;
  errorMessage?: string;
  appliesTo?: AppliesTo;
  by: SamplePerson;
  daysAgo: number;
  pinned?: boolean;
  replies: { by: SamplePerson; body: string; accepted?: boolean }[];
}

/** Puts invented threads on an empty board, marked as such; a board that has any is left alone. */
export async function addSampleThreads(
  strapi: Core.Strapi,
  threads: readonly SampleThread[]
): Promise<number> {
  if (await strapi.db.getConnection('km_threads').first('id')) return 0;
  const tree = await loadTopicTree(strapi);
  return act(strapi, null, async (one) => {
    await addPeople(one);
    for (const thread of threads) {
      const [topicId = 0] = (thread.topic && tree.subtreeIds(thread.topic)) || [];
      await addThread(one, thread, topicId);
    }
    return threads.length;
  });
}

async function addPeople({ tables, now }: Act): Promise<void> {
  for (const { id, name, grade } of Object.values(people)) {
    await tables('km_members')
      .insert({
        id,
        display_name: name,
        authority_name: grade === 'peer' ? 'องค์กรปกครองส่วนท้องถิ่นตัวอย่าง' : null,
        grade,
        is_moderator: false,
        state: 'active',
        mail_key: newSecret(),
        approved_posts: 1,
        created_at: now,
      })
      .onConflict('id')
      .ignore();
  }
}

async function addThread(one: Act, sample: SampleThread, topicId: number): Promise<void> {
  const begun = Date.parse(one.now) - sample.daysAgo * 24 * 3_600_000;
  const at = (hours: number) =>
    new Date(Math.min(begun + hours * 3_600_000, Date.parse(one.now))).toISOString();
  const id = newDocumentId();
  const columns = (by: SamplePerson, body: string, createdAt: string) => {
    const { html, plain } = renderMarkdown(body, { attachments: new Set() });
    return {
      author_id: people[by].id,
      body,
      body_html: html,
      plain,
      state: 'shown' as const,
      held_reason: null,
      attachment_count: 0,
      revision: 1,
      sample: true,
      created_at: createdAt,
      edited_at: null,
      post_key: `sample-${newDocumentId()}`,
      post_hash: '',
    };
  };
  const opening = columns(sample.by, sample.body, at(0));
  const row: ThreadRow = {
    ...opening,
    id,
    kind: sample.kind ?? 'question',
    title: sample.title,
    error_message: sample.errorMessage ?? null,
    search_key: searchKey(`${sample.title} ${sample.errorMessage ?? ''} ${opening.plain}`),
    topic_id: topicId,
    applies_to: sample.appliesTo ?? 'both',
    board_state: 'open',
    pinned: sample.pinned ? 1 : 0,
    locked: false,
    closed_reason: null,
    merged_into: null,
    accepted_reply: null,
    accepted_grade: null,
    official_answer: false,
    last_number: 0,
    reply_count: 0,
    view_count: 0,
    same_problem_count: 0,
    last_reply_author: null,
    last_activity_at: at(0),
    faq_id: null,
  };
  await one.tables('km_threads').insert(row);
  await countNew(one, row);
  const replies = sample.replies.map(({ by, body, accepted = false }, index) => {
    const reply: ReplyRow = {
      ...columns(by, body, at(3 * (index + 1))),
      id: newDocumentId(),
      thread_id: id,
      number: index + 1,
      grade: gradeOfAnswer(people[by].grade),
      removed_by: null,
      helpful_count: 0,
      quote_id: null,
      quote_excerpt: null,
      mentions: '[]',
    };
    return { reply, accepted };
  });
  for (const { reply } of replies) await one.tables('km_replies').insert(reply);
  const last = replies.at(-1)?.reply;
  const accepted = replies.find((one) => one.accepted)?.reply;
  if (!last) return;
  await changeThread(one, await lockThread(one, id), {
    last_number: replies.length,
    reply_count: replies.length,
    last_reply_author: last.author_id,
    last_activity_at: last.created_at,
    official_answer: replies.some(({ reply }) => reply.grade === 'official'),
    ...(accepted && {
      accepted_reply: accepted.id,
      accepted_grade: accepted.grade,
      board_state: 'answered' as const,
    }),
  });
}

/**
 * Takes invented threads out with everything that hangs on them, and the invented members.
 *
 * @returns how many threads there were.
 */
export async function removeSampleThreads(strapi: Core.Strapi): Promise<number> {
  return act(strapi, null, async (one) => {
    const { tables } = one;
    const threads = (await tables('km_threads').where({ sample: true })) as ThreadRow[];
    const ids = threads.map(({ id }) => id);
    for (const thread of threads) await changeThread(one, thread, { state: 'deleted' });
    const replies = tables('km_replies').whereIn('thread_id', ids).select('id');
    const posts = [...ids, ...(await replies).map(({ id }: { id: string }) => id)];
    for (let from = 0; from < posts.length; from += 400) {
      const part = posts.slice(from, from + 400);
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
    const invented = Object.values(people).map(({ id }) => id);
    await tables('km_members').whereIn('id', invented).delete();
    return ids.length;
  });
}
