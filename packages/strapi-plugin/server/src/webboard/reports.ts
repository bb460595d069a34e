import type { Report } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { maskPersonalData } from '../feedback/mask-personal-data';
import { memberEmail } from '../member';
import { problemOfStatus } from '../platform/problem';
import type { Requester } from '../platform/requester';
import { act, type Act } from './act';
import { authorOf } from './authorship';
import { tellAuthor } from './notices/moderation-mail';
import { writeModeration } from './records/moderation-log';
import { isHeldByReports } from './rules/moderation';
import { cleanText } from './rules/text-hygiene';
import { settingsOf } from './settings';
import { takeReply } from './showing';
import { changeThread, lockReply, lockThread } from './threads';

/** Tells moderators of a post; after enough different reports it waits for one of them. */
export async function reportPost(
  strapi: Core.Strapi,
  kind: 'thread' | 'reply',
  id: string,
  { reason, note }: Report,
  by: { memberId: string | null; requester: Requester }
): Promise<void> {
  const settings = await settingsOf(strapi);
  const mail = await memberEmail(strapi, await authorOf(strapi, kind, id));
  await act(strapi, by, async (one) => {
    const { reply, thread } =
      kind === 'reply'
        ? await lockReply(one, id)
        : { reply: null, thread: await lockThread(one, id) };
    const post = reply ?? thread;
    if (post.state !== 'shown' || thread.state !== 'shown') throw problemOfStatus(404);
    await one.tables('km_reports').insert({
      post_id: id,
      post_kind: kind,
      reason,
      note: note ? maskPersonalData(cleanText(note)) : null,
      reporter_id: by.memberId,
      state: 'open',
      at: one.now,
    });
    one.record(`${kind}.report`, id);
    // What anybody may say without an account holds nothing back: members' words do.
    if (!isHeldByReports(await countReporters(one, id), settings)) return;
    const held = { state: 'held', held_reason: 'reported' } as const;
    if (reply) await takeReply(one, thread, reply, { ...held, removed_by: 'moderator' });
    else await changeThread(one, thread, held);
    const why = { action: 'hold', reason: 'มีผู้แจ้งปัญหาครบจำนวนที่กำหนด' };
    await writeModeration(one, {
      ...why,
      actor: { kind: 'system', id: 'reports' },
      postKind: kind,
      postId: id,
      memberId: post.author_id,
    });
    await tellAuthor(one, mail, { ...why, threadId: thread.id });
  });
}

async function countReporters({ tables }: Act, postId: string): Promise<number> {
  const [count] = (await tables('km_reports')
    .where({ post_id: postId, state: 'open' })
    .whereNotNull('reporter_id')
    .countDistinct({ total: 'reporter_id' })) as { total: number | string }[];
  return Number(count?.total ?? 0);
}
