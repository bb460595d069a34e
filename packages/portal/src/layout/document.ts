import { Html, html } from '../html.js';
import { markers } from '../markers.js';
import type { Assets, House, Page } from '../page.js';
import { site } from '../site.js';
import { keepWordsTogether } from './typography.js';
import { renderFooter } from './footer.js';
import { renderHeader } from './header.js';

/** A whole page as the server sends it, but for its markers. */
export function renderDocument(page: Page, house: House, assets: Assets): string {
  const body = page.renderBody(house, assets);
  const around = page.lang ? html`lang="th"` : null;
  const content = html`<a class="skip" href="#content" ${around}>ข้ามไปยังเนื้อหาหลัก</a>
    ${renderHeader(page, house)}
    <main class="main" id="content" tabindex="-1">${renderTrail(page)}${body}</main>
    ${renderFooter(page, house)}`;
  const document = html`<!doctype html>
    <html lang="${page.lang ?? 'th'}" data-km-theme="auto">
      ${renderHead(page, assets, `${content}`.includes('<km-'))}
      <body>
        ${Html.trust(keepWordsTogether(`${content}`))}
      </body>
    </html>`;
  // Templates are indented for people; nothing on a page depends on the blanks.
  return `${document}`.replace(/\n\s+/g, '\n') + '\n';
}

function renderHead(page: Page, assets: Assets, hasWidgets: boolean): Html {
  const title = page.title instanceof Html ? page.title : titleInFull(page.title, page.lang);
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    ${
      page.isListed
        ? html`<meta name="description" content="${page.description}" />
            <link rel="canonical" href="${markers.canonical}" />
            ${renderTranslations(page)}
            <link
              rel="alternate"
              type="application/json+oembed"
              href="${markers.oembed}"
              title="${title}"
            />
            <meta property="og:title" content="${title}" />
            <meta property="og:description" content="${page.description}" />
            <meta property="og:url" content="${markers.canonical}" />
            <meta property="og:type" content="website" />
            <meta property="og:site_name" content="${site.name}" />
            <meta property="og:locale" content="${page.lang ? 'en_GB' : 'th_TH'}" />
            <meta property="og:image" content="${markers.origin}${cardOf(page, assets)}" />
            <meta property="og:image:width" content="1200" />
            <meta property="og:image:height" content="630" />
            <meta name="twitter:card" content="summary_large_image" />
            ${markers.structured}`
        : html`<meta name="robots" content="noindex" />`
    }
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="${assets.emblem}" type="image/svg+xml" />
    ${assets.preload.map(
      (font) => html`<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin />`
    )}
    <script src="${assets.script}"></script>
    ${page.script ? html`<script src="${assets[page.script]}" defer></script>` : null}
    <link rel="stylesheet" href="${assets.style}" />
    ${hasWidgets ? html`<script type="module" src="/widgets/v1/km.js"></script>` : null}
    <link
      rel="search"
      type="application/opensearchdescription+xml"
      title="${site.name}"
      href="/opensearch.xml"
    />
    <link
      rel="alternate"
      type="application/atom+xml"
      title="ข่าวประชาสัมพันธ์"
      href="/api/km/v1/news.atom"
    />
    <link
      rel="alternate"
      type="application/atom+xml"
      title="ข้อมูลการปรับปรุงระบบ"
      href="/api/km/v1/updates.atom"
    />
  </head>`;
}

function cardOf({ section }: Page, { cards }: Assets): string {
  return cards[section?.slice(1) ?? ''] ?? cards.site ?? '';
}

function titleInFull(title: string, lang: Page['lang']): string {
  if (title === site.name) return `${site.name} ${site.tagline}`;
  return `${title} · ${lang ? site.nameEn : site.name}`;
}

/** Tells search engines which page is the same in which language. */
function renderTranslations({ path, lang, translation }: Page): Html | null {
  if (!translation) return null;
  const [thai, english] = lang ? [translation, path] : [path, translation];
  return html`<link rel="alternate" hreflang="th" href="${markers.origin}${thai}" />
    <link rel="alternate" hreflang="en" href="${markers.origin}${english}" />`;
}

function renderTrail({ trail }: Page): Html | null {
  if (trail.length === 0) return null;
  return html`<nav class="trail" aria-label="ตำแหน่งของหน้านี้">
    <ol>
      ${trail.map(({ title, path }) => html`<li><a href="${path}">${title}</a></li>`)}
    </ol>
  </nav>`;
}
