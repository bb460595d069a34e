import type { MemberGrade } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { hashOf } from '../platform/secrets';
import { tidyEmail } from './accounts';
import { from, type MemberRow, type MemberState } from './tables';

/** A member as officers see one; the e-mail address is asked for by itself. */
export interface ListedMember {
  id: string;
  displayName: string;
  authorityCode: string | null;
  authorityName: string | null;
  provinceCode: string | null;
  position: string | null;
  grade: MemberGrade;
  isModerator: boolean;
  state: MemberState;
  suspendedUntil: string | null;
  stateReason: string | null;
  hasSecondFactor: boolean;
  approvedPosts: number;
  createdAt: string;
}

export interface MemberChoice {
  state?: 'awaiting' | 'active' | 'suspended' | 'blocked' | undefined;
  grade?: MemberGrade | undefined;
  provinceCode?: string | undefined;
  /** Part of a name or of an authority's, or a whole e-mail address. */
  q?: string | undefined;
  page: number;
  pageSize: number;
}

/** A page of members, newest first, with how many wait for approval. */
export async function listMembers(
  strapi: Core.Strapi,
  { state, grade, provinceCode, q, page, pageSize }: MemberChoice
): Promise<{ data: ListedMember[]; meta: MemberListMeta }> {
  const matching = () => {
    const query = from(strapi, 'km_members').whereNot({ state: 'deleted' });
    if (state) query.where({ state });
    if (grade) query.where({ grade });
    if (provinceCode) query.where({ province_code: provinceCode });
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
  const rows = (await matching()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)) as MemberRow[];
  const [found] = await matching().count({ count: 'id' });
  const awaiting = await countAwaiting(strapi);
  const meta = { page, pageSize, total: Number(found?.count ?? 0), awaiting };
  return { data: rows.map(adaptListed), meta };
}

export interface MemberListMeta {
  page: number;
  pageSize: number;
  total: number;
  awaiting: number;
}

/** How many wait for approval, of a province or of all. */
export async function countAwaiting(strapi: Core.Strapi, provinceCode?: string): Promise<number> {
  const query = from(strapi, 'km_members').where({ state: 'awaiting' });
  if (provinceCode) query.where({ province_code: provinceCode });
  const [row] = await query.count({ count: 'id' });
  return Number(row?.count ?? 0);
}

export function adaptListed(row: MemberRow): ListedMember {
  return {
    id: row.id,
    displayName: row.display_name,
    authorityCode: row.authority_code,
    authorityName: row.authority_name,
    provinceCode: row.province_code,
    position: row.position,
    grade: row.grade,
    isModerator: Boolean(row.is_moderator),
    state: row.state,
    suspendedUntil: row.suspended_until,
    stateReason: row.state_reason,
    hasSecondFactor: row.totp_secret !== null,
    approvedPosts: Number(row.approved_posts),
    createdAt: row.created_at,
  };
}
