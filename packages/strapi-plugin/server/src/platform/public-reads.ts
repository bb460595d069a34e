import { apiBase } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Middleware } from 'koa';
import { readAt } from './cache-key';
import type { PublicRoute } from './public-route';

/**
 * Answers reads of the public API before Strapi's own middlewares: sessions, bodies, headers of
 * other pages and its router have nothing to do for them, and take longer than the database.
 */
export function createPublicReads(strapi: Core.Strapi, routes: readonly PublicRoute[]): Middleware {
  const byName = new Map(routes.map((route) => [route.operation, route]));
  return async function publicReads(ctx, next) {
    const isRead = ctx.method === 'GET' || ctx.method === 'HEAD';
    const found = isRead && ctx.path.startsWith(apiBase) ? readAt(ctx.path) : undefined;
    const route = found && byName.get(found.name);
    if (!route) return next();
    ctx.params = { ...found.pattern.exec(ctx.path)?.groups };
    await route.answer(strapi, ctx);
  };
}
