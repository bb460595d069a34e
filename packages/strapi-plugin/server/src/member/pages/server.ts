import type { Core } from '@strapi/types';
import type { Context, Middleware } from 'koa';
import { originOf } from '../../platform/origin';
import {
  isDatabaseFailure,
  languageOf,
  ProblemError,
  problemOfStatus,
  type Language,
} from '../../platform/problem';
import { requesterOf } from '../../platform/requester';
import { needsSecondFactor } from '../second-factor';
import { createFormGuard } from './form-guard';
import { readForm } from './form-body';
import { html } from './html';
import { assets, renderPage } from './layout';
import { giveOwnCode } from './here';
import { pageSession } from './page-session';
import { leadsToWindow, type MemberPage, type PageAnswer, type Visit } from './page';
import { pages } from './pages';

const ours = /^\/members(?:\/|$)/i;

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The members' own pages, answered before anything of Strapi is. */
export function createMemberPages(strapi: Core.Strapi): Middleware {
  return async function memberPages(ctx, next) {
    if (!ours.test(ctx.path)) return next();
    const asset = assets[ctx.path.slice('/members/assets/'.length)];
    if (asset && ctx.path.startsWith('/members/assets/')) return sendAsset(ctx, asset);
    protect(ctx);
    if (ctx.path === '/members/here') return giveOwnCode(strapi, ctx);
    await servePage(strapi, ctx);
  };
}

function sendAsset(ctx: Context, { text, type }: { text: string; type: string }): void {
  ctx.type = type;
  ctx.set({
    'Cache-Control': 'public, max-age=31536000, immutable',
    'X-Content-Type-Options': 'nosniff',
  });
  ctx.body = text;
}

/** Nothing of these pages is kept, framed, or told to other sites. */
function protect(ctx: Context): void {
  ctx.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy,
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    // Not `no-referrer`: browsers would then call the origin of our own forms `null`.
    'Referrer-Policy': 'same-origin',
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'X-Robots-Tag': 'noindex',
  });
}

async function servePage(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const origin = originOf(strapi, ctx);
  const path = ctx.path.replace(/\/+$/, '');
  const page = pages.find((one) => one.path === path);
  const language = chooseLanguage(ctx, origin);
  let visit: Visit | null = null;
  try {
    const query = new URLSearchParams(ctx.querystring);
    const isPost = ctx.method === 'POST';
    const form = page?.post && isPost ? await readForm(ctx) : new URLSearchParams();
    const session = await pageSession(strapi, ctx, origin);
    const guard = createFormGuard(strapi, ctx, origin, session?.session.id ?? '');
    const t = (th: string, en: string) => (language === 'en' ? en : th);
    const requester = requesterOf(ctx);
    visit = { strapi, ctx, language, t, origin, query, form, guard, requester, session };
    const isWindow =
      path === '/members/window' ||
      // There and back by a provider, also in the window: the page that opened it still waits.
      path.startsWith('/members/oidc/') ||
      leadsToWindow(nextOf(visit));
    // The page that opened the window waits for its word; all other pages are nobody's to hold.
    if (!isWindow) ctx.set('Cross-Origin-Opener-Policy', 'same-origin');
    send(visit, await answer(page, visit));
  } catch (error) {
    const problem = problemOf(strapi, error);
    const { retryAfter } = problem.details;
    if (typeof retryAfter === 'number') ctx.set('Retry-After', String(retryAfter));
    if (visit) return send(visit, problemPage(visit, problem));
    ctx.status = problem.status;
    ctx.type = 'text/plain; charset=utf-8';
    ctx.body = problem.sentence[language];
  }
}

async function answer(page: MemberPage | undefined, visit: Visit): Promise<PageAnswer> {
  const { ctx, form, guard, session } = visit;
  if (!page) throw problemOfStatus(404);
  const method = ctx.method === 'HEAD' ? 'GET' : ctx.method;
  const handler = method === 'GET' ? page.get : method === 'POST' ? page.post : undefined;
  if (!handler) {
    ctx.set('Allow', [page.get && 'GET, HEAD', page.post && 'POST'].filter(Boolean).join(', '));
    throw problemOfStatus(405);
  }
  if (page.needsMember && !session) {
    const back = method === 'GET' ? ctx.path + ctx.search : page.path;
    return { redirect: `/members/sign-in?next=${encodeURIComponent(back)}` };
  }
  if (method === 'POST' && !page.isOpenToAll) guard.check(form);
  if (page.needsMember && session && !page.isForEveryone) {
    const { isMissing } = await needsSecondFactor(visit.strapi, session.member);
    const back = method === 'GET' ? ctx.path + ctx.search : page.path;
    if (isMissing) return { redirect: `/members/second-factor?next=${encodeURIComponent(back)}` };
  }
  return handler(visit);
}

function send(visit: Visit, given: PageAnswer): void {
  const { ctx, language } = visit;
  if ('redirect' in given) {
    ctx.status = 303;
    ctx.set('Location', given.redirect);
    ctx.body = '';
    return;
  }
  if ('file' in given) {
    ctx.type = given.file.type;
    ctx.set('Content-Disposition', `attachment; filename="${given.file.name}"`);
    ctx.body = given.file.text;
    return;
  }
  ctx.status = given.status ?? 200;
  ctx.type = 'text/html; charset=utf-8';
  ctx.set('Content-Language', language);
  ctx.vary('Accept-Language');
  ctx.body = renderPage(visit, given);
}

function problemPage(visit: Visit, problem: ProblemError): PageAnswer {
  const { t, language } = visit;
  return {
    title:
      problem.status === 404
        ? t('ไม่พบหน้านี้', 'There is no such page')
        : t('ทำรายการไม่ได้', 'It was not done'),
    status: problem.status,
    body: html`<p class="notice bad" role="alert">${problem.sentence[language]}</p>
      <p><a href="/members">${t('ไปหน้าสมาชิก', 'To the members’ page')}</a></p>`,
  };
}

function problemOf(strapi: Core.Strapi, error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  strapi.log.error(error);
  return problemOfStatus(isDatabaseFailure(error) ? 503 : 500);
}

function nextOf({ query, form }: Visit): string {
  return form.get('next') ?? query.get('next') ?? '';
}

/** As the address says, as was said before, or as the browser prefers. */
function chooseLanguage(ctx: Context, origin: string): Language {
  const said = new URLSearchParams(ctx.querystring).get('lang');
  if (said === 'th' || said === 'en') {
    const secure = origin.startsWith('https:') ? '; Secure' : '';
    ctx.append('Set-Cookie', `km_lang=${said}; Path=/members; SameSite=Lax${secure}`);
    return said;
  }
  const before = /(?:^|;\s*)km_lang=(th|en)(?:;|$)/.exec(ctx.get('Cookie'))?.[1];
  return (before as Language | undefined) ?? languageOf(ctx);
}
