import { createHash } from 'node:crypto';
import type { PageAnswer, Visit } from './page';
import { Html, html } from './html';
import { style, windowScript } from './style';

const version = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="31" fill="#0b3f78"/><path fill="#fff" d="M22 34V26h5v9zm7.5 1.5V18h5v17.5zM37 35V22h5v12z"/><path fill="#e3b34a" d="M13.5 37c7-1 13 0 18.5 4 5.5-4 11.5-5 18.5-4v9c-7-1-13 0-18.5 4-5.5-4-11.5-5-18.5-4z"/></svg>';

/** Files of the pages, by their address below `/members/assets/`. */
export const assets: Record<string, { text: string; type: string }> = {
  [`icon-${version(icon)}.svg`]: { text: icon, type: 'image/svg+xml' },
  [`style-${version(style)}.css`]: { text: style, type: 'text/css; charset=utf-8' },
  [`window-${version(windowScript)}.js`]: {
    text: windowScript,
    type: 'text/javascript; charset=utf-8',
  },
};
const addressOf = (name: string) =>
  `/members/assets/${Object.keys(assets).find((file) => file.startsWith(`${name}-`))}`;

const emblem = Html.trust(
  '<svg viewBox="0 0 64 64" width="36" height="36" aria-hidden="true" focusable="false"><circle cx="32" cy="32" r="31" fill="#fff"/><circle cx="32" cy="32" r="27.5" fill="none" stroke="#e3b34a" stroke-width="2"/><path fill="#0b57a4" d="M22 34V26h5v9zm7.5 1.5V18h5v17.5zM37 35V22h5v12z"/><path fill="#0b3f78" d="M13.5 37c7-1 13 0 18.5 4 5.5-4 11.5-5 18.5-4v9c-7-1-13 0-18.5 4-5.5-4-11.5-5-18.5-4z"/><path stroke="#fff" stroke-width="1.5" d="M32 41v9"/></svg>'
);

/** A whole page. */
export function renderPage(visit: Visit, page: Extract<PageAnswer, { body: Html }>): string {
  const { t, language, ctx } = visit;
  const brand = t('คลังความรู้ e-LAAS', 'e-LAAS Knowledge Bank');
  const other = new URLSearchParams(visit.query);
  other.set('lang', language === 'th' ? 'en' : 'th');
  const document = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · ${brand}</title>
        <link rel="icon" href="${addressOf('icon')}" type="image/svg+xml" />
        <link rel="stylesheet" href="${addressOf('style')}" />
        ${page.script && html`<script src="${addressOf(page.script)}" defer></script>`}
      </head>
      <body>
        <a class="skip" href="#content">${t('ข้ามไปยังเนื้อหาหลัก', 'Skip to the content')}</a>
        <header class="band">
          <div>
            ${
              page.isWindow
                ? html`<span class="brand">${emblem} ${brand}</span>`
                : html`<a class="brand" href="/">${emblem} ${brand}</a>`
            }
            <a href="${ctx.path}?${other.toString()}" lang="${language === 'th' ? 'en' : 'th'}"
              >${language === 'th' ? 'English' : 'ภาษาไทย'}</a
            >
          </div>
        </header>
        <main id="content">
          <div class="card">
            <h1>${page.title}</h1>
            ${page.body}
          </div>
        </main>
        <footer>
          ${page.isWindow ? t('ที่อยู่ของหน้าต่างนี้ต้องเป็น', 'The address of this window must be') : null}
          ${page.isWindow && html`<b>${new URL(visit.origin).host}</b>`}
          ${
            !page.isWindow &&
            html`<a href="/help/members">${t('วิธีใช้งาน', 'Help (in Thai)')}</a>
              <a href="/privacy">${t('นโยบายคุ้มครองข้อมูลส่วนบุคคล', 'Privacy policy')}</a>
              <a href="/contact">${t('ติดต่อเรา', 'Contact')}</a>`
          }
        </footer>
      </body>
    </html>`;
  return `${String(document).replace(/\n\s+/g, '\n')}\n`;
}
