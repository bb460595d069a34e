import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { z } from 'zod';
import { leavingOf, moveAndDelete } from './move-topic';

const moving = z.strictObject({ target: z.string().min(1).max(40) });

/** Of the admin panel: menus that are deleted with something in them. */
export const editorialController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `GET /km/topics/:id/leaving` */
  async leaving(ctx: Context) {
    const leaving = await leavingOf(strapi, ctx.params.id);
    if (!leaving) return ctx.throw(404, 'ไม่พบเมนูนี้ อาจถูกลบไปแล้ว โหลดหน้านี้ใหม่');
    ctx.body = { data: leaving };
  },
  /** `POST /km/topics/:id/move-and-delete` with `{ target }` */
  async moveAndDelete(ctx: Context) {
    const asked = moving.safeParse((ctx.request as { body?: unknown }).body);
    if (!asked.success) return ctx.throw(400, 'เลือกเมนูปลายทางก่อน');
    await moveAndDelete(strapi, ctx.params.id, asked.data.target);
    ctx.body = { data: { target: asked.data.target } };
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
