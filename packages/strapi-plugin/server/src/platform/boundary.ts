import type { Core } from '@strapi/types';
import type { Context, Middleware } from 'koa';
import { operationsAt } from './cache-key';
import { givenAnswer, wasAnswered } from './answer';
import { readBody } from './json-body';
import { isDatabaseFailure, problemOfStatus, ProblemError, sendProblem } from './problem';

// Strapi's router takes capitals and a slash at the end for the same address; here they must not
// be a way around.
const apiPath = /^\/api\/km(?:\/|$)/i;
const widgetPath = /^\/widgets(?:\/|$)/;

/** Headers that may leave with an answer of the public API; everything else Strapi set stays here. */
const ownHeaders = new Set([
  'age',
  'allow',
  'cache-control',
  'connection',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-length',
  'content-type',
  'etag',
  'retry-after',
  'warning',
  'x-km-cache',
]);

/**
 * Stands around everything the public sees of the API and the widgets: any web page may ask, none
 * needs an account, every failure is a problem in the reader's language.
 */
export function createBoundary(strapi: Core.Strapi): Middleware {
  return async function boundary(ctx, next) {
    const isApi = apiPath.test(ctx.path);
    if (!isApi && !widgetPath.test(ctx.path)) return next();
    if (ctx.method === 'OPTIONS') return answerPreflight(ctx);
    try {
      if (isApi) await admit(ctx);
      await next();
      if (ctx.status >= 400 && !ctx.state.kmProblem) sendProblem(ctx, problemOfStatus(ctx.status));
    } catch (error) {
      if (!(error instanceof ProblemError)) strapi.log.error(error);
      sendProblem(ctx, error instanceof ProblemError ? error : problemOfStatus(statusOf(error)));
    }
    openToEveryPage(ctx);
  };
}

/**
 * Refuses what cannot succeed before anything works on it, and reads the body of the rest. An
 * address has one spelling, or each of them would be read from the database anew.
 */
async function admit(ctx: Context): Promise<void> {
  const here = operationsAt(ctx.path);
  if (here.length === 0) throw problemOfStatus(404);
  const method = ctx.method === 'HEAD' ? 'get' : ctx.method.toLowerCase();
  const asked = here.find(({ operation }) => operation.method === method);
  if (!asked) {
    ctx.set('Allow', allowedAt(ctx.path));
    throw problemOfStatus(405);
  }
  if (asked.operation.body) await readBody(ctx);
}

function allowedAt(path: string): string {
  const methods = operationsAt(path).map(({ operation }) => operation.method.toUpperCase());
  const known = methods.length > 0 ? methods : ['GET'];
  return [...known, ...(known.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}

function answerPreflight(ctx: Context): void {
  ctx.status = 204;
  ctx.set({
    Allow: allowedAt(ctx.path),
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': allowedAt(ctx.path),
    'Access-Control-Allow-Headers': 'Accept, Authorization, Content-Type, If-None-Match',
    'Access-Control-Max-Age': '86400',
    'Cache-Control': 'public, max-age=86400',
  });
}

function openToEveryPage(ctx: Context): void {
  for (const name of ctx.res.getHeaderNames()) {
    if (!ownHeaders.has(name.toLowerCase())) ctx.remove(name);
  }
  ctx.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Age, ETag, Retry-After, X-KM-Cache',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    Vary: givenAnswer(ctx) || wasAnswered(ctx) ? 'Accept-Encoding' : 'Accept-Language',
  });
}

function statusOf(error: unknown): number {
  if (isDatabaseFailure(error)) return 503;
  const { status } = (error ?? {}) as { status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
