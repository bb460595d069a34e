import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { newDocumentId } from '../platform/document-id';
import type { Requester } from '../platform/requester';
import { hashOf, newSecret } from '../platform/secrets';
import { from, instant, type MemberRow, type SessionRow } from './tables';

const minute = 60_000;
/** How long somebody stays signed in on our own pages: a working day. */
export const siteLife = 12 * 60 * minute;
/** How long a token of a page that embeds us works. */
export const embedLife = 10 * minute;
/** How long tokens of one sign-in may follow one another before the window is asked again. */
export const chainLife = 60 * minute;
/** How long a replaced token still answers what was under way; it gives no other one. */
const replacedGrace = 30_000;

/** What a session is made for. */
export interface NewSession {
  memberId: string;
  kind: SessionRow['kind'];
  origin: string;
  requester: Requester;
  /** The session of our own pages a token is given from. */
  parentId?: string;
  /** The token it follows. */
  follows?: Pick<SessionRow, 'id' | 'chain_id' | 'chain_until'>;
}

/** A session and the secret that proves it, which is told once and kept as a hash. */
export interface OpenedSession {
  id: string;
  token: string;
  expiresAt: string;
}

export async function openSession(
  strapi: Core.Strapi,
  { memberId, kind, origin, requester, parentId, follows }: NewSession,
  trx?: Knex.Transaction
): Promise<OpenedSession> {
  const id = newDocumentId();
  const token = newSecret();
  const chainUntil = follows?.chain_until ?? instant(kind === 'site' ? siteLife : chainLife);
  const end = instant(kind === 'site' ? siteLife : embedLife);
  const expiresAt = end < chainUntil ? end : chainUntil;
  await from(strapi, 'km_member_sessions', trx).insert({
    id,
    token_hash: hashOf(token),
    member_id: memberId,
    kind,
    origin,
    parent_id: parentId ?? null,
    chain_id: follows?.chain_id ?? id,
    chain_until: chainUntil,
    created_at: instant(),
    expires_at: expiresAt,
    address: requester.address.slice(0, 64),
    user_agent: requester.userAgent,
  });
  return { id, token, expiresAt };
}

/** A session with its member, whatever the state of both. */
export interface FoundSession {
  session: SessionRow;
  member: MemberRow;
  /** Whether users-permissions has it blocked, or has it no more. */
  isShut: boolean;
}

/** Who a token belongs to; null where there is none such, or its account is gone. */
export function findSession(
  strapi: Core.Strapi,
  token: string,
  kind: SessionRow['kind']
): Promise<FoundSession | null> {
  return withMember(strapi, { token_hash: hashOf(token), kind });
}

/** As {@link findSession}, by a session's own id. */
export function findSessionById(strapi: Core.Strapi, id: string): Promise<FoundSession | null> {
  return withMember(strapi, { id });
}

async function withMember(strapi: Core.Strapi, where: object): Promise<FoundSession | null> {
  const session = (await from(strapi, 'km_member_sessions').where(where).first()) as
    SessionRow | undefined;
  if (!session) return null;
  const member = (await from(strapi, 'km_members').where({ id: session.member_id }).first()) as
    MemberRow | undefined;
  if (!member?.user_document_id) return null;
  const user = (await strapi.db.query('plugin::users-permissions.user').findOne({
    select: ['blocked'],
    where: { documentId: member.user_document_id },
  })) as { blocked: boolean | null } | null;
  return { session, member, isShut: !user || user.blocked === true };
}

/** Whether a session still works. */
export function isAlive({ revoked_at, expires_at, replaced_at }: SessionRow): boolean {
  const now = instant();
  if (revoked_at !== null || expires_at <= now) return false;
  return replaced_at === null || replaced_at > instant(-replacedGrace);
}

/** Ends a session with everything that was given from it. */
export async function endSession(strapi: Core.Strapi, session: SessionRow): Promise<void> {
  const root = session.parent_id ?? session.id;
  await from(strapi, 'km_member_sessions')
    .where((either) => either.where({ id: root }).orWhere({ parent_id: root }))
    .whereNull('revoked_at')
    .update({ revoked_at: instant() });
  await endChain(strapi, session.chain_id);
}

/** Ends all tokens that followed one another. */
export async function endChain(strapi: Core.Strapi, chainId: string): Promise<void> {
  await from(strapi, 'km_member_sessions')
    .where({ chain_id: chainId })
    .whereNull('revoked_at')
    .update({ revoked_at: instant() });
}

/** Ends every session of a member, except one where that is asked. */
export async function endSessions(
  strapi: Core.Strapi,
  memberId: string,
  { except, trx }: { except?: string; trx?: Knex.Transaction } = {}
): Promise<void> {
  const query = from(strapi, 'km_member_sessions', trx)
    .where({ member_id: memberId })
    .whereNull('revoked_at');
  if (except) {
    query
      .whereNot({ id: except })
      .where((other) => other.whereNull('parent_id').orWhereNot({ parent_id: except }));
  }
  await query.update({ revoked_at: instant() });
}
