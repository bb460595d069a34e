import { authorityCode, documentId, memberGrade, provinceCode } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { z } from 'zod';
import { adminRoutes, registerPermissions } from '../platform/admin-permissions';
import { originOf } from '../platform/origin';
import { ProblemError } from '../platform/problem';
import { decide, endWithoutSecondFactor, showEmail, type MemberDeed } from './deciding';
import { recordDecision } from './hooks';
import { listMembers } from './listing';
import { keepMemberSettings, memberSettings, memberSettingsBody } from './settings';

/** Permissions by what they allow; no role but the super administrator's has one at first. */
const permissions = {
  'member.read': 'สมาชิก: ดูรายชื่อ (ไม่เห็นอีเมล)',
  'member.approve': 'สมาชิก: อนุมัติหรือไม่อนุมัติการสมัคร',
  'member.appoint': 'สมาชิก: แต่งตั้งเจ้าหน้าที่ สถ. สถจ. และผู้ดูแลเว็บบอร์ด',
  'member.sanction': 'สมาชิก: พัก ระงับ คืนสิทธิ และให้ออกจากระบบ',
  'member.rescue': 'สมาชิก: ปิดการยืนยันตัวตนสองชั้นให้ผู้ที่ทำอุปกรณ์หาย',
  'member.email': 'สมาชิก: ดูอีเมล (บันทึกทุกครั้ง)',
  'member.configure': 'สมาชิก: ตั้งค่าการอนุมัติและการยืนยันตัวตน',
} as const;
type Permission = keyof typeof permissions;

const query = z.object({
  state: z.enum(['awaiting', 'active', 'suspended', 'blocked']).optional(),
  grade: memberGrade.optional(),
  provinceCode: provinceCode.optional(),
  q: z.string().trim().max(100).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});

const why = { reason: z.string().trim().min(3).max(500) };
const reasoned = z.strictObject(why);

/** What each act is told; the name is the end of its address. */
const deeds = {
  approve: reasoned,
  refuse: reasoned,
  suspend: z.strictObject({ ...why, until: z.iso.datetime() }),
  block: reasoned,
  reinstate: reasoned,
  'sign-out': reasoned,
  'second-factor': reasoned,
  appoint: z
    .strictObject({
      ...why,
      grade: memberGrade,
      isModerator: z.boolean(),
      provinceCode: provinceCode.optional(),
      authorityCode: authorityCode.optional(),
    })
    .refine(({ grade, provinceCode: code }) => (grade === 'province') === (code !== undefined), {
      path: ['provinceCode'],
    }),
} as const;

const acts: Record<keyof typeof deeds, { act: MemberDeed['act']; permission: Permission }> = {
  approve: { act: 'approve', permission: 'member.approve' },
  refuse: { act: 'refuse', permission: 'member.approve' },
  suspend: { act: 'suspend', permission: 'member.sanction' },
  block: { act: 'block', permission: 'member.sanction' },
  reinstate: { act: 'reinstate', permission: 'member.sanction' },
  'sign-out': { act: 'signOut', permission: 'member.sanction' },
  'second-factor': { act: 'secondFactor', permission: 'member.rescue' },
  appoint: { act: 'appoint', permission: 'member.appoint' },
};

/** Reads what the panel sent; a 400 that names what is wrong otherwise. */
function read<Schema extends z.ZodType>(
  ctx: Context,
  schema: Schema,
  given: unknown
): z.infer<Schema> | null {
  const outcome = schema.safeParse(given);
  if (outcome.success) return outcome.data;
  const names = outcome.error.issues.map(({ path }) => path.join('.') || 'body');
  ctx.badRequest(`Malformed: ${[...new Set(names)].join(', ')}`);
  return null;
}

/** Answers what the work found; a refusal in Thai, as the panel shows it. */
async function answer(ctx: Context, work: () => Promise<unknown>): Promise<void> {
  try {
    ctx.body = { data: await work() };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { status, name, sentence, details } = error;
    ctx.status = status;
    ctx.body = { data: null, error: { status, name, message: sentence.th, details } };
  }
}

function actorOf(ctx: Context) {
  const { id } = ctx.state.user as { id: number | string };
  return { kind: 'admin' as const, id: String(id) };
}

export const memberController = ({ strapi }: { strapi: Core.Strapi }) => {
  const doing = (name: keyof typeof deeds) => async (ctx: Context) => {
    const body = read(ctx, deeds[name], ctx.request.body);
    const id = body && read(ctx, documentId, ctx.params.id);
    if (!body || !id) return;
    const place = { origin: originOf(strapi, ctx), language: 'th' as const };
    const deed = { act: acts[name].act, ...body } as MemberDeed;
    await answer(ctx, async () => {
      await decide(strapi, { actor: actorOf(ctx), place }, id, deed);
      return { done: true };
    });
  };

  return {
    ...Object.fromEntries(
      (Object.keys(deeds) as (keyof typeof deeds)[]).map((name) => [acts[name].act, doing(name)])
    ),

    /** `GET /km/members?state=&grade=&provinceCode=&q=&page=&pageSize=` */
    async list(ctx: Context) {
      const asked = read(ctx, query, ctx.query);
      if (asked) ctx.body = await listMembers(strapi, asked);
    },

    /** `POST /km/members/:id/email`: who looked, and why, is kept. */
    async email(ctx: Context) {
      const body = read(ctx, reasoned, ctx.request.body);
      const id = body && read(ctx, documentId, ctx.params.id);
      if (!body || !id) return;
      ctx.set('Cache-Control', 'no-store');
      await answer(ctx, async () => ({
        email: await showEmail(strapi, actorOf(ctx), id, body.reason),
      }));
    },

    /** `GET /km/members/settings` */
    async settings(ctx: Context) {
      ctx.body = { data: await memberSettings(strapi) };
    },

    /** `PUT /km/members/settings` */
    async keepSettings(ctx: Context) {
      const body = read(ctx, memberSettingsBody, ctx.request.body);
      if (!body) return;
      await keepMemberSettings(strapi, body);
      await strapi.db.transaction(({ trx }) =>
        recordDecision(
          strapi,
          {
            actor: actorOf(ctx),
            action: 'member.settings',
            reason: 'เปลี่ยนการตั้งค่าสมาชิก',
            details: body,
          },
          trx
        )
      );
      if (body.secondFactor === 'officers') await endWithoutSecondFactor(strapi);
      ctx.body = { data: body };
    },
  };
};

const route = adminRoutes<Permission>('/members', 'member');

/** Routes of the admin panel; they stand below `/km`. */
export const memberAdminRoutes = [
  route('GET', '', 'list', 'member.read'),
  route('GET', '/settings', 'settings', 'member.configure'),
  route('PUT', '/settings', 'keepSettings', 'member.configure'),
  route('POST', '/:id/email', 'email', 'member.email'),
  ...Object.entries(acts).map(([name, { act, permission }]) =>
    route('POST', `/:id/${name}`, act, permission)
  ),
];

/** Makes the permissions known; no role but the super administrator's has one until it is granted. */
export async function registerMemberPermissions(strapi: Core.Strapi): Promise<void> {
  const list = Object.entries(permissions).map(([uid, displayName]) => ({ uid, displayName }));
  await registerPermissions(strapi, list, { forEditors: false });
}
