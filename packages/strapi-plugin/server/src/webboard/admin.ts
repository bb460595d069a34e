import { documentId } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { z } from 'zod';
import { adminRoutes, registerPermissions } from '../platform/admin-permissions';
import { ProblemError } from '../platform/problem';
import { act } from './act';
import { readAnyAttachment } from './attachments/store';
import { moderateReply, moderateThread, type Moderator } from './moderating';
import { listQueue } from './queue';
import { listModeration, writeModeration } from './records/moderation-log';
import { csvOfTraffic } from './records/traffic-export';
import { findBreak } from './records/traffic-log';
import { sanctionMember } from './sanctions';
import { keepSettings, settingsBody, settingsOf } from './settings';

const moderate = 'webboard.moderate';
const configure = 'webboard.configure';
const traffic = 'webboard.traffic';

const paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
};
const queueQuery = z.object({ ...paging, show: z.enum(['held', 'reported']).default('held') });
const logQuery = z.object({
  ...paging,
  postId: documentId.optional(),
  memberId: documentId.optional(),
});
const reason = z.string().trim().min(3).max(500);
const actBody = z.strictObject({
  items: z
    .array(z.strictObject({ kind: z.enum(['thread', 'reply']), id: documentId }))
    .min(1)
    .max(100),
  action: z.enum(['approve', 'hide', 'show', 'delete']),
  reason,
});
const memberBody = z
  .strictObject({
    action: z.enum(['warn', 'suspend', 'block', 'reinstate']),
    reason,
    until: z.iso.datetime().optional(),
  })
  .refine(({ action, until }) => action !== 'suspend' || until !== undefined, { path: ['until'] });
const trafficQuery = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  memberId: documentId.optional(),
  reason,
});

/** Reads what the panel sent; a 400 that names what is wrong otherwise. */
function read<Schema extends z.ZodType>(
  ctx: Context,
  schema: Schema,
  given: unknown
): z.infer<Schema> | null {
  const outcome = schema.safeParse(given);
  if (outcome.success) return outcome.data;
  const names = outcome.error.issues.map(({ path }) => path.join('.') || 'body');
  const fields = [...new Set(names)];
  ctx.badRequest(`Malformed: ${fields.join(', ')}`, { fields });
  return null;
}

function moderatorOf(ctx: Context): Moderator {
  const { id } = ctx.state.user as { id: number | string };
  return { actor: { kind: 'admin', id: String(id) }, by: null };
}

/** A refusal as the panel shows it; anything else is Strapi's to answer. */
async function answering(ctx: Context, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    ctx.status = error.status;
    ctx.body = {
      data: null,
      error: {
        status: error.status,
        name: error.name,
        message: error.sentence.th,
        details: error.details,
      },
    };
  }
}

