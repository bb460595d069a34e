import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { tablesIn } from '../../editorial/ambient-table';
import { newDocumentId } from '../../platform/document-id';
import { lock } from '../../platform/secrets';

export interface BoardMail {
  to: string;
  subject: string;
  lines: string[];
  key: string;
  offPath?: string;
}

export async function queueBoardMail(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  mail: BoardMail
): Promise<void> {
  const now = new Date().toISOString();
  await tablesIn(
    strapi,
    trx
  )('km_mails')
    .insert({
      id: newDocumentId(),
      mail_key: mail.key,
      state: 'waiting',
      content: lock(strapi, 'mail', JSON.stringify(mail)),
      attempts: 0,
      next_at: now,
      created_at: now,
    })
    .onConflict('mail_key')
    .ignore();
}
