import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { newDocumentId } from './document-id';
import type { Mail } from './mail-layout';
import { lock, sealOf, sealsOf } from './secrets';

/** The server mail leaves by. */
export interface MailSettings {
  host?: string;
  port?: number;
  /** TLS from the first byte (port 465); else STARTTLS where the server offers it. */
  secure?: boolean;
  user?: string;
  password?: string;
  /** E.g. `คลังความรู้ e-LAAS <km@example.go.th>`. */
  from?: string;
}

/** A mail and where it goes. */
export interface OutgoingMail {
  to: string;
  mail: Mail;
  /** Of two mails with the same key one is sent. */
  key?: string;
  /** Is put down and goes nowhere, so that a request without a mail takes as long as one with it. */
  isVoid?: boolean;
  /** The transaction whose commit sends it. */
  trx?: Knex.Transaction;
}

/** What a row of `km_mails` holds, locked: addresses and links in it are nobody's to read. */
export interface MailContent {
  to: string;
  mail: Mail;
}

/** What seals the address of a waiting mail, by which it is found when its owner wants it gone. */
const mailTo = 'mail-to';

const wake = new WeakMap<Core.Strapi, () => void>();

/** Whether mail can be sent at all: without a server for it nobody can register. */
export function canSendMail(strapi: Core.Strapi): boolean {
  const { host, from } = strapi.plugin('km').config<MailSettings | undefined>('mail') ?? {};
  return Boolean(host && from);
}

/** Puts a mail on its way; it leaves when the transaction, if there is one, has been committed. */
export async function queueMail(
  strapi: Core.Strapi,
  { to, mail, key, isVoid = false, trx }: OutgoingMail
): Promise<void> {
  const now = new Date().toISOString();
  const content = lock(strapi, 'mail', JSON.stringify({ to, mail } satisfies MailContent));
  const query = strapi.db.getConnection('km_mails');
  if (trx) query.transacting(trx);
  await query
    .insert({
      id: newDocumentId(),
      mail_key: key ?? null,
      state: isVoid ? 'void' : 'waiting',
      to_key: isVoid ? null : sealOf(strapi, mailTo, to),
      content: isVoid ? null : content,
      next_at: now,
      created_at: now,
      done_at: isVoid ? now : null,
    })
    .onConflict('mail_key')
    .ignore();
  wake.get(strapi)?.();
}

/** Throws away what waits for an address. */
export async function forgetMail(
  strapi: Core.Strapi,
  to: string,
  trx: Knex.Transaction
): Promise<void> {
  await strapi.db
    .getConnection('km_mails')
    .transacting(trx)
    .whereIn('to_key', sealsOf(strapi, mailTo, to))
    .delete();
}

/** Has the postman look at once whenever a mail is put on its way by this instance. */
export function onQueuedMail(strapi: Core.Strapi, look: () => void): void {
  wake.set(strapi, look);
}
