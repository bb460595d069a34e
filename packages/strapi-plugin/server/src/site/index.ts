import type { Core } from '@strapi/types';
import type { Context, Middleware, Next } from 'koa';
import { isOpenDataFile, readOpenDataFile } from '../open-data';
import { giveAnswer, immutable, shortLived } from '../platform/answer';
import { originOf } from '../platform/origin';
import { isDatabaseFailure, ProblemError, problemOfStatus, sendProblem } from '../platform/problem';
import type { ServiceName, ServiceRoom } from '../platform/service-room';
import { readStaticFile } from '../platform/static-files';
import { findPage, lagBehindTheClock, noWords } from './pages';
import { embedHeaders, embedKey, pathBehind, readEmbed, renderEmbed } from './embed/embed-page';
import { answerOembed, oembedKey } from './embed/oembed';
import { pageAsked, pageSuffix } from './paging';
import { plainPages, sections } from './sections';
import { fillShell, pageHeaders } from './shells';
import { findSearchPage, searchKey, searchPath } from './search-page';
import { openSearch, robots, sitemap } from './sitemap';
import { findWidgetFile, widgetFolders, type WidgetFolders } from './widget-files';

/** The knowledge bank's own site and the files of the widgets. */
export interface Site {
  /** The edge cache's key of a request that is ours; null for all others. */
  keyOf(ctx: Context): string | null;
  middleware: Middleware;
}

const sectionPaths = sections.map(({ path }) => path).join('|');
const pagePath = new RegExp(`^/(?:(?:${sectionPaths})(?:/[^/]+)?|${plainPages.join('|')})?$`);
const isPagePath = (path: string) => path === searchPath || pagePath.test(path);
const everything = sections.map(({ service }) => service);
/** Names that a build gives by content, e.g. `home-BX7fKq2a.js`. */
const hashedName = /-[\w-]{8,}\.\w+$/;
/** A folder being built while the server runs is looked at again this often. */
const developmentLag = 1000;

