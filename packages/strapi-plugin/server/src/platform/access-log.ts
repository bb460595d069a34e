import type { Core } from '@strapi/types';
import type { Middleware } from 'koa';

/**
 * Takes the place of `strapi::logger`: as that, but without the query, which holds what readers
 * search for, what editors filter by, and the tokens of invitations.
 */
export function createAccessLog(strapi: Core.Strapi): Middleware {
  return async function accessLog(ctx, next) {
    const start = Date.now();
    await next();
    const { method, path, status } = ctx;
    const milliseconds = Date.now() - start;
    // Once the answer is on its way: writing a line takes as long as making a short list.
    setImmediate(() => {
      // For people as one line, for programs as fields.
      strapi.log.http(`${method} ${path} (${milliseconds} ms) ${status}`, {
        method,
        path,
        status,
        milliseconds,
      });
    });
  };
}
