import type { MemberGrade } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { originOf } from '../platform/origin';
import { ProblemError } from '../platform/problem';
import { findSession, isAlive, type FoundSession } from './sessions';
import { instant, type MemberRow } from './tables';

/** Somebody who is signed in and may write. */
export interface Member {
  id: string;
  displayName: string;
  authorityCode: string | null;
  authorityName: string | null;
  provinceCode: string | null;
  grade: MemberGrade;
  isModerator: boolean;
  /** None of the member's posts has been approved yet. */
  isNew: boolean;
  /** The origin of the page the member signed in from. */
  origin: string;
}

/** Whoever's token a request carries, or null: reads never fail for a token that works no more. */
export async function memberOf(strapi: Core.Strapi, ctx: Context): Promise<Member | null> {
  const found = await sessionOf(strapi, ctx);
  if (!found || refusalOf(found)) return null;
  return adaptMember(found.member, found.session.origin);
}

/**
 * As {@link memberOf}, for what only members do.
 *
 * @throws {ProblemError} 401 where a sign-in is needed, 403 that says why and until when the member
 *   may not.
 */
export async function requireMember(strapi: Core.Strapi, ctx: Context): Promise<Member> {
  const { session, member } = await requireSession(strapi, ctx);
  return adaptMember(member, session.origin);
}

/** The session of {@link requireMember}, with the same refusals. */
export async function requireSession(strapi: Core.Strapi, ctx: Context): Promise<FoundSession> {
  const found = await sessionOf(strapi, ctx);
  if (!found) throw signInFirst;
  const refusal = refusalOf(found);
  if (refusal) throw refusal;
  return found;
}

/**
 * The session of the token a request carries. A token works at the origin it was made for and
 * nowhere else: a page that got hold of one cannot use it from a browser.
 */
export async function sessionOf(strapi: Core.Strapi, ctx: Context): Promise<FoundSession | null> {
  const found = await carriedSession(strapi, ctx);
  return found && isAlive(found.session) ? found : null;
}

/** As {@link sessionOf}, of a token that may work no more. */
export async function carriedSession(
  strapi: Core.Strapi,
  ctx: Context
): Promise<FoundSession | null> {
  const token = /^Bearer ([\w-]{43})$/i.exec(ctx.get('Authorization'))?.[1];
  const found = token ? await findSession(strapi, token, 'embed') : null;
  return found?.session.origin === pageOriginOf(strapi, ctx) ? found : null;
}

/** The origin of the page that asks; browsers leave it out where a page reads from its own origin. */
export function pageOriginOf(strapi: Core.Strapi, ctx: Context): string {
  return ctx.get('Origin') || originOf(strapi, ctx);
}

/** Why a member may not, if so. */
export function refusalOf({ member, isShut }: Pick<FoundSession, 'member' | 'isShut'>) {
  if (isShut || member.state === 'blocked') return blocked(member.state_reason);
  if (isSuspended(member)) return suspended(member);
  if (member.state === 'awaiting') return awaiting;
  return member.state === 'deleted' ? signInFirst : null;
}

/** Whether a member is suspended at this moment. */
export function isSuspended({ state, suspended_until }: MemberRow): boolean {
  return state === 'suspended' && (suspended_until === null || suspended_until > instant());
}

export function adaptMember(row: MemberRow, origin: string): Member {
  return {
    id: row.id,
    displayName: row.display_name,
    authorityCode: row.authority_code,
    authorityName: row.authority_name,
    provinceCode: row.province_code,
    grade: row.grade,
    isModerator: Boolean(row.is_moderator),
    isNew: Number(row.approved_posts) === 0,
    origin,
  };
}

const signInFirst = new ProblemError(401, {
  th: 'ต้องเข้าสู่ระบบก่อน หรือหมดเวลาแล้ว โปรดเข้าสู่ระบบอีกครั้ง',
  en: 'Sign in first, or again where the time is over.',
});

const awaiting = new ProblemError(403, {
  th: 'บัญชีนี้รอการอนุมัติ ระบบจะแจ้งทางอีเมลเมื่ออนุมัติแล้ว',
  en: 'This account awaits approval. You will get a mail once it is approved.',
});

function blocked(reason: string | null): ProblemError {
  return new ProblemError(403, {
    th: `บัญชีนี้ถูกระงับการใช้งานถาวร${reason ? ` เหตุผล: ${reason}` : ''}`,
    en: `This account is blocked.${reason ? ` Reason: ${reason}` : ''}`,
  });
}

function suspended({ suspended_until: until, state_reason: reason }: MemberRow): ProblemError {
  const day = (language: string) =>
    until === null
      ? ''
      : new Date(until).toLocaleString(language, {
          dateStyle: 'long',
          timeStyle: 'short',
          timeZone: 'Asia/Bangkok',
        });
  return new ProblemError(
    403,
    {
      th: `บัญชีนี้ถูกพักการใช้งาน${until ? `ถึง ${day('th-TH')} น.` : ''}${reason ? ` เหตุผล: ${reason}` : ''}`,
      en: `This account is suspended${until ? ` until ${day('en-GB')}` : ''}.${reason ? ` Reason: ${reason}` : ''}`,
    },
    { until }
  );
}
