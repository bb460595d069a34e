import { makeCode } from '../codes';
import type { MemberRow } from '../tables';
import { writeCookie } from './cookies';
import { enter } from './enter';
import { safeNext, type PageAnswer, type Visit } from './page';

const seconds = 600;

/**
 * After the first proof of who somebody is: signs them in, or asks for the code of their app first.
 * What waits for it is no session; it is a code that only this browser has and that works once.
 */
export async function begin(
  visit: Visit,
  member: MemberRow,
  next: string | null
): Promise<PageAnswer> {
  const { strapi, ctx, origin } = visit;
  const to = safeNext(next, origin);
  if (member.totp_secret === null) {
    await enter(visit, member.id);
    return { redirect: to };
  }
  const code = await makeCode(strapi, 'secondStep', { memberId: member.id, payload: {} });
  writeCookie(ctx, 'step', code, { origin, seconds });
  return { redirect: `/members/sign-in/code?next=${encodeURIComponent(to)}` };
}
