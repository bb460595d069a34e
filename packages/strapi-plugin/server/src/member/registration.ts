import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/types';
import { queueMail } from '../platform/mail';
import { countTry } from '../platform/shared-limit';
import { createMember, findByEmail, tidyEmail, type NewMember } from './accounts';
import { makeCode, takeCode } from './codes';
import { limits } from './limits';
import { alreadyMail, confirmMail, type MailPlace } from './mails';
import type { MemberState } from './tables';

/** A registration that waits for the button behind its mail. */
export interface PendingMember extends NewMember {
  /** A hash of what the browser that filled in the form keeps. */
  browser: string;
}

/**
 * Sends what belongs to an e-mail address: a code where it is free, a word to its owner where it has
 * an account. Both ways do the same work, so that nobody learns which it was; nothing is an account
 * before its mailbox has confirmed it.
 */
export async function startRegistration(
  strapi: Core.Strapi,
  pending: PendingMember,
  place: MailPlace
): Promise<void> {
  const to = tidyEmail(pending.email);
  const known = await findByEmail(strapi, to);
  const { isUsedUp } = await countTry(strapi, limits.mailTo, to);
  await strapi.db.transaction(async ({ trx }) => {
    const code = await makeCode(strapi, known ? 'void' : 'confirm', { payload: pending }, trx);
    if (isUsedUp) return;
    const mail = known ? alreadyMail(place) : confirmMail(place, code, pending.displayName);
    await queueMail(strapi, { to, mail, key: `register ${randomUUID()}`, trx });
  });
}

/** What became of a confirmation. */
export type Confirmation = { id: string } | 'spent' | 'nameTaken' | 'emailTaken';

/** Makes the account of a code; the code stays good where the name has been taken meanwhile. */
export async function finishRegistration(
  strapi: Core.Strapi,
  code: string,
  state: MemberState,
  changed: Partial<Pick<NewMember, 'displayName'>> = {}
): Promise<Confirmation> {
  try {
    return await strapi.db.transaction(async ({ trx }) => {
      const taken = await takeCode<PendingMember>(strapi, 'confirm', code, trx);
      if (!taken) return 'spent';
      const { browser: _browser, ...given } = taken.payload;
      const id = await createMember(strapi, { ...given, ...changed }, state, trx);
      return { id };
    });
  } catch (error) {
    const taken = takenField(error);
    if (taken) return taken;
    throw error;
  }
}

/** Which of our unique columns refused a row. */
export function takenField(error: unknown): 'nameTaken' | 'emailTaken' | null {
  const {
    message = '',
    constraint = '',
    code = '',
  } = (error ?? {}) as {
    message?: string;
    constraint?: string;
    code?: string;
  };
  if (!/^(SQLITE_CONSTRAINT|23505)/.test(code)) return null;
  const told = `${constraint} ${message}`;
  if (/name_(key|unique)/.test(told)) return 'nameTaken';
  return /email_(key|unique)/.test(told) ? 'emailTaken' : null;
}
