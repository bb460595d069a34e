import { formatThaiDateTime } from '@km-laas/thai';
import type { MemberMail } from '../../member';
import type { Act } from '../act';
import { queueBoardMail } from './outbox';

/** What moderators do to a post, as its author reads it; what is not here concerns nobody else. */
const postWords: Record<string, string> = {
  approve: 'ข้อความของท่านผ่านการตรวจและแสดงแล้ว',
  show: 'ข้อความของท่านกลับมาแสดงแล้ว',
  hold: 'ข้อความของท่านรอผู้ดูแลตรวจอีกครั้ง',
  hide: 'ข้อความของท่านถูกซ่อน',
  delete: 'ข้อความของท่านถูกลบ',
  lock: 'กระทู้ของท่านถูกล็อก',
  move: 'กระทู้ของท่านถูกย้ายไปหมวดอื่น',
  merge: 'กระทู้ของท่านถูกรวมกับกระทู้อื่นที่ถามเรื่องเดียวกัน',
  close: 'กระทู้ของท่านถูกปิด',
  reopen: 'กระทู้ของท่านเปิดอีกครั้ง',
};

const memberWords: Record<string, string> = {
  warn: 'ผู้ดูแลเว็บบอร์ดขอตักเตือนท่าน',
  suspend: 'บัญชีของท่านถูกพักการใช้งานเว็บบอร์ด',
  block: 'บัญชีของท่านถูกระงับการใช้งานเว็บบอร์ด',
  reinstate: 'บัญชีของท่านกลับมาใช้งานเว็บบอร์ดได้แล้ว',
};

/** Tells the author of a post what was done to it and why. */
export async function tellAuthor(
  { strapi, trx }: Act,
  mail: MemberMail | null,
  { action, threadId, reason }: { action: string; threadId: string; reason: string }
): Promise<void> {
  const subject = postWords[action];
  if (!mail || !subject) return;
  await queueBoardMail(strapi, trx, {
    to: mail.email,
    subject,
    paragraphs: [subject, `เหตุผล: ${reason}`],
    action: { label: 'เปิดกระทู้', path: `/threads/${threadId}` },
  });
}

/** Tells a member what was decided about them and why. */
export async function tellMember(
  { strapi, trx }: Act,
  mail: MemberMail | null,
  { action, reason, until }: { action: string; reason: string; until: string | null }
): Promise<void> {
  const subject = memberWords[action];
  if (!mail || !subject) return;
  await queueBoardMail(strapi, trx, {
    to: mail.email,
    subject,
    paragraphs: [
      subject,
      `เหตุผล: ${reason}`,
      ...(until ? [`ถึง ${formatThaiDateTime(until)} น.`] : []),
    ],
  });
}
