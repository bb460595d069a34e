import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { ProblemError } from '../../platform/problem';
import { isSame, newSecret, sealOf } from '../../platform/secrets';
import { readCookie, writeCookie } from './cookies';

/**
 * Keeps other sites from sending our forms: a form holds the seal of a cookie that only this
 * browser has, and of the session it was shown in; and it must come from a page of ours.
 */
export interface FormGuard {
  /** Goes into every form. */
  token: string;
  /** @throws {ProblemError} 403 where a form does not come from a page of ours in this session. */
  check(form: URLSearchParams): void;
  /** Ends all forms shown before, at a change of who is signed in. */
  renew(): void;
}

export function createFormGuard(
  strapi: Core.Strapi,
  ctx: Context,
  origin: string,
  sessionId: string
): FormGuard {
  const known = readCookie(ctx, 'form', origin);
  const cookie = known ?? newSecret();
  if (!known) writeCookie(ctx, 'form', cookie, { origin });
  const token = sealOf(strapi, 'form', `${cookie} ${sessionId}`);
  return {
    token,
    check(form) {
      if (!isFromOwnPage(ctx, origin)) throw foreignForm;
      if (!known || !isSame(form.get('token') ?? '', token)) throw staleForm;
    },
    renew: () => writeCookie(ctx, 'form', newSecret(), { origin }),
  };
}

/** Whether a browser says that a page of ours sent this. */
export function isFromOwnPage(ctx: Context, origin: string): boolean {
  const named = ctx.get('Origin');
  const site = ctx.get('Sec-Fetch-Site');
  if (site && site !== 'same-origin') return false;
  return named ? named === origin : site === 'same-origin';
}

const foreignForm = new ProblemError(403, {
  th: 'ไม่รับแบบฟอร์มที่ส่งมาจากเว็บไซต์อื่น',
  en: 'Forms sent from other sites are not taken.',
});

const staleForm = new ProblemError(403, {
  th: 'แบบฟอร์มนี้หมดอายุ หรือเบราว์เซอร์ปิดคุกกี้ไว้ โปรดเปิดหน้าใหม่แล้วส่งอีกครั้ง',
  en: 'This form is out of date, or the browser refuses cookies. Open the page anew and send it again.',
});
