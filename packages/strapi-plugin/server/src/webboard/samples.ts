import type { AppliesTo, MemberGrade, ThreadKind } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { loadTopicTree } from '../content/topics';
import { newDocumentId } from '../platform/document-id';
import { newSecret } from '../platform/secrets';
import { act, type Act } from './act';
import { replyRow, threadRow, type NewPost } from './new-rows';
import { renderMarkdown } from './rules/markdown';
import { gradeOfAnswer } from './rules/standing';
import { countNew, lockThread, changeThread } from './threads';

/** Invented members; nobody can sign in as one. */
export const people = {
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
  const post = (by: SamplePerson, body: string, createdAt: string): NewPost => ({
    id: newDocumentId(),
    authorId: people[by].id,
    body,
    rendered: renderMarkdown(body, { attachments: new Set() }),
    heldReason: null,
    attachments: 0,
    sample: true,
    createdAt,
    key: `sample-${newDocumentId()}`,
    hash: '',
  });
  const row = threadRow(post(sample.by, sample.body, at(0)), {
    kind: sample.kind ?? 'question',
    title: sample.title,
    errorMessage: sample.errorMessage ?? null,
    topicId,
    appliesTo: sample.appliesTo ?? 'both',
    pinned: sample.pinned,
  });
  await one.tables('km_threads').insert(row);
  await countNew(one, row);
  const replies = sample.replies.map(({ by, body, accepted = false }, index) => {
    const reply = replyRow(post(by, body, at(3 * (index + 1))), {
      threadId: row.id,
      number: index + 1,
      grade: gradeOfAnswer(people[by].grade),
    });
    return { reply, accepted };
  });
  for (const { reply } of replies) await one.tables('km_replies').insert(reply);
  const last = replies.at(-1)?.reply;
  const accepted = replies.find((one) => one.accepted)?.reply;
  if (!last) return;
  await changeThread(one, await lockThread(one, row.id), {
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
