import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { z } from 'zod';
import { leavingOf, moveAndDelete } from './move-topic';

const topic = 'plugin::km.topic';

interface Rights {
  cannot: Record<'delete' | 'update', (entry: unknown) => boolean>;
}

/**
 * Whether this user may do that with this very menu: an author may delete only menus of their own,
 * and a policy alone knows nothing of the menu.
 */
async function isRefused(
  strapi: Core.Strapi,
  ctx: Context,
  deed: 'delete' | 'update',
  documentId: string
): Promise<boolean> {
  const entry = await strapi.db
    .query(topic)
    .findOne({ where: { documentId }, populate: { createdBy: { select: ['id'] } } });
  const rights: Rights = strapi
    .plugin('content-manager')
    .service('permission-checker')
    .create({ userAbility: ctx.state.userAbility, model: topic });
  return entry !== null && rights.cannot[deed](entry);
}

const moving = z.strictObject({ target: z.string().min(1).max(40) });

/** Of the admin panel: menus that are deleted with something in them. */
export const editorialController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `GET /km/topics/:id/leaving` */
  async leaving(ctx: Context) {
    if (await isRefused(strapi, ctx, 'delete', ctx.params.id)) return ctx.forbidden();
    const leaving = await leavingOf(strapi, ctx.params.id);
    if (!leaving) return ctx.notFound('ไม่พบเมนูนี้ อาจถูกลบไปแล้ว โหลดหน้านี้ใหม่');
    ctx.body = { data: leaving };
  },
  /** `POST /km/topics/:id/move-and-delete` with `{ target }` */
  async moveAndDelete(ctx: Context) {
    const asked = moving.safeParse((ctx.request as { body?: unknown }).body);
    if (!asked.success) return ctx.badRequest('เลือกเมนูปลายทางก่อน');
    const { target } = asked.data;
    const isForbidden =
      (await isRefused(strapi, ctx, 'delete', ctx.params.id)) ||
      (await isRefused(strapi, ctx, 'update', target));
    if (isForbidden) return ctx.forbidden();
    await moveAndDelete(strapi, ctx.params.id, target);
    ctx.body = { data: { target } };
  },
});

const mayDelete = {
  name: 'admin::hasPermissions',
  config: { actions: [['plugin::content-manager.explorer.delete', 'plugin::km.topic']] },
};

/** Routes of the admin panel; they stand below `/km`. */
export const editorialAdminRoutes = [
  {
    method: 'GET' as const,
    path: '/topics/:id/leaving',
    handler: 'editorial.leaving',
    config: { policies: ['admin::isAuthenticatedAdmin', mayDelete] },
  },
  {
    method: 'POST' as const,
    path: '/topics/:id/move-and-delete',
    handler: 'editorial.moveAndDelete',
    config: { policies: ['admin::isAuthenticatedAdmin', mayDelete] },
  },
];
