import type { Core } from '@strapi/types';
import type { ProblemError, Sentence } from '../platform/problem';
import { clearLimit, countTry } from '../platform/shared-limit';
import { findByEmail, isPasswordOf, tidyEmail } from './accounts';
import { isSuspended, refusalOf } from './identity';
import { limits } from './limits';
import type { FoundSession } from './sessions';
import type { MemberRow } from './tables';

/** Who signed in, or why nobody did. */
export type SignIn = { member: MemberRow } | { fault: Sentence; status: number };

/** The same for a wrong password, a wrong address and an account there never was. */
const wrong: Sentence = {
  th: 'อีเมลหรือรหัสผ่านไม่ถูกต้อง',
  en: 'The e-mail address or the password is not right.',
};

/**
 * Checks a password. Tries are counted before anything is looked up and for every address alike, so
 * that neither the answer nor the time it takes nor a lock-out tells who has an account.
 */
export async function checkSignIn(
  strapi: Core.Strapi,
  email: string,
  password: string
): Promise<SignIn> {
  const key = tidyEmail(email);
  const { isUsedUp, seconds } = await countTry(strapi, limits.password, key);
  if (isUsedUp) {
    const minutes = Math.max(1, Math.ceil(seconds / 60));
    return {
      status: 429,
      fault: {
        th: `ลองรหัสผ่านหลายครั้งเกินไป โปรดลองใหม่ในอีก ${minutes} นาที หรือตั้งรหัสผ่านใหม่`,
        en: `Too many tries. Try again in ${minutes} minutes, or set a new password.`,
      },
    };
  }
  const found = await findByEmail(strapi, key);
  if (!(await isPasswordOf(strapi, found?.account ?? null, password)) || !found) {
    return { status: 400, fault: wrong };
  }
  await clearLimit(strapi, limits.password, key);
  const { member, account } = found;
  const refusal = entryRefusal({ member, isShut: account.blocked === true });
  return refusal ? { status: refusal.status, fault: refusal.sentence } : { member };
}

/** Who may not even look at the own account: the suspended may, they only may not write. */
export function entryRefusal(found: Pick<FoundSession, 'member' | 'isShut'>): ProblemError | null {
  return !found.isShut && isSuspended(found.member) ? null : refusalOf(found);
}
