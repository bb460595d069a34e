import type { MemberGrade } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';

export type MemberState = 'awaiting' | 'active' | 'suspended' | 'blocked' | 'deleted';
/** Whether replies to what a member follows come by mail: never, at once, or once a day. */
export type RepliesByMail = 'off' | 'each' | 'daily';

/** A row of `km_members`. SQLite keeps truth as 0 and 1. */
export interface MemberRow {
  id: string;
  user_document_id: string | null;
  email_key: string | null;
  display_name: string;
  name_key: string | null;
  authority_code: string | null;
  authority_name: string | null;
  province_code: string | null;
  position: string | null;
  grade: MemberGrade;
  is_moderator: boolean | number;
  state: MemberState;
  suspended_until: string | null;
  state_reason: string | null;
  consent_version: string | null;
  consent_at: string | null;
  replies_by_mail: RepliesByMail;
  mail_key: string;
  approved_posts: number;
  totp_secret: string | null;
  totp_step: number | string | null;
  last_posted_at: string | null;
  created_at: string;
  deleted_at: string | null;
}

/** A row of `km_member_sessions`. */
export interface SessionRow {
  id: string;
  token_hash: string;
  member_id: string;
  kind: 'site' | 'embed';
  origin: string;
  parent_id: string | null;
  chain_id: string;
  chain_until: string;
  created_at: string;
  expires_at: string;
  replaced_at: string | null;
  revoked_at: string | null;
  address: string | null;
  user_agent: string | null;
}

type Table =
  | 'km_members'
  | 'km_member_sessions'
  | 'km_member_codes'
  | 'km_member_consents'
  | 'km_member_sites'
  | 'km_member_recovery'
  | 'km_member_identities';

/** A query on a table of members, inside the caller's transaction where there is one. */
export function from(strapi: Core.Strapi, table: Table, trx?: Knex.Transaction): Knex.QueryBuilder {
  const query = strapi.db.getConnection(table);
  return trx ? query.transacting(trx) : query;
}

/** An instant as our tables keep it: in UTC, so that they compare as texts. */
export function instant(after = 0): string {
  return new Date(Date.now() + after).toISOString();
}
