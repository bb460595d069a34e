import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { newDocumentId } from '../../platform/document-id';
import { sealOf, sealsOf } from '../../platform/secrets';
import { from, instant, type MemberRow } from '../tables';
import type { OidcSettings } from './provider';

/** A way to sign in that a member has added. */
export interface Identity {
  id: string;
  provider: string;
  linked_at: string;
}

function subjectText({ issuer }: OidcSettings, subject: string): string {
  return `${issuer} ${subject}`;
}

/** Whom a provider's subject belongs to here. */
export async function memberOfSubject(
  strapi: Core.Strapi,
  settings: OidcSettings,
  subject: string
): Promise<MemberRow | null> {
  const row = (await from(strapi, 'km_member_identities')
    .where({ provider: settings.id })
    .whereIn('subject_key', sealsOf(strapi, 'identity', subjectText(settings, subject)))
    .first('member_id')) as { member_id: string } | undefined;
  if (!row) return null;
  const member = (await from(strapi, 'km_members').where({ id: row.member_id }).first()) as
    MemberRow | undefined;
  return member ?? null;
}

/** What is kept of a subject: with some providers it is the number of a citizen. */
export function subjectKey(strapi: Core.Strapi, settings: OidcSettings, subject: string): string {
  return sealOf(strapi, 'identity', subjectText(settings, subject));
}

/** Lets a member sign in by a provider; false where somebody else does by the same subject. */
export async function addIdentity(
  strapi: Core.Strapi,
  { memberId, provider, key }: { memberId: string; provider: string; key: string },
  trx: Knex.Transaction
): Promise<boolean> {
  await from(strapi, 'km_member_identities', trx)
    .insert({
      id: newDocumentId(),
      member_id: memberId,
      provider,
      subject_key: key,
      linked_at: instant(),
    })
    .onConflict(['provider', 'subject_key'])
    .ignore();
  const row = await from(strapi, 'km_member_identities', trx)
    .where({ provider, subject_key: key })
    .first('member_id');
  return row?.member_id === memberId;
}

export function identitiesOf(strapi: Core.Strapi, memberId: string): Promise<Identity[]> {
  return from(strapi, 'km_member_identities')
    .where({ member_id: memberId })
    .orderBy('linked_at')
    .select('id', 'provider', 'linked_at') as unknown as Promise<Identity[]>;
}

/** Takes a way to sign in away; of the member's own alone. */
export async function removeIdentity(
  strapi: Core.Strapi,
  memberId: string,
  id: string
): Promise<void> {
  await from(strapi, 'km_member_identities').where({ id, member_id: memberId }).delete();
}