export function createSite(strapi: Core.Strapi, rooms: readonly ServiceRoom[]): Site {
  const setting = <Value>(name: string) =>
    strapi.plugin('km').config<Value | undefined>(name) ?? undefined;
  const widgets = widgetFolders(strapi);
  const widgetsDir = widgets?.own;
  const portalDir = setting<string>('portalDir');
  const mediaOrigins = setting<string[]>('mediaOrigins') ?? [];
  const headers = pageHeaders(mediaOrigins);
  const isDevelopment = process.env.NODE_ENV === 'development';

  const isOurs = ({ path }: Context) =>
    isOpenDataFile(path) ||
    (widgetsDir && path.startsWith('/widgets/')) ||
    (widgetsDir && (path.startsWith('/embed/') || path === '/oembed')) ||
    (portalDir &&
      (isPagePath(path) ||
        path.startsWith('/portal/') ||
        path === '/sitemap.xml' ||
        path === '/opensearch.xml' ||
        path === '/robots.txt'));

  async function serve(ctx: Context): Promise<void> {
    const { path } = ctx;
    if (path.startsWith('/widgets/')) return serveWidgetFile(ctx, path.slice('/widgets/'.length));
    if (path.startsWith('/portal/')) return servePortalFile(ctx, path.slice('/portal/'.length));
    const origin = originOf(strapi, ctx);
    if (path.startsWith('/embed/')) return serveEmbed(ctx, origin);
    if (path === '/oembed') return serveOembed(ctx, origin);
    if (isOpenDataFile(path)) {
      const file = await readOpenDataFile(strapi, path, origin);
      return giveAnswer(ctx, { ...file, cacheControl: shortLived });
    }
    if (path === '/sitemap.xml') {
      const text = await sitemap(strapi, rooms, origin);
      return giveText(ctx, 'application/xml', text, everything, lagBehindTheClock());
    }
    if (path === '/opensearch.xml') {
      return giveText(ctx, 'application/opensearchdescription+xml', openSearch(origin), []);
    }
    if (path === '/robots.txt') {
      const admin = new URL(strapi.config.get('admin.url', '/admin'), origin).pathname;
      return giveText(ctx, 'text/plain', robots(origin, admin), []);
    }
    const number = pageAsked(path, ctx.search);
    const page =
      path === searchPath
        ? await findSearchPage(strapi, ctx.search)
        : await findPage(strapi, rooms, path, origin, number);
    const address = origin + path + pageSuffix(number);
    const bytes = page && (await fillShell(portalDir as string, page.shell, page.words, address));
    if (!bytes) return sendNotFound(ctx);
    giveAnswer(ctx, {
      bytes,
      type: 'text/html; charset=utf-8',
      cacheControl: shortLived,
      headers: page.isListed === false ? { ...headers, 'X-Robots-Tag': 'noindex' } : headers,
      services: page.services,
      validUntil: soonest(page.validUntil),
    });
  }

  async function serveWidgetFile(ctx: Context, path: string): Promise<void> {
    const file = await findWidgetFile(widgets as WidgetFolders, path);
    if (!file) throw problemOfStatus(404);
    giveAnswer(ctx, { ...file, services: [], validUntil: soonest(null) });
  }

  /** One element alone, for pages that take frames and no scripts. */
  async function serveEmbed(ctx: Context, origin: string): Promise<void> {
    const asked = readEmbed(ctx.path, ctx.search);
    if (!asked) throw problemOfStatus(404);
    const page = await findPage(strapi, rooms, pathBehind(asked), origin);
    if (!page && asked.query.item) throw problemOfStatus(404);
    giveAnswer(ctx, {
      bytes: renderEmbed(asked, origin, page?.words.fallback ?? ''),
      type: 'text/html; charset=utf-8',
      cacheControl: shortLived,
      headers: embedHeaders(origin, mediaOrigins),
      services: page?.services ?? [],
      validUntil: soonest(page?.validUntil ?? null),
    });
  }

  async function serveOembed(ctx: Context, origin: string): Promise<void> {
    const { answer, ...about } = await answerOembed(strapi, rooms, ctx.search, origin);
    giveAnswer(ctx, {
      bytes: Buffer.from(JSON.stringify(answer)),
      type: 'application/json; charset=utf-8',
      cacheControl: shortLived,
      headers: { 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' },
      ...about,
    });
  }

  async function servePortalFile(ctx: Context, path: string): Promise<void> {
    const file = path.endsWith('.html') ? null : await readStaticFile(portalDir as string, path);
    if (!file) return sendNotFound(ctx);
    giveAnswer(ctx, {
      ...file,
      cacheControl: hashedName.test(path) ? immutable : shortLived,
      headers,
      services: [],
      validUntil: soonest(null),
    });
  }

  function giveText(
    ctx: Context,
    type: string,
    text: string,
    services: ServiceName[],
    validUntil: Date | null = null
  ): void {
    giveAnswer(ctx, {
      bytes: Buffer.from(text),
      type: `${type}; charset=utf-8`,
      cacheControl: shortLived,
      headers,
      services,
      validUntil,
    });
  }

  async function sendNotFound(ctx: Context): Promise<void> {
    ctx.status = 404;
    ctx.set({ ...headers, 'Cache-Control': 'no-store' });
    ctx.type = 'text/html; charset=utf-8';
    ctx.body = (await fillShell(portalDir as string, '404', noWords, '')) ?? 'ไม่พบหน้าที่ต้องการ';
  }

  /** A reader who followed a dead link gets a page, a program gets what Strapi answered. */
  function isPageNobodyHas(ctx: Context): boolean {
    return (
      portalDir !== undefined &&
      ctx.status === 404 &&
      ctx.method === 'GET' &&
      !ctx.path.startsWith('/api/') &&
      ctx.get('Accept').includes('text/html')
    );
  }

  function sendFailure(ctx: Context, error: unknown): void {
    if (error instanceof ProblemError) return sendProblem(ctx, error);
    strapi.log.error(error);
    ctx.status = isDatabaseFailure(error) ? 503 : 500;
    ctx.set({ ...headers, 'Cache-Control': 'no-store', 'Retry-After': '10' });
    ctx.type = 'text/plain; charset=utf-8';
    ctx.body = 'ระบบขัดข้อง โปรดลองใหม่ภายหลัง';
  }

  function soonest(validUntil: Date | null): Date | null {
    return isDevelopment ? new Date(Date.now() + developmentLag) : validUntil;
  }

  async function middleware(ctx: Context, next: Next): Promise<void> {
    if (!isOurs(ctx)) {
      const trimmed = portalDir && ctx.path.length > 1 && ctx.path.replace(/\/+$/, '');
      if (!trimmed || trimmed === ctx.path || !isPagePath(trimmed)) {
        await next();
        if (isPageNobodyHas(ctx)) await sendNotFound(ctx);
        return;
      }
      ctx.status = 301;
      return ctx.redirect(trimmed + ctx.search);
    }
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      ctx.set('Allow', 'GET, HEAD, OPTIONS');
      if (ctx.path.startsWith('/widgets/')) throw problemOfStatus(405);
      ctx.status = 405;
      return;
    }
    try {
      await serve(ctx);
    } catch (error) {
      if (ctx.path.startsWith('/widgets/')) throw error;
      sendFailure(ctx, error);
    }
  }

  return {
    keyOf(ctx) {
      const key = isOurs(ctx) ? keyIn(ctx) : null;
      return key && `${originOf(strapi, ctx)}${key}`;
    },
    middleware,
  };
}

/**
 * What a page's script reads from the query changes nothing of the page itself; the server reads it
 * for the page of answers and for the further pages of what is long.
 */
function keyIn({ path, search }: Context): string | null {
  if (path === '/oembed') return oembedKey(search);
  if (path.startsWith('/embed/')) return embedKey(path, search);
  return path === searchPath ? searchKey(search) : path + pageSuffix(pageAsked(path, search));
}
