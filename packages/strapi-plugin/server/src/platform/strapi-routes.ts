import { operations, type OperationName } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import type { PublicRoute } from './public-route';

/** The routes of the public API as Strapi mounts them, below `/api/km`. */
export function contentApiRoutes(routes: readonly PublicRoute[]) {
  return [...routes]
    .map(({ operation }) => ({
      method: operations[operation].method.toUpperCase() as 'GET' | 'POST',
      path: `/v1${operations[operation].path.replace(/\{(\w+)\}/g, ':$1')}`,
      handler: `public.${operation}`,
      // Reads need no account, and a stale token must not lose a reader the page.
      config: { auth: false as const },
    }))
    .sort((a, b) => Number(a.path.includes(':')) - Number(b.path.includes(':')));
}

/** One controller with an action an operation. */
export function publicController(routes: readonly PublicRoute[]) {
  return ({ strapi }: { strapi: Core.Strapi }) =>
    Object.fromEntries(
      routes.map((route) => [route.operation, (ctx: Context) => route.answer(strapi, ctx)])
    ) as Record<OperationName, (ctx: Context) => Promise<void>>;
}
