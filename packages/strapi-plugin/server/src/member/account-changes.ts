import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { queueMail } from '../platform/mail';
import { revisionsOf } from '../platform/revisions';
import { clearLimit, countTry } from '../platform/shared-limit';
import { hashOf } from '../platform/secrets';
import {
  accountOf,
  findByEmail,
  hashPassword,
  tidyEmail,
  type UserAccount,
  type Workplace,
} from './accounts';
import { endCodes, makeCode, takeCode } from './codes';
import { nameKey, tidyName } from './display-name';
import { limits } from './limits';
import { alreadyMail, changeEmailMail, resetMail, type MailPlace } from './mails';
import { newsMail } from './news-mails';
import { takenField } from './registration';
import { endSessions } from './sessions';
import { from, instant, type MemberRow, type RepliesByMail } from './tables';

const userUid = 'plugin::users-permissions.user';

/** Sends a code for a new password where there is an account; does as much where there is none. */
export async function startReset(
  strapi: Core.Strapi,
  email: string,
  place: MailPlace
): Promise<void> {
  const to = tidyEmail(email);
  const known = await findByEmail(strapi, to);
  const { isUsedUp } = await countTry(strapi, limits.mailTo, to);
  await strapi.db.transaction(async ({ trx }) => {
    const memberId = known?.member.id ?? null;
    const code = await makeCode(strapi, known ? 'reset' : 'void', { memberId, payload: {} }, trx);
    const mail = resetMail(place, code);
    if (!isUsedUp) await queueMail(strapi, { to, mail, isVoid: !known, trx });
  });
}

/** Sets the password of a code's member and signs every machine out; false where it does not work. */
export async function finishReset(
  strapi: Core.Strapi,
  code: string,
  password: string,
  place: MailPlace
): Promise<boolean> {
  const hash = await hashPassword(strapi, password);
  return strapi.db.transaction(async ({ trx }) => {
    const taken = await takeCode(strapi, 'reset', code, trx);
    const member = taken?.memberId ? await memberById(strapi, taken.memberId, trx) : undefined;
    const account = await accountOf(strapi, member);
    if (!member || !account) return false;
    await strapi.db.query(userUid).update({ where: { id: account.id }, data: { password: hash } });
    await endSessions(strapi, member.id, { trx });
    await endCodes(strapi, 'reset', member.id, trx);
    // Whoever gave the old password and has yet to give a code begins again.
    await endCodes(strapi, 'secondStep', member.id, trx);
    const mail = newsMail(place, 'passwordChanged');
    await queueMail(strapi, { to: account.email, mail, trx });
    return true;
  });
}

/** After a reset, whoever guessed at the password has no say about who may try. */
export async function forgiveGuesses(strapi: Core.Strapi, email: string): Promise<void> {
  await clearLimit(strapi, limits.password, tidyEmail(email));
}

/** Sets a new password; every other session ends. */
export async function changePassword(
  strapi: Core.Strapi,
  { member, account }: { member: MemberRow; account: UserAccount },
  password: string,
  { keep, place }: { keep: string; place: MailPlace }
): Promise<void> {
  const hash = await hashPassword(strapi, password);
  await strapi.db.transaction(async ({ trx }) => {
    await strapi.db.query(userUid).update({ where: { id: account.id }, data: { password: hash } });
    await endSessions(strapi, member.id, { except: keep, trx });
    await endCodes(strapi, 'reset', member.id, trx);
    // Whoever gave the old password and has yet to give a code begins again.
    await endCodes(strapi, 'secondStep', member.id, trx);
    const mail = newsMail(place, 'passwordChanged');
    await queueMail(strapi, { to: account.email, mail, trx });
  });
}

/** Sends a code to the new address, or a word to its owner where it has an account. */
export async function startEmailChange(
  strapi: Core.Strapi,
  member: MemberRow,
  email: string,
  place: MailPlace
): Promise<void> {
  const to = tidyEmail(email);
  const known = await findByEmail(strapi, to);
  const { isUsedUp } = await countTry(strapi, limits.mailTo, to);
  await strapi.db.transaction(async ({ trx }) => {
    const kind = known ? 'void' : 'email';
    const code = await makeCode(strapi, kind, { memberId: member.id, payload: { email: to } }, trx);
    const mail = known ? alreadyMail(place) : changeEmailMail(place, code);
    if (!isUsedUp) await queueMail(strapi, { to, mail, trx });
  });
}

