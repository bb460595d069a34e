import { memberGrade } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { z } from 'zod';
import { onlyWith, registerPermissions } from '../platform/admin-permissions';
import { originOf } from '../platform/origin';
import { actOnMember, listMembers } from './admin-service';

/** The permission to see members and to decide about them. */
const manage = 'member.manage';

const states = ['awaiting', 'active', 'suspended', 'blocked'] as const;

const query = z.object({
  state: z.enum(states).optional(),
  q: z.string().trim().max(100).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});

const reason = z.string().trim().min(3).max(500);

/** What may be decided about a member. */
export const deed = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('approve') }),
  z.strictObject({ act: z.literal('refuse'), reason }),
  z.strictObject({ act: z.literal('suspend'), reason, until: z.iso.datetime() }),
  z.strictObject({ act: z.literal('block'), reason }),
  z.strictObject({ act: z.literal('reinstate') }),
  z.strictObject({ act: z.literal('signOut') }),
  z.strictObject({
    act: z.literal('appoint'),
    grade: memberGrade,
    isModerator: z.boolean(),
    /** What readers see beside the name of somebody who belongs to no authority. */
    authorityName: z.string().trim().min(2).max(200).nullable().optional(),
  }),
]);
export type MemberDeed = z.infer<typeof deed>;

export const memberController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `GET /km/members?state=&q=&page=&pageSize=` of the admin panel. */
  async list(ctx: Context) {
    const asked = query.safeParse(ctx.query);
    if (!asked.success) {
      ctx.badRequest(
        `Malformed: ${asked.error.issues.map(({ path }) => path.join('.')).join(', ')}`
      );
      return;
    }
    ctx.body = await listMembers(strapi, asked.data);
  },

  /** `POST /km/members/:id` of the admin panel: one decision. */
  async act(ctx: Context) {
    const given = deed.safeParse((ctx.request as { body?: unknown }).body);
    if (!given.success) {
      ctx.badRequest(
        `Malformed: ${given.error.issues.map(({ path }) => path.join('.')).join(', ')}`
      );
      return;
    }
    const { id = '' } = (ctx.params ?? {}) as { id?: string };
    const done = await actOnMember(strapi, id, given.data, originOf(strapi, ctx));
    if (!done) {
      ctx.notFound('There is no such member, or this cannot be done in the state it is in.');
      return;
    }
    ctx.body = { data: done };
  },
});

/** Routes of the admin panel; they stand below `/km`. */
export const memberAdminRoutes = [
  {
    method: 'GET' as const,
    path: '/members',
    handler: 'member.list',
    config: { policies: onlyWith(manage) },
  },
  {
    method: 'POST' as const,
    path: '/members/:id',
    handler: 'member.act',
    config: { policies: onlyWith(manage) },
  },
];

/** Makes the permission known; no role but the super administrator's has it until it is granted. */
export async function registerMemberPermission(strapi: Core.Strapi): Promise<void> {
  await registerPermissions(strapi, [{ uid: manage, displayName: 'ดูแลสมาชิก' }], {
    forEditors: false,
  });
}
