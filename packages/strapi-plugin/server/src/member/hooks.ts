import type { Core } from '@strapi/types';
import type { Knex } from 'knex';

type Deletion = (memberId: string, trx: Knex.Transaction) => Promise<void>;
type Unread = (memberId: string) => Promise<number>;
type Export = (memberId: string) => Promise<Record<string, readonly object[]>>;
type Recording = (decision: MemberDecision, trx: Knex.Transaction) => Promise<void>;

/** What somebody decided about a member, or looked at. */
export interface MemberDecision {
  /** A user of the admin panel, or a member who may decide about others. */
  actor: { kind: 'admin' | 'member'; id: string };
  action: string;
  memberId?: string;
  reason: string;
  details?: Record<string, unknown>;
}

/** What other rooms do about members, since this room knows none of them. */
interface Hooks {
  deletions: Deletion[];
  unread: Unread[];
  exports: Export[];
  recordings: Recording[];
}

const hooks = new WeakMap<Core.Strapi, Hooks>();

export function hooksOf(strapi: Core.Strapi): Hooks {
  const own = hooks.get(strapi) ?? { deletions: [], unread: [], exports: [], recordings: [] };
  hooks.set(strapi, own);
  return own;
}

/** Runs in the transaction that deletes an account: whatever names the member is made nameless. */
export function onMemberDeleted(strapi: Core.Strapi, callback: Deletion): void {
  hooksOf(strapi).deletions.push(callback);
}

/** Adds to what a member has not read yet. */
export function countsUnread(strapi: Core.Strapi, callback: Unread): void {
  hooksOf(strapi).unread.push(callback);
}

/** Adds tables to what a member takes home, e.g. `{ threads: [...] }`; flat objects. */
export function exportsForMember(strapi: Core.Strapi, callback: Export): void {
  hooksOf(strapi).exports.push(callback);
}

/** Puts every decision about a member down for good, in the transaction that carries it out. */
export function onMemberDecision(strapi: Core.Strapi, callback: Recording): void {
  hooksOf(strapi).recordings.push(callback);
}

/** Tells whoever keeps decisions of one. */
export async function recordDecision(
  strapi: Core.Strapi,
  decision: MemberDecision,
  trx: Knex.Transaction
): Promise<void> {
  for (const record of hooksOf(strapi).recordings) await record(decision, trx);
}
