import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { generateSecret, generateURI, verify } from 'otplib';
import { queueMail } from '../platform/mail';
import { hashOf, lock, unlock } from '../platform/secrets';
import { clearLimit, countTry } from '../platform/shared-limit';
import { accountOf } from './accounts';
import { limits } from './limits';
import type { MailPlace } from './mails';
import { newsMail } from './news-mails';
import { isEntrusted } from './roles';
import { endSessions } from './sessions';
import { memberSettings } from './settings';
import { from, instant, type MemberRow } from './tables';

/** Seconds a telephone's clock may be wrong by, either way: one step (RFC 6238, 5.2). */
const tolerance = 30;
const recoveryCodes = 10;
/** Base32 without signs that look alike. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A secret that an app is told, before any account has it. */
export function newTotpSecret(): string {
  return generateSecret();
}

/** What an app reads from the QR code. */
export function totpAddress(secret: string, email: string): string {
  return generateURI({ issuer: 'KM e-LAAS', label: email, secret });
}

/** The step of a code, or null where it is wrong or no newer than the last one that was used. */
export async function stepOf(
  secret: string,
  code: string,
  { after, now = Date.now() }: { after: number | null; now?: number }
): Promise<number | null> {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const outcome = await verify({
    secret,
    token,
    epoch: Math.floor(now / 1000),
    epochTolerance: tolerance,
  });
  if (!outcome.valid || !('timeStep' in outcome)) return null;
  // Compared here: the library throws where a clock that was put back lies behind the last step.
  return after === null || outcome.timeStep > after ? outcome.timeStep : null;
}

/** Whether a member's role asks for a second factor, and whether there is none yet. */
export async function needsSecondFactor(
  strapi: Core.Strapi,
  member: MemberRow
): Promise<{ isRequired: boolean; isMissing: boolean }> {
  const isRequired =
    isEntrusted(member) && (await memberSettings(strapi)).secondFactor === 'officers';
  return { isRequired, isMissing: isRequired && member.totp_secret === null };
}

/** What became of a code. */
export type CodeCheck = 'right' | 'wrong' | 'tooMany';

/**
 * Checks a code of the app, or one of the recovery codes, and spends it: of two who send the same
 * one at once, one gets in. Tries are counted before anything is compared.
 */
export async function spendCode(
  strapi: Core.Strapi,
  member: MemberRow,
  given: string,
  place: MailPlace
): Promise<CodeCheck> {
  const short = await countTry(strapi, limits.secondFactor, member.id);
  const long = await countTry(strapi, limits.secondFactorDay, member.id);
  if (short.isUsedUp || long.isUsedUp) {
    await warnOfTries(strapi, member, place);
    return 'tooMany';
  }
  const secret = member.totp_secret && unlock(strapi, 'totp', member.totp_secret);
  if (!secret) return 'wrong';
  const isSpent =
    (await spendStep(strapi, member, secret, given)) ||
    (await spendRecovery(strapi, member, given));
  if (!isSpent) return 'wrong';
  await clearLimit(strapi, limits.secondFactor, member.id);
  await clearLimit(strapi, limits.secondFactorDay, member.id);
  return 'right';
}

async function spendStep(
  strapi: Core.Strapi,
  { id, totp_step: last, totp_secret: locked }: MemberRow,
  secret: string,
  given: string
): Promise<boolean> {
  const after = last === null ? null : Number(last);
  const step = await stepOf(secret, given, { after });
  if (step === null) return false;
  const spent = await from(strapi, 'km_members')
    .where({ id, totp_secret: locked })
    .where((older) => older.whereNull('totp_step').orWhere('totp_step', '<', step))
    .update({ totp_step: step });
  return spent > 0;
}

