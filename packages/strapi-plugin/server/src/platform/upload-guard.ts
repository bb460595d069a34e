import type { Context, Middleware, Next } from 'koa';

/** Kinds a browser shows without running anything in our name; PDF viewers break in a sandbox. */
const shown = /^(?:image\/(?:png|jpeg|gif|webp|avif)|application\/pdf|video\/|audio\/)/;

/** Keeps uploaded files from acting in our name: what is not plainly shown is downloaded. */
export function createUploadGuard(): Middleware {
  return async function uploadGuard(ctx: Context, next: Next) {
    await next();
    if (!ctx.path.startsWith('/uploads/')) return;
    ctx.remove('Access-Control-Allow-Credentials');
    ctx.set({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
    });
    if (shown.test(ctx.type)) return;
    ctx.set({
      'Content-Disposition': 'attachment',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
  };
}
