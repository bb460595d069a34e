import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { hashOf, lock, newSecret, unlock } from '../platform/secrets';
import { from, instant } from './tables';

const minute = 60_000;

/** What a code is for, and how long it works. `void` is one nobody was told. */
const lives = {
  confirm: 60 * minute,
  reset: 60 * minute,
  email: 60 * minute,
  window: minute,
  /** Who has proven the password and has yet to give a code of the app. */
  secondStep: 10 * minute,
  /** A secret an app is to be told. */
  totp: 30 * minute,
  oidc: 10 * minute,
  oidcLink: 10 * minute,
  oidcNew: 60 * minute,
  void: 60 * minute,
} as const;
export type CodeKind = keyof typeof lives;

/** A code with what it stands for. */
export interface TakenCode<Payload> {
  memberId: string | null;
  payload: Payload;
}

/** Makes a code that works once; what is kept of it is a hash, and its payload is locked. */
export async function makeCode(
  strapi: Core.Strapi,
  kind: CodeKind,
  { memberId = null, payload }: { memberId?: string | null; payload: object },
  trx?: Knex.Transaction
): Promise<string> {
  const code = newSecret();
  await from(strapi, 'km_member_codes', trx).insert({
    code_hash: hashOf(code),
    kind,
    member_id: memberId,
    payload: lock(strapi, 'code', JSON.stringify(payload)),
    created_at: instant(),
    expires_at: instant(lives[kind]),
  });
  return code;
}

/** Looks at a code without spending it; null where it does not work. */
export async function peekCode<Payload>(
  strapi: Core.Strapi,
  kind: CodeKind,
  code: string
): Promise<TakenCode<Payload> | null> {
  const row = await from(strapi, 'km_member_codes')
    .where({ code_hash: hashOf(code), kind })
    .whereNull('used_at')
    .where('expires_at', '>', instant())
    .first('member_id', 'payload');
  return row ? open<Payload>(strapi, row) : null;
}

/** Spends a code. Of two who try at once one gets it; null where it does not work. */
export async function takeCode<Payload>(
  strapi: Core.Strapi,
  kind: CodeKind,
  code: string,
  trx?: Knex.Transaction
): Promise<TakenCode<Payload> | null> {
  const [row] = await from(strapi, 'km_member_codes', trx)
    .where({ code_hash: hashOf(code), kind })
    .whereNull('used_at')
    .where('expires_at', '>', instant())
    .update({ used_at: instant() })
    .returning(['member_id', 'payload']);
  return row ? open<Payload>(strapi, row as CodeRow) : null;
}

/** Ends all codes of a kind that a member has been sent. */
export async function endCodes(
  strapi: Core.Strapi,
  kind: CodeKind,
  memberId: string,
  trx?: Knex.Transaction
): Promise<void> {
  await from(strapi, 'km_member_codes', trx)
    .where({ kind, member_id: memberId })
    .whereNull('used_at')
    .update({ used_at: instant() });
}

interface CodeRow {
  member_id: string | null;
  payload: string;
}

function open<Payload>(strapi: Core.Strapi, row: CodeRow): TakenCode<Payload> | null {
  const text = unlock(strapi, 'code', row.payload);
  return text === null ? null : { memberId: row.member_id, payload: JSON.parse(text) as Payload };
}
