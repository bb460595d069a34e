import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { queueMail } from '../../platform/mail';
import { writeMail } from '../../platform/mail-layout';
import { addressOf } from './address';

/** A mail of the board, in Thai. */
export interface BoardMail {
  to: string;
  subject: string;
  paragraphs: readonly string[];
  action?: { label: string; path: string };
  /** Of two mails with the same key one is sent. */
  key?: string;
  /** Path that ends mail of this kind with one click. */
  offPath?: string;
}

/** Puts a mail on its way when the transaction is committed. */
export async function queueBoardMail(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { to, subject, paragraphs, action, key, offPath }: BoardMail
): Promise<void> {
  const mail = writeMail({
    subject,
    greeting: 'เรียน สมาชิก',
    paragraphs,
    ...(action && { action: { label: action.label, url: addressOf(strapi, action.path) } }),
    sender: { name: 'คลังความรู้ e-LAAS', url: addressOf(strapi, '/') },
    ...(offPath && {
      off: { label: 'หยุดรับอีเมลแจ้งคำตอบใหม่', url: addressOf(strapi, offPath) },
    }),
  });
  await queueMail(strapi, { to, mail, trx, ...(key && { key }) });
}
