import type { Core } from '@strapi/types';
import { harmless } from '../platform/table';
import { accountOf } from './accounts';
import { hooksOf } from './hooks';
import { identitiesOf } from './oidc/identities';
import { from, type MemberRow } from './tables';

/** All that is kept of a member, as tables by name. */
export type MemberData = Record<string, readonly object[]>;

/** Collects what a member may take home; hashes and secrets are nobody's. */
export async function collectData(strapi: Core.Strapi, member: MemberRow): Promise<MemberData> {
  const account = await accountOf(strapi, member);
  const own = (table: 'km_member_consents' | 'km_member_sessions' | 'km_member_sites') =>
    from(strapi, table).where({ member_id: member.id });
  const profile = {
    id: member.id,
    email: account?.email ?? null,
    displayName: member.display_name,
    authorityCode: member.authority_code,
    authorityName: member.authority_name,
    provinceCode: member.province_code,
    position: member.position,
    grade: member.grade,
    isModerator: Boolean(member.is_moderator),
    state: member.state,
    suspendedUntil: member.suspended_until,
    stateReason: member.state_reason,
    hasSecondFactor: member.totp_secret !== null,
    consentVersion: member.consent_version,
    consentAt: member.consent_at,
    repliesByMail: member.replies_by_mail,
    approvedPosts: Number(member.approved_posts),
    lastPostedAt: member.last_posted_at,
    createdAt: member.created_at,
  };
  const consents = await own('km_member_consents')
    .orderBy('id')
    .select('purpose', 'given', 'version', 'at');
  const sessions = await own('km_member_sessions')
    .orderBy('created_at')
    .select('kind', 'origin', 'created_at', 'expires_at', 'revoked_at', 'address', 'user_agent');
  const sites = await own('km_member_sites').orderBy('origin').select('origin', 'allowed_at');
  const identities = (await identitiesOf(strapi, member.id)).map(({ provider, linked_at }) => ({
    provider,
    linked_at,
  }));
  const data: MemberData = {
    profile: [profile],
    consents: consents.map((row: { given: unknown }) => ({ ...row, given: Boolean(row.given) })),
    sessions,
    sites,
    identities,
  };
  for (const collect of hooksOf(strapi).exports) Object.assign(data, await collect(member.id));
  return data;
}

/** The same as one table: name of the table, number of its row, field, value. */
export function dataAsCsv(data: MemberData): string {
  const lines = Object.entries(data).flatMap(([table, rows]) =>
    rows.flatMap((row, at) =>
      Object.entries(row).map(([field, value]) => [table, String(at + 1), field, textOf(value)])
    )
  );
  const cell = (text: string) => `"${harmless(text).replaceAll('"', '""')}"`;
  return [['table', 'row', 'field', 'value'], ...lines]
    .map((line) => line.map(cell).join(','))
    .join('\r\n')
    .replace(/^/, '\uFEFF')
    .concat('\r\n');
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
