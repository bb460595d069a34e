import type { Core } from '@strapi/types';
import { blockMember, memberEmail, reinstateMember, suspendMember } from '../member';
import { problemOfStatus } from '../platform/problem';
import { act } from './act';
import type { Moderator } from './moderating';
import { tellMember } from './notices/moderation-mail';
import { writeModeration } from './records/moderation-log';
import { refusals } from './refusals';
import { cleanText } from './rules/text-hygiene';

/** What may be done about a member who does not keep the rules. */
export interface Sanction {
  action: 'warn' | 'suspend' | 'block' | 'reinstate';
  reason: string;
  /** Of `suspend`, in UTC. */
  until?: string | undefined;
}

/** Warns, suspends or blocks a member, or takes that back: with a reason, by mail, in the log. */
export async function sanctionMember(
  strapi: Core.Strapi,
  { actor, by }: Moderator,
  memberId: string,
  { action, reason: given, until }: Sanction
): Promise<void> {
  const reason = cleanText(given);
  const mail = await memberEmail(strapi, memberId);
  await act(strapi, by, async (one) => {
    const { trx } = one;
    const member = await one.tables('km_members').where({ id: memberId }).forUpdate().first('id');
    if (!member) throw problemOfStatus(404);
    const done = {
      warn: async () => true,
      suspend: () => suspendMember(strapi, memberId, until ?? one.now, { reason, trx }),
      block: () => blockMember(strapi, memberId, { reason, trx }),
      reinstate: () => reinstateMember(strapi, memberId, trx),
    };
    if (!(await done[action]())) {
      throw refusals.noSuchAction(
        'สถานะของสมาชิกเปลี่ยนไปแล้ว จึงทำรายการนี้ไม่ได้ โปรดเปิดดูใหม่',
        'The member is no longer as they were, so this cannot be done. Look again.'
      );
    }
    await writeModeration(one, {
      actor,
      action,
      memberId,
      reason,
      details: { ...(until && { until }) },
    });
    await tellMember(one, mail, { action, reason, until: until ?? null });
    one.record(`member.${action}`, memberId);
  });
}
