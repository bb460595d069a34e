import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { from, instant } from './tables';

/** Whoever acts tells why; the sentence is shown to the member. */
export interface StandingChange {
  reason: string;
  trx?: Knex.Transaction;
}

/** Keeps a member from writing until an instant (ISO 8601, UTC); takes effect with the next request. */
export function suspendMember(
  strapi: Core.Strapi,
  id: string,
  until: string,
  { reason, trx }: StandingChange
): Promise<boolean> {
  return change(strapi, id, ['active', 'suspended'], trx, {
    state: 'suspended',
    suspended_until: until,
    state_reason: reason,
  });
}

/** Keeps a member out for good; takes effect with the next request. */
export function blockMember(
  strapi: Core.Strapi,
  id: string,
  { reason, trx }: StandingChange
): Promise<boolean> {
  return change(strapi, id, ['active', 'suspended', 'awaiting'], trx, {
    state: 'blocked',
    suspended_until: null,
    state_reason: reason,
  });
}

/** Takes a suspension or a block back. */
export function reinstateMember(
  strapi: Core.Strapi,
  id: string,
  trx?: Knex.Transaction
): Promise<boolean> {
  return change(strapi, id, ['suspended', 'blocked'], trx, {
    state: 'active',
    suspended_until: null,
    state_reason: null,
  });
}

/** Counts a post that was approved: from the first one on, a member's posts are no longer held. */
export async function countApprovedPost(
  strapi: Core.Strapi,
  id: string,
  trx?: Knex.Transaction
): Promise<void> {
  await from(strapi, 'km_members', trx).where({ id }).increment('approved_posts', 1);
}

/** Remembers when a member last posted. */
export async function notePosted(
  strapi: Core.Strapi,
  id: string,
  trx?: Knex.Transaction
): Promise<void> {
  await from(strapi, 'km_members', trx).where({ id }).update({ last_posted_at: instant() });
}

async function change(
  strapi: Core.Strapi,
  id: string,
  states: string[],
  trx: Knex.Transaction | undefined,
  values: object
): Promise<boolean> {
  const changed = await from(strapi, 'km_members', trx)
    .where({ id })
    .whereIn('state', states)
    .update(values);
  return changed > 0;
}
