import type { MemberGrade } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { queueMail } from '../platform/mail';
import { revisionsOf } from '../platform/revisions';
import { deleteMember } from './account-changes';
import { accountOf, tidyEmail } from './accounts';
import type { MemberDeed } from './admin';
import { newsMail } from './mails';
import { hashOf } from '../platform/secrets';
import { endSessions } from './sessions';
import { blockMember, reinstateMember, suspendMember } from './standing';
import { from, type MemberRow, type MemberState } from './tables';

/** A member as officers see one in the admin panel. */
export interface ListedMember {
  id: string;
  displayName: string;
  email: string | null;
  authorityCode: string | null;
  authorityName: string | null;
  provinceCode: string | null;
  position: string | null;
  grade: MemberGrade;
  isModerator: boolean;
  state: MemberState;
  suspendedUntil: string | null;
  stateReason: string | null;
  approvedPosts: number;
  createdAt: string;
}

export interface MemberChoice {
  state?: 'awaiting' | 'active' | 'suspended' | 'blocked' | undefined;
  /** Part of a name or of an authority's, or a whole e-mail address. */
  q?: string | undefined;
  page: number;
  pageSize: number;
}

/** A page of members, newest first, with how many wait for approval. */
export async function listMembers(
  strapi: Core.Strapi,
  { state, q, page, pageSize }: MemberChoice
): Promise<{ data: ListedMember[]; meta: object }> {
  const matching = () => {
    const query = from(strapi, 'km_members').whereNot({ state: 'deleted' });
    if (state) query.where({ state });
    if (q) {
      const part = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
      query.where((any) =>
        any
          .whereRaw(`display_name like ? escape '\\'`, [part])
          .orWhereRaw(`authority_name like ? escape '\\'`, [part])
          .orWhere({ email_key: hashOf(tidyEmail(q)) })
      );
    }
    return query;
  };
  const count = async (query: ReturnType<typeof matching>) =>
    Number((await query.count({ count: 'id' }))[0]?.count ?? 0);
  const rows = (await matching()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)) as MemberRow[];
  const total = await count(matching());
  const awaiting = await count(from(strapi, 'km_members').where({ state: 'awaiting' }));
  const data = await Promise.all(rows.map((row) => adaptListed(strapi, row)));
  return { data, meta: { page, pageSize, total, awaiting } };
}

/** Does what was decided; null where there is no such member or the state does not allow it. */
export async function actOnMember(
  strapi: Core.Strapi,
  id: string,
  deed: MemberDeed,
  origin: string
): Promise<ListedMember | { id: string; state: 'deleted' } | null> {
  const member = (await from(strapi, 'km_members').where({ id }).first()) as MemberRow | undefined;
  if (!member || member.state === 'deleted') return null;
  if (!(await perform(strapi, member, deed, origin))) return null;
  const after = (await from(strapi, 'km_members').where({ id }).first()) as MemberRow;
  return after.state === 'deleted' ? { id, state: 'deleted' } : adaptListed(strapi, after);
}

async function perform(
  strapi: Core.Strapi,
  member: MemberRow,
  deed: MemberDeed,
  origin: string
): Promise<boolean> {
  const { id } = member;
  const place = { origin, language: 'th' } as const;
  switch (deed.act) {
    case 'approve': {
      const account = await accountOf(strapi, member);
      return strapi.db.transaction(async ({ trx }) => {
        const changed = await from(strapi, 'km_members', trx)
          .where({ id, state: 'awaiting' })
          .update({ state: 'active' });
        if (changed && account) {
          const mail = newsMail(place, 'approved');
          await queueMail(strapi, { to: account.email, mail, trx });
        }
        return changed > 0;
      });
    }
    case 'refuse': {
      if (member.state !== 'awaiting') return false;
      const account = await accountOf(strapi, member);
      const { reason } = deed;
      const farewell = account && { to: account.email, place, as: 'refused' as const, reason };
      await deleteMember(strapi, id, farewell);
      return true;
    }
    case 'suspend':
      return suspendMember(strapi, id, deed.until, { reason: deed.reason });
    case 'block':
      return blockMember(strapi, id, { reason: deed.reason });
    case 'reinstate':
      return reinstateMember(strapi, id);
    case 'signOut':
      await endSessions(strapi, id);
      return true;
    case 'appoint':
      await strapi.db.transaction(async ({ trx }) => {
        await from(strapi, 'km_members', trx)
          .where({ id })
          .update({
            grade: deed.grade,
            is_moderator: deed.isModerator,
            ...(deed.authorityName !== undefined && {
              authority_name: deed.authorityName,
              authority_code: null,
            }),
          });
        await revisionsOf(strapi).raise(['member']);
      });
      return true;
  }
}

async function adaptListed(strapi: Core.Strapi, row: MemberRow): Promise<ListedMember> {
  const account = await accountOf(strapi, row);
  return {
    id: row.id,
    displayName: row.display_name,
    email: account?.email ?? null,
    authorityCode: row.authority_code,
    authorityName: row.authority_name,
    provinceCode: row.province_code,
    position: row.position,
    grade: row.grade,
    isModerator: Boolean(row.is_moderator),
    state: row.state,
    suspendedUntil: row.suspended_until,
    stateReason: row.state_reason,
    approvedPosts: Number(row.approved_posts),
    createdAt: row.created_at,
  };
}