async function spendRecovery(
  strapi: Core.Strapi,
  { id }: MemberRow,
  given: string
): Promise<boolean> {
  const code = given.toLowerCase().replace(/[\s-]/g, '');
  const spent = await from(strapi, 'km_member_recovery')
    .where({ member_id: id, code_hash: hashOf(`${id} ${code}`) })
    .whereNull('used_at')
    .update({ used_at: instant() });
  return spent > 0;
}

/** Whoever tries codes knows the password: its owner ought to hear of it, once a day. */
async function warnOfTries(
  strapi: Core.Strapi,
  member: MemberRow,
  place: MailPlace
): Promise<void> {
  const account = await accountOf(strapi, member);
  if (!account) return;
  const key = `codes ${member.id} ${instant().slice(0, 10)}`;
  await queueMail(strapi, { to: account.email, mail: newsMail(place, 'codesTried'), key });
}

/**
 * Gives a member a second factor, once the first code of the app was right; every other session
 * ends.
 *
 * @returns the recovery codes, told this once; null where the code is wrong.
 */
export async function turnOn(
  strapi: Core.Strapi,
  member: MemberRow,
  { secret, code, keep, place }: { secret: string; code: string; keep: string; place: MailPlace }
): Promise<string[] | null> {
  const step = await stepOf(secret, code, { after: null });
  if (step === null) return null;
  const account = await accountOf(strapi, member);
  return strapi.db.transaction(async ({ trx }) => {
    await from(strapi, 'km_members', trx)
      .where({ id: member.id })
      .update({ totp_secret: lock(strapi, 'totp', secret), totp_step: step });
    const codes = await makeRecovery(strapi, member.id, trx);
    await endSessions(strapi, member.id, { except: keep, trx });
    const mail = newsMail(place, 'secondFactorOn');
    if (account) await queueMail(strapi, { to: account.email, mail, trx });
    return codes;
  });
}

/** Takes the second factor away; whoever asks has proven the password and a code. */
export async function turnOff(
  strapi: Core.Strapi,
  member: MemberRow,
  place: MailPlace
): Promise<void> {
  const account = await accountOf(strapi, member);
  await strapi.db.transaction(async ({ trx }) => {
    await from(strapi, 'km_members', trx)
      .where({ id: member.id })
      .update({ totp_secret: null, totp_step: null });
    await from(strapi, 'km_member_recovery', trx).where({ member_id: member.id }).delete();
    const mail = newsMail(place, 'secondFactorOff');
    if (account) await queueMail(strapi, { to: account.email, mail, trx });
  });
}

/** New recovery codes in place of the old ones. */
export async function renewRecovery(strapi: Core.Strapi, memberId: string): Promise<string[]> {
  return strapi.db.transaction(({ trx }) => makeRecovery(strapi, memberId, trx));
}

/** How many recovery codes are left. */
export async function recoveryLeft(strapi: Core.Strapi, memberId: string): Promise<number> {
  const [row] = await from(strapi, 'km_member_recovery')
    .where({ member_id: memberId })
    .whereNull('used_at')
    .count({ count: '*' });
  return Number(row?.count ?? 0);
}

async function makeRecovery(
  strapi: Core.Strapi,
  memberId: string,
  trx: Knex.Transaction
): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
  await from(strapi, 'km_member_recovery', trx).where({ member_id: memberId }).delete();
  await from(strapi, 'km_member_recovery', trx).insert(
    codes.map((code) => ({
      code_hash: hashOf(`${memberId} ${code.replaceAll('-', '')}`),
      member_id: memberId,
    }))
  );
  return codes;
}

/** 16 signs, 79 bits: too many to try, so that a plain hash keeps them. */
function newRecoveryCode(): string {
  const signs: string[] = [];
  while (signs.length < 16) {
    // The bytes that would make some signs likelier are left out.
    for (const byte of randomBytes(32)) {
      if (byte < alphabet.length * 8 && signs.length < 16)
        signs.push(alphabet[byte % alphabet.length] as string);
    }
  }
  return (signs.join('').match(/.{4}/g) as string[]).join('-');
}
