import type { Core } from '@strapi/types';
import type { Knex } from 'knex';

type Deletion = (memberId: string, trx: Knex.Transaction) => Promise<void>;
type Unread = (memberId: string) => Promise<number>;
type Export = (memberId: string) => Promise<Record<string, readonly object[]>>;

/** What other rooms do about members, since this room knows none of them. */
interface Hooks {
  deletions: Deletion[];
  unread: Unread[];
  exports: Export[];
}

const hooks = new WeakMap<Core.Strapi, Hooks>();

export function hooksOf(strapi: Core.Strapi): Hooks {
  const own = hooks.get(strapi) ?? { deletions: [], unread: [], exports: [] };
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
