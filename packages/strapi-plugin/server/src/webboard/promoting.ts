import type { Promote } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { problemOfStatus } from '../platform/problem';
import { act } from './act';
import type { Sending } from './posting';
import { writeModeration } from './records/moderation-log';
import { refusals } from './refusals';
import type { ReplyRow, ThreadRow } from './rows';
import { blocksOfMarkdown } from './rules/markdown-blocks';
import { changeThread, lockThread } from './threads';
import { loadTopicTree } from '../content/topics';

interface FaqDocuments {
  create(params: { data: object; status?: 'published' }): Promise<{ documentId: string }>;
}

/**
 * Makes an officer's answer a question of the FAQ. The thread stays as it is, as evidence, and leads
 * to what it became.
 */
export async function promoteReply(
  strapi: Core.Strapi,
  { member, requester }: Sending,
  id: string,
  { reply: replyId, question, publish }: Promote
): Promise<{ faq: string; published: boolean }> {
  if (member.grade !== 'officer') throw refusals.notOfficer();
  const tree = await loadTopicTree(strapi);
  return act(strapi, { memberId: member.id, requester }, async (one) => {
    const thread: ThreadRow = await lockThread(one, id);
    const reply = (await one
      .tables('km_replies')
      .where({ id: replyId, thread_id: id, state: 'shown' })
      .first()) as ReplyRow | undefined;
    if (thread.state !== 'shown' || !reply) throw problemOfStatus(404);
    if (reply.grade !== 'official') {
      throw refusals.noSuchAction(
        'ยกเป็นคำถามที่พบบ่อยได้เฉพาะคำตอบของเจ้าหน้าที่ สถ.',
        'Only an answer of the department becomes a question of the FAQ.'
      );
    }
    if (thread.faq_id) {
      throw refusals.noSuchAction(
        'กระทู้นี้ยกเป็นคำถามที่พบบ่อยแล้ว',
        'This thread has become a question of the FAQ already.'
      );
    }
    const faqs = strapi.documents('plugin::km.faq' as never) as unknown as FaqDocuments;
    const topics = tree.refTo(thread.topic_id) ? [thread.topic_id] : [];
    const { documentId } = await faqs.create({
      data: {
        question: question ?? thread.title,
        answer: blocksOfMarkdown(reply.body),
        topics,
        audience: 'everyone',
        appliesTo: thread.applies_to,
        errorMessages: thread.error_message,
        sample: !!thread.sample,
      },
      ...(publish && { status: 'published' }),
    });
    await changeThread(one, thread, { faq_id: documentId });
    await writeModeration(one, {
      actor: { kind: 'member', id: member.id },
      action: 'promote',
      postKind: 'reply',
      postId: replyId,
      memberId: reply.author_id,
      reason: publish ? 'เผยแพร่เป็นคำถามที่พบบ่อย' : 'ร่างเป็นคำถามที่พบบ่อย',
      details: { faq: documentId, thread: id },
    });
    one.record('reply.promote', replyId);
    return { faq: documentId, published: publish };
  });
}
