import type { Core } from '@strapi/types';
import { tableNamed } from '../../content/tables';
import type { Act } from '../act';

/** Whoever decided: a user of the admin panel, a moderator on the board, or a rule. */
export interface ModerationActor {
  kind: 'admin' | 'member' | 'system';
  id: string;
}

export interface ModerationEntry {
  actor: ModerationActor;
  action: string;
  postKind?: 'thread' | 'reply';
  postId?: string;
  /** The member it concerns. */
  memberId?: string;
  reason: string;
  details?: Record<string, unknown>;
}

interface ModerationRow {
  seq: number | string;
  at: string;
  actor_kind: ModerationActor['kind'];
  actor_id: string;
  action: string;
  post_kind: 'thread' | 'reply' | null;
  post_id: string | null;
  member_id: string | null;
  reason: string;
  details: string;
}

/** Puts a decision down for good. */
export async function writeModeration(
  { tables, now }: Pick<Act, 'tables' | 'now'>,
  { actor, action, postKind, postId, memberId, reason, details = {} }: ModerationEntry
): Promise<void> {
  await tables('km_moderation_log').insert({
    at: now,
    actor_kind: actor.kind,
    actor_id: actor.id,
    action,
    post_kind: postKind ?? null,
    post_id: postId ?? null,
    member_id: memberId ?? null,
    reason,
    details: JSON.stringify(details),
  });
}

/** A page of decisions, the newest first. */
export async function listModeration(
  strapi: Core.Strapi,
  { page, pageSize, postId, memberId }: ModerationQuery
): Promise<{ data: object[]; total: number }> {
  const matching = () => {
    const query = tableNamed(strapi, 'km_moderation_log');
    if (postId) query.where({ post_id: postId });
    if (memberId) query.where({ member_id: memberId });
    return query;
  };
  const rows = (await matching()
    .orderBy('seq', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)) as ModerationRow[];
  const [count] = await matching().count({ total: 'seq' });
  return { data: rows.map(adapt), total: Number(count?.total ?? 0) };
}

export interface ModerationQuery {
  page: number;
  pageSize: number;
  postId?: string | undefined;
  memberId?: string | undefined;
}

function adapt(row: ModerationRow) {
  return {
    id: Number(row.seq),
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id },
    action: row.action,
    postKind: row.post_kind,
    postId: row.post_id,
    memberId: row.member_id,
    reason: row.reason,
    details: JSON.parse(row.details) as object,
  };
}
