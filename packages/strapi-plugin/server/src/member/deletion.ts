import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { forgetMail, queueMail } from '../platform/mail';
import { revisionsOf } from '../platform/revisions';
import { accountOf } from './accounts';
import { nobody } from './authors';
import { hooksOf, recordDecision, type MemberDecision } from './hooks';
import type { MailPlace } from './mails';
import { newsMail } from './news-mails';
import { endSessions } from './sessions';
import { from, instant, type MemberRow } from './tables';

const userUid = 'plugin::users-permissions.user';

/** What goes with a deletion. */
export interface Deletion {
  /** Where the last mail is written from. */
  place?: MailPlace;
  /** Of an officer who refuses a registration; without one the member decided. */
  refusal?: MemberDecision;
}

/**
 * Deletes an account: other rooms take the member's name off what was posted, everything personal
 * goes, mail that waits included, and a nameless row stays so that no id is ever given again.
 *
 * @returns false where there is nothing to delete, or nothing to refuse any more.
 */
export async function deleteMember(
  strapi: Core.Strapi,
  id: string,
  { place, refusal }: Deletion = {}
): Promise<boolean> {
  return strapi.db.transaction(async ({ trx }) => {
    const member = await claim(strapi, id, refusal !== undefined, trx);
    if (!member) return false;
    for (const forget of hooksOf(strapi).deletions) await forget(id, trx);
    const account = await accountOf(strapi, member);
    if (account) {
      await strapi.db.query(userUid).delete({ where: { id: account.id } });
      await forgetMail(strapi, account.email, trx);
    }
    await endSessions(strapi, id, { trx });
    for (const table of [
      'km_member_sessions',
      'km_member_codes',
      'km_member_consents',
      'km_member_sites',
      'km_member_recovery',
      'km_member_identities',
    ] as const) {
      await from(strapi, table, trx).where({ member_id: id }).delete();
    }
    await from(strapi, 'km_members', trx).where({ id }).update({
      user_document_id: null,
      email_key: null,
      display_name: nobody.displayName,
      name_key: null,
      authority_code: null,
      authority_name: null,
      province_code: null,
      position: null,
      grade: 'peer',
      is_moderator: false,
      state: 'deleted',
      suspended_until: null,
      state_reason: null,
      replies_by_mail: 'off',
      totp_secret: null,
      totp_step: null,
      last_posted_at: null,
      deleted_at: instant(),
    });
    await revisionsOf(strapi).raise(['member']);
    if (refusal) await recordDecision(strapi, refusal, trx);
    if (place && account) {
      const mail = newsMail(place, refusal ? 'refused' : 'deleted', { reason: refusal?.reason });
      await queueMail(strapi, { to: account.email, mail, trx });
    }
    return true;
  });
}

/** Of two who decide at once one gets the row: who approves and who refuses cannot both be right. */
async function claim(
  strapi: Core.Strapi,
  id: string,
  onlyAwaiting: boolean,
  trx: Knex.Transaction
): Promise<MemberRow | null> {
  const row = () => {
    const query = from(strapi, 'km_members', trx).where({ id }).whereNot({ state: 'deleted' });
    return onlyAwaiting ? query.where({ state: 'awaiting' }) : query;
  };
  const claimed = await row().update({ deleted_at: instant() });
  return claimed > 0 ? ((await row().first()) as MemberRow) : null;
}
