import type { PublicAuthor } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { nameKey } from './display-name';
import { from, type MemberRow, type RepliesByMail } from './tables';

/** What stands in the place of a name once the account has been deleted. */
export const nobody: PublicAuthor = {
  id: null,
  displayName: 'สมาชิกที่ลบบัญชีแล้ว',
  authorityName: null,
  grade: 'peer',
};

/** What everyone may see of a member. */
export function adaptAuthor(row: MemberRow): PublicAuthor {
  if (row.state === 'deleted') return nobody;
  return {
    id: row.id,
    displayName: row.display_name,
    authorityName: row.authority_name,
    grade: row.grade,
  };
}

/** Authors by the ids of their members; whoever is unknown is {@link nobody}. */
export async function authorsOf(
  strapi: Core.Strapi,
  ids: readonly string[]
): Promise<(id: string | null) => PublicAuthor> {
  const wanted = [...new Set(ids)];
  const found = new Map<string, PublicAuthor>();
  // SQLite takes so many values in one statement, and no list of a page has more.
  for (let start = 0; start < wanted.length; start += 500) {
    const rows = (await from(strapi, 'km_members').whereIn(
      'id',
      wanted.slice(start, start + 500)
    )) as MemberRow[];
    for (const row of rows) found.set(row.id, adaptAuthor(row));
  }
  return (id) => (id === null ? nobody : (found.get(id) ?? nobody));
}

/** Members by names as they are written in a text, e.g. of mentions. */
export async function membersByName(
  strapi: Core.Strapi,
  names: readonly string[]
): Promise<PublicAuthor[]> {
  const keys = [...new Set(names.map(nameKey))].slice(0, 100);
  const rows = (await from(strapi, 'km_members')
    .whereIn('name_key', keys)
    .whereNot({ state: 'deleted' })) as MemberRow[];
  return rows.map(adaptAuthor);
}

/** Where mail to a member goes and whether it is wanted. */
export interface MemberMail {
  email: string;
  replies: RepliesByMail;
  /** Path on this server that ends mail of replies with one click, without signing in. */
  offPath: string;
}

/** Null where there is no such member any more, or the account is shut. */
export async function memberEmail(strapi: Core.Strapi, id: string): Promise<MemberMail | null> {
  const row = (await from(strapi, 'km_members').where({ id }).first()) as MemberRow | undefined;
  if (!row?.user_document_id || row.state === 'deleted') return null;
  const user = (await strapi.db.query('plugin::users-permissions.user').findOne({
    select: ['email'],
    where: { documentId: row.user_document_id },
  })) as { email: string } | null;
  if (!user) return null;
  return {
    email: user.email,
    replies: row.state === 'active' || row.state === 'suspended' ? row.replies_by_mail : 'off',
    offPath: `/members/mail/off?key=${row.mail_key}`,
  };
}