/** Moves the account of a code to its new address; false where it does not work. */
export async function finishEmailChange(
  strapi: Core.Strapi,
  code: string,
  memberId: string,
  place: MailPlace
): Promise<boolean> {
  try {
    return await strapi.db.transaction(async ({ trx }) => {
      const taken = await takeCode<{ email: string }>(strapi, 'email', code, trx);
      if (taken?.memberId !== memberId) return false;
      const member = await memberById(strapi, memberId, trx);
      const account = await accountOf(strapi, member);
      if (!member || !account) return false;
      const { email } = taken.payload;
      await from(strapi, 'km_members', trx)
        .where({ id: member.id })
        .update({ email_key: hashOf(email) });
      await strapi.db.query(userUid).update({ where: { id: account.id }, data: { email } });
      await endCodes(strapi, 'email', member.id, trx);
      // Whoever can read the old mailbox must not get in by it any more.
      await endCodes(strapi, 'reset', member.id, trx);
      const mail = newsMail(place, 'emailChanged');
      await queueMail(strapi, { to: account.email, mail, trx });
      return true;
    });
  } catch (error) {
    if (takenField(error) === 'emailTaken') return false;
    throw error;
  }
}

/** What a member may change of the profile. */
export interface ProfileChange {
  displayName: string;
  position: string;
  repliesByMail: RepliesByMail;
}

/** Changes a profile; false where the name is somebody's. A change of consent is recorded. */
export async function changeProfile(
  strapi: Core.Strapi,
  member: MemberRow,
  { displayName, position, repliesByMail }: ProfileChange,
  version: string
): Promise<boolean> {
  const gaveConsent = repliesByMail !== 'off';
  try {
    await strapi.db.transaction(async ({ trx }) => {
      await from(strapi, 'km_members', trx)
        .where({ id: member.id })
        .update({
          display_name: tidyName(displayName),
          name_key: nameKey(displayName),
          position,
          replies_by_mail: repliesByMail,
        });
      if (gaveConsent !== (member.replies_by_mail !== 'off')) {
        await recordMailConsent(strapi, member.id, gaveConsent, version, trx);
      }
      await revisionsOf(strapi).raise(['member']);
    });
    return true;
  } catch (error) {
    if (takenField(error) === 'nameTaken') return false;
    throw error;
  }
}

/** Moves a member to another authority. */
export async function changeWorkplace(
  strapi: Core.Strapi,
  id: string,
  { authorityCode, authorityName, provinceCode }: Workplace
): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await from(strapi, 'km_members', trx).where({ id }).update({
      authority_code: authorityCode,
      authority_name: authorityName,
      province_code: provinceCode,
    });
    await revisionsOf(strapi).raise(['member']);
  });
}

/** Ends mail of replies by the key of a mail; false where nobody has that key. */
export async function stopReplyMail(
  strapi: Core.Strapi,
  key: string,
  version: string
): Promise<boolean> {
  return strapi.db.transaction(async ({ trx }) => {
    const member = (await from(strapi, 'km_members', trx)
      .where({ mail_key: key })
      .whereNot({ state: 'deleted' })
      .first()) as MemberRow | undefined;
    if (!member) return false;
    if (member.replies_by_mail === 'off') return true;
    await from(strapi, 'km_members', trx)
      .where({ id: member.id })
      .update({ replies_by_mail: 'off' });
    await recordMailConsent(strapi, member.id, false, version, trx);
    return true;
  });
}

function memberById(
  strapi: Core.Strapi,
  id: string,
  trx: Knex.Transaction
): Promise<MemberRow | undefined> {
  return from(strapi, 'km_members', trx).where({ id }).first() as unknown as Promise<
    MemberRow | undefined
  >;
}

async function recordMailConsent(
  strapi: Core.Strapi,
  id: string,
  given: boolean,
  version: string,
  trx: Knex.Transaction
): Promise<void> {
  await from(strapi, 'km_member_consents', trx).insert({
    member_id: id,
    purpose: 'mail',
    given,
    version,
    at: instant(),
  });
}
