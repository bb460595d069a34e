import type { MemberGrade } from '@km-laas/contract';
import { createMember, hashPassword, type NewMember } from '../src/member/accounts';
import { openSession } from '../src/member/sessions';
import type { MemberState } from '../src/member/tables';
import type { TestApp } from './start-app';

export interface TestMemberOptions {
  email?: string;
  password?: string;
  displayName?: string;
  authorityCode?: string | null;
  authorityName?: string | null;
  provinceCode?: string | null;
  grade?: MemberGrade;
  isModerator?: boolean;
  /** 0 makes a member whose posts are held. */
  approvedPosts?: number;
  state?: MemberState;
  wantsMail?: boolean;
  /** The page the member uses us from. */
  origin?: string;
}

export interface TestMember {
  id: string;
  email: string;
  password: string;
  displayName: string;
  origin: string;
  token: string;
  /** What every request of the member's page carries. */
  headers: Record<string, string>;
}

export const memberPassword = 'Laa-correct-horse-7';
let count = 0;

/** Makes a member who has signed in from a page of another origin. */
export async function signInMember(
  app: Pick<TestApp, 'strapi'>,
  options: TestMemberOptions = {}
): Promise<TestMember> {
  count += 1;
  const {
    email = `member${count}@example.go.th`,
    password = memberPassword,
    displayName = `สมาชิกทดสอบ ${count}`,
    authorityCode = '04470102',
    authorityName = 'เทศบาลตำบลทดสอบ',
    provinceCode = '47',
    grade = 'peer',
    isModerator = false,
    approvedPosts = 1,
    state = 'active',
    wantsMail = false,
    origin = 'https://municipality.example',
  } = options;
  const { strapi } = app;
  const given: NewMember = {
    email,
    passwordHash: await hashPassword(strapi, password),
    displayName,
    authorityCode,
    authorityName,
    provinceCode,
    position: 'นักวิชาการเงินและบัญชี',
    consentVersion: '1',
    consentAt: '2026-11-22T03:04:05.000Z',
    wantsMail,
  };
  const id = await strapi.db.transaction(({ trx }) => createMember(strapi, given, state, trx));
  await strapi.db
    .connection('km_members')
    .where({ id })
    .update({ grade, is_moderator: isModerator, approved_posts: approvedPosts });
  const requester = { address: '192.0.2.7', port: 50_000, userAgent: 'test' };
  const { token } = await openSession(strapi, { memberId: id, kind: 'embed', origin, requester });
  const headers = { Authorization: `Bearer ${token}`, Origin: origin };
  return { id, email, password, displayName, origin, token, headers };
}
