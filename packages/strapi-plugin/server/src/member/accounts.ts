import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { newDocumentId } from '../platform/document-id';
import { hashOf, newSecret } from '../platform/secrets';
import { nameKey, tidyName } from './display-name';
import { from, instant, type MemberRow, type MemberState } from './tables';

const userUid = 'plugin::users-permissions.user';

/** Where a member works; all null for somebody whose authority is not in the register. */
export interface Workplace {
  authorityCode: string | null;
  authorityName: string | null;
  provinceCode: string | null;
}

/** A person as the registration form tells. */
export interface NewMember extends Workplace {
  email: string;
  /** As {@link hashPassword} made it. */
  passwordHash: string;
  displayName: string;
  position: string;
  consentVersion: string;
  consentAt: string;
  wantsMail: boolean;
}

/** The account of users-permissions behind a member. */
export interface UserAccount {
  id: number;
  documentId: string;
  email: string;
  password: string;
  blocked: boolean | null;
}

interface UserService {
  ensureHashedPasswords(values: { password: string }): Promise<{ password: string }>;
  validatePassword(password: string, hash: string): Promise<boolean>;
}

function userService(strapi: Core.Strapi): UserService {
  return strapi.plugin('users-permissions').service('user') as UserService;
}

/** An e-mail address as it is kept and compared. */
export function tidyEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

/** The slow hash of users-permissions (bcrypt). */
export async function hashPassword(strapi: Core.Strapi, password: string): Promise<string> {
  return (await userService(strapi).ensureHashedPasswords({ password })).password;
}

/** A hash no password has, of the same cost: to check against where there is no account. */
let nobodysHash: Promise<string> | undefined;

/** Whether a password is the account's; takes as long where there is no account. */
export async function isPasswordOf(
  strapi: Core.Strapi,
  account: UserAccount | null,
  password: string
): Promise<boolean> {
  nobodysHash ??= hashPassword(strapi, newSecret());
  const hash = account?.password || (await nobodysHash);
  const fits = await userService(strapi).validatePassword(password, hash);
  return fits && account !== null;
}

/** The member and account of an e-mail address. */
export async function findByEmail(
  strapi: Core.Strapi,
  email: string
): Promise<{ member: MemberRow; account: UserAccount } | null> {
  const member = (await from(strapi, 'km_members')
    .where({ email_key: hashOf(tidyEmail(email)) })
    .first()) as MemberRow | undefined;
  const account = await accountOf(strapi, member);
  return member && account ? { member, account } : null;
}

/** Always asks the database, so that an address without a member takes no less time. */
export async function accountOf(
  strapi: Core.Strapi,
  member: MemberRow | undefined
): Promise<UserAccount | null> {
  return (await strapi.db.query(userUid).findOne({
    select: ['id', 'documentId', 'email', 'password', 'blocked'],
    where: { documentId: member?.user_document_id ?? '-' },
  })) as UserAccount | null;
}

/**
 * Makes the account and the member, in the caller's transaction.
 *
 * @throws the database's own error where the address or the name has been taken meanwhile.
 */
export async function createMember(
  strapi: Core.Strapi,
  given: NewMember,
  state: MemberState,
  trx: Knex.Transaction
): Promise<string> {
  const id = newDocumentId();
  const userDocumentId = newDocumentId();
  const role = (await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } })) as { id: number } | null;
  await strapi.db.query(userUid).create({
    data: {
      documentId: userDocumentId,
      // Nobody sees or types it; users-permissions wants one.
      username: `member-${randomBytes(12).toString('hex')}`,
      email: tidyEmail(given.email),
      password: given.passwordHash,
      provider: 'local',
      confirmed: true,
      blocked: false,
      role: role?.id,
    },
  });
  await from(strapi, 'km_members', trx).insert({
    id,
    user_document_id: userDocumentId,
    email_key: hashOf(tidyEmail(given.email)),
    display_name: tidyName(given.displayName),
    name_key: nameKey(given.displayName),
    authority_code: given.authorityCode,
    authority_name: given.authorityName,
    province_code: given.provinceCode,
    position: given.position,
    grade: 'peer',
    is_moderator: false,
    state,
    consent_version: given.consentVersion,
    consent_at: given.consentAt,
    replies_by_mail: given.wantsMail ? 'each' : 'off',
    mail_key: newSecret(),
    created_at: instant(),
  });
  await from(strapi, 'km_member_consents', trx).insert(
    [
      { purpose: 'privacy', given: true },
      { purpose: 'mail', given: given.wantsMail },
    ].map((consent) => ({
      member_id: id,
      ...consent,
      version: given.consentVersion,
      at: given.consentAt,
    }))
  );
  return id;
}

/** Whether a password is the one a hash was made of. */
export function isHashOf(strapi: Core.Strapi, password: string, hash: string): Promise<boolean> {
  return userService(strapi).validatePassword(password, hash);
}
