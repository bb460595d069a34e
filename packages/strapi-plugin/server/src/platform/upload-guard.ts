import { posix } from 'node:path';
import type { Context, Middleware, Next } from 'koa';

/** Kinds a browser shows without running anything in our name; PDF viewers break in a sandbox. */
const shown = /^(?:image\/(?:png|jpeg|gif|webp|avif)|application\/pdf|video\/|audio\/)/;

/** Keeps uploaded files from acting in our name: what is not plainly shown is downloaded. */
export function createUploadGuard(): Middleware {
  return async function uploadGuard(ctx: Context, next: Next) {
    await next();
    if (!leadsToUploads(ctx.path)) return;
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

/**
 * Whether a path leads to an uploaded file, however it is spelt: Strapi's server of public files
 * decodes it and resolves its dots, and some file systems take capitals for small letters.
 */
function leadsToUploads(path: string): boolean {
  try {
    return posix.normalize(decodeURIComponent(path)).toLowerCase().startsWith('/uploads/');
  } catch {
    return false;
  }
}