export const moderationController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `GET /km/moderation/queue?show=held|reported&page=&pageSize=` */
  async queue(ctx: Context) {
    const query = read(ctx, queueQuery, ctx.query);
    if (!query) return;
    const { data, total, counts } = await listQueue(strapi, query);
    ctx.body = { data, meta: { page: query.page, pageSize: query.pageSize, total, counts } };
  },

  /** `POST /km/moderation/acts`: each post by itself, so that one that changed keeps no other. */
  async act(ctx: Context) {
    const body = read(ctx, actBody, ctx.request.body);
    if (!body) return;
    const { items, action, reason: why } = body;
    const results = [];
    for (const { kind, id } of items) {
      try {
        const doing = kind === 'thread' ? moderateThread : moderateReply;
        await doing(strapi, moderatorOf(ctx), id, { action, reason: why });
        results.push({ kind, id, done: true, message: null });
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        results.push({ kind, id, done: false, message: error.sentence.th });
      }
    }
    ctx.body = { data: results };
  },

  /** `POST /km/moderation/members/:id` */
  async member(ctx: Context) {
    const body = read(ctx, memberBody, ctx.request.body);
    const id = read(ctx, documentId, ctx.params.id);
    if (!body || !id) return;
    await answering(ctx, async () => {
      await sanctionMember(strapi, moderatorOf(ctx), id, body);
      ctx.body = { data: { done: true } };
    });
  },

  /** `GET /km/moderation/log?postId=&memberId=` */
  async log(ctx: Context) {
    const query = read(ctx, logQuery, ctx.query);
    if (!query) return;
    const { data, total } = await listModeration(strapi, query);
    ctx.body = { data, meta: { page: query.page, pageSize: query.pageSize, total } };
  },

  /** `GET /km/moderation/settings` */
  async settings(ctx: Context) {
    ctx.body = { data: await settingsOf(strapi) };
  },

  /** `PUT /km/moderation/settings` */
  async keepSettings(ctx: Context) {
    const body = read(ctx, settingsBody, ctx.request.body);
    if (!body) return;
    await keepSettings(strapi, body);
    await act(strapi, null, (one) =>
      writeModeration(one, {
        ...moderatorOf(ctx),
        action: 'settings',
        reason: 'เปลี่ยนการตั้งค่าเว็บบอร์ด',
        details: { ...body, words: body.words.length },
      })
    );
    ctx.body = { data: body };
  },

  /** `GET /km/moderation/attachments/:id`: also of posts readers do not see. */
  async attachment(ctx: Context) {
    const id = read(ctx, documentId, ctx.params.id);
    if (!id) return;
    const found = await readAnyAttachment(strapi, id);
    if (!found) return ctx.notFound();
    ctx.type = found.row.mime;
    ctx.set({
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.row.name)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
    ctx.body = found.bytes;
  },

  /** `GET /km/moderation/traffic.csv?from=&to=&memberId=&reason=`: who took it and why is kept. */
  async traffic(ctx: Context) {
    const query = read(ctx, trafficQuery, ctx.query);
    if (!query) return;
    const { reason: why, ...chosen } = query;
    await act(strapi, null, (one) =>
      writeModeration(one, {
        ...moderatorOf(ctx),
        action: 'traffic.export',
        reason: why,
        ...(chosen.memberId && { memberId: chosen.memberId }),
        details: chosen,
      })
    );
    ctx.type = 'text/csv; charset=utf-8';
    ctx.set({
      'Content-Disposition': `attachment; filename="traffic-${query.from}-${query.to}.csv"`,
      'Cache-Control': 'no-store',
    });
    ctx.body = csvOfTraffic(strapi, chosen);
  },

  /** `GET /km/moderation/traffic/check`: whether the chain holds. */
  async check(ctx: Context) {
    const broken = await findBreak(strapi);
    ctx.body = { data: { holds: broken === null, broken } };
  },
});

const route = adminRoutes('/moderation', 'moderation');

/** Routes of the admin panel; they stand below `/km`. */
export const moderationAdminRoutes = [
  route('GET', '/queue', 'queue', moderate),
  route('POST', '/acts', 'act', moderate),
  route('POST', '/members/:id', 'member', moderate),
  route('GET', '/log', 'log', moderate),
  route('GET', '/attachments/:id', 'attachment', moderate),
  route('GET', '/settings', 'settings', moderate),
  route('PUT', '/settings', 'keepSettings', configure),
  route('GET', '/traffic.csv', 'traffic', traffic),
  route('GET', '/traffic/check', 'check', traffic),
];

/** Makes the permissions known; editors moderate from the first start, and no more than that. */
export async function registerBoardPermissions(strapi: Core.Strapi): Promise<void> {
  await registerPermissions(strapi, [
    { uid: moderate, displayName: 'ดูแลเว็บบอร์ด: คิวตรวจ ซ่อน ลบ ตักเตือน ระงับ' },
  ]);
  await strapi.service('admin::permission').actionProvider.registerMany([
    ...[
      { uid: configure, displayName: 'ตั้งค่าเว็บบอร์ด: คำต้องห้าม ข้อมูลส่วนบุคคล' },
      { uid: traffic, displayName: 'ส่งออกข้อมูลจราจรคอมพิวเตอร์ของเว็บบอร์ด' },
    ].map((permission) => ({ section: 'plugins', pluginName: 'km', ...permission })),
  ]);
}
