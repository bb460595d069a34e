import type { MemberToken, OwnMember } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { ProblemError } from '../platform/problem';
import type { Requester } from '../platform/requester';
import { takeCode } from './codes';
import { hooksOf } from './hooks';
import { refusalOf } from './identity';
import { challengeOf } from './pkce';
import {
  endChain,
  findSessionById,
  isAlive,
  openSession,
  type FoundSession,
  type OpenedSession,
} from './sessions';
import { from, instant, type MemberRow } from './tables';

/** What the sign-in window promised, kept behind its code. */
export interface WindowCode {
  origin: string;
  challenge: string;
  /** The session of our own pages the window was signed in with. */
  sessionId: string;
}

/** One sentence for every reason, so that nobody learns which part was wrong. */
const refused = new ProblemError(400, {
  th: 'รหัสจากหน้าต่างเข้าสู่ระบบใช้ไม่ได้ หรือถูกใช้ไปแล้ว โปรดเข้าสู่ระบบอีกครั้ง',
  en: 'The code of the sign-in window does not work, or was used before. Sign in again.',
});

/**
 * A token for the page that holds the verifier. The code is spent by the first try, right or wrong.
 *
 * @throws {ProblemError} 400 for a code that is unknown, spent, late, of another page or without
 *   its verifier.
 */
export async function exchangeCode(
  strapi: Core.Strapi,
  { code, verifier }: { code: string; verifier: string },
  origin: string,
  requester: Requester
): Promise<MemberToken> {
  const taken = await takeCode<WindowCode>(strapi, 'window', code);
  if (!taken) throw refused;
  const { payload } = taken;
  if (payload.origin !== origin || payload.challenge !== challengeOf(verifier)) throw refused;
  const parent = await findSessionById(strapi, payload.sessionId);
  if (!parent || !isAlive(parent.session) || refusalOf(parent)) throw refused;
  const opened = await openSession(strapi, {
    memberId: parent.member.id,
    kind: 'embed',
    origin,
    requester,
    parentId: parent.session.id,
  });
  return tokenAnswer(strapi, opened, parent.member);
}

/**
 * The next token of a chain. Asked with one that was replaced before, somebody else has it: the
 * whole chain ends.
 */
export async function refreshToken(
  strapi: Core.Strapi,
  { session, member }: FoundSession,
  requester: Requester
): Promise<MemberToken> {
  const replaced = await from(strapi, 'km_member_sessions')
    .where({ id: session.id })
    .whereNull('replaced_at')
    .whereNull('revoked_at')
    .update({ replaced_at: instant() });
  if (replaced === 0 || session.chain_until <= instant()) {
    await endChain(strapi, session.chain_id);
    throw new ProblemError(401, {
      th: 'หมดเวลาแล้ว โปรดเข้าสู่ระบบอีกครั้ง',
      en: 'The time is over. Sign in again.',
    });
  }
  const opened = await openSession(strapi, {
    memberId: member.id,
    kind: 'embed',
    origin: session.origin,
    requester,
    parentId: session.parent_id ?? undefined,
    follows: session,
  });
  return tokenAnswer(strapi, opened, member);
}

async function tokenAnswer(
  strapi: Core.Strapi,
  { token, expiresAt }: OpenedSession,
  member: MemberRow
): Promise<MemberToken> {
  return { token, expiresAt, member: await ownMemberOf(strapi, member) };
}

/** What a member sees of the own account. */
export async function ownMemberOf(strapi: Core.Strapi, row: MemberRow): Promise<OwnMember> {
  const counts = await Promise.all(hooksOf(strapi).unread.map((count) => count(row.id)));
  return {
    id: row.id,
    displayName: row.display_name,
    authorityCode: row.authority_code,
    authorityName: row.authority_name,
    provinceCode: row.province_code,
    grade: row.grade,
    isModerator: Boolean(row.is_moderator),
    unread: counts.reduce((sum, count) => sum + count, 0),
  };
}
