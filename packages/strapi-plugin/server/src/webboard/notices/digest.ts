import type { Core } from '@strapi/types';
import { memberEmail } from '../../member';
import { addressOf } from './address';
import { queueBoardMail } from './outbox';
import { claim, findDue, newsFor, type Due } from './reply-notices';

const lookBackDays = 9;
const betweenHours = 20;

/**
 * Mails those who want to hear once a day, one mail for all their threads. Whoever claims a thread
 * tells of it in the same transaction, so that each reply is told of once.
 */
export async function sendDigests(strapi: Core.Strapi): Promise<number> {
  const before = new Date(Date.now() - betweenHours * 3_600_000).toISOString();
  const due = await findDue(strapi, ['digest', 'immediate'], lookBackDays, (query) =>
    query.where((free) => free.whereNull('follow.told_at').orWhere('follow.told_at', '<', before))
  );
  const byMember = new Map<string, Due[]>();
  for (const one of due) {
    byMember.set(one.member_id, [...(byMember.get(one.member_id) ?? []), one]);
  }
  let sent = 0;
  for (const [memberId, threads] of byMember) {
    const mail = await memberEmail(strapi, memberId);
    // What is to come at once comes from the notices, unless the member wants one mail a day.
    const isDaily = ({ mode }: Due) => mode === 'digest' || mail?.replies === 'daily';
    const told: { one: Due; replies: number }[] = [];
    for (const one of threads.filter(isDaily))
      told.push({ one, replies: (await newsFor(strapi, one)).length });
    const isWanted = mail !== null && mail.replies !== 'off';
    await strapi.db.transaction(async ({ trx }) => {
      const lines: string[] = [];
      for (const { one, replies } of told) {
        if (!(await claim(strapi, trx, one, new Date().toISOString()))) continue;
        if (replies > 0) {
          lines.push(
            `${one.title}: คำตอบใหม่ ${replies} รายการ ${addressOf(strapi, `/threads/${one.thread_id}`)}`
          );
        }
      }
      if (!isWanted || lines.length === 0) return;
      await queueBoardMail(strapi, trx, {
        to: mail.email,
        subject: `สรุปคำตอบใหม่ในกระทู้ที่ติดตาม ${lines.length} กระทู้`,
        paragraphs: ['กระทู้ที่ท่านติดตามมีคำตอบใหม่', ...lines],
        offPath: mail.offPath,
      });
      sent += 1;
    });
  }
  return sent;
}
