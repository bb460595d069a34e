import { renderElement } from '../element.js';
import { html, type Html } from '../html.js';
import type { House, Page } from '../page.js';
import { site } from '../site.js';
import { emblem } from './emblem.js';
import { renderSearchBox } from './search-form.js';

/** Pages whose own content is the search box. */
const pagesWithTheirOwn: ReadonlySet<string | null> = new Set(['/', '/search']);

/** Everything above the content: how the page is shown, whose it is, and the main menu. */
export function renderHeader(page: Page, { services }: House): Html {
  const entries = [
    { path: '/', title: 'หน้าแรก', section: '/' },
    ...services.map(({ name, title, menuTitle }) => ({
      path: `/${name}`,
      title: menuTitle ?? title,
      section: `/${name}`,
    })),
    { path: '/help', title: 'วิธีใช้งาน', section: '/help' },
  ];
  return html`<header class="header" ${page.lang ? html`lang="th"` : null}>
    ${displayControls}
    <div class="brand-row">
      <a class="brand" href="/">
        ${emblem}
        <span class="brand-words">
          <span class="brand-name">${site.name}</span>
          <span class="brand-tagline">${site.tagline}</span>
        </span>
      </a>
      ${
        pagesWithTheirOwn.has(page.path)
          ? null
          : html`<div class="header-search" role="search">
              ${renderSearchBox('header-field', { results: 'page', href: '/search' })}
            </div>`
      }
      <div class="header-member">
        ${renderElement('km-member-menu', { href: '/threads' }, html`<a href="/members">สมาชิก</a>`)}
      </div>
    </div>
    <button class="menu-button" type="button" aria-expanded="false" aria-controls="menu">
      <span class="menu-sign" aria-hidden="true"></span>เมนู
    </button>
    <nav class="menu" id="menu" aria-label="เมนูหลัก">
      <ul>
        ${entries.map(
          ({ path, title, section }) =>
            html`<li><a href="${path}" ${markCurrent(page, path, section)}>${title}</a></li>`
        )}
        <li class="menu-language">${renderLanguage(page)}</li>
      </ul>
    </nav>
  </header>`;
}

/** To the same in the other language, or to what there is in English. */
function renderLanguage({ lang, translation = '/#english' }: Page): Html {
  const [code, name] = lang ? ['th', 'ภาษาไทย'] : ['en', 'English'];
  return html`<a href="${translation}" lang="${code}" hreflang="${code}">${name}</a>`;
}

/** The page itself is the current one; an item's page lies below the current one. */
function markCurrent(page: Page, path: string, section: string): Html | null {
  if (page.path === path) return html`aria-current="page"`;
  return page.section === section ? html`aria-current="true"` : null;
}

// Without a script none of these would do anything, so CSS shows them only beside one.
const displayControls = html`<div class="display-bar" data-needs-script>
  <div class="display" role="group" aria-label="ขนาดตัวอักษร">
    <span class="display-label" aria-hidden="true">ขนาดตัวอักษร</span>
    <button type="button" data-text-size="smaller">
      <span aria-hidden="true">ก-</span><span class="visually-hidden">ลดขนาดตัวอักษร</span>
    </button>
    <button type="button" data-text-size="normal">
      <span aria-hidden="true">ก</span><span class="visually-hidden">ตัวอักษรขนาดปกติ</span>
    </button>
    <button type="button" data-text-size="larger">
      <span aria-hidden="true">ก+</span><span class="visually-hidden">เพิ่มขนาดตัวอักษร</span>
    </button>
  </div>
  <div class="display" role="group" aria-label="สีของหน้าจอ">
    <span class="display-label" aria-hidden="true">สีของหน้าจอ</span>
    <button type="button" class="swatch swatch-light" data-colours="light" aria-pressed="false">
      <span aria-hidden="true">ก</span><span class="visually-hidden">สีปกติ</span>
    </button>
    <button type="button" class="swatch swatch-dark" data-colours="dark" aria-pressed="false">
      <span aria-hidden="true">ก</span><span class="visually-hidden">พื้นมืด</span>
    </button>
    <button
      type="button"
      class="swatch swatch-contrast"
      data-colours="contrast"
      aria-pressed="false"
    >
      <span aria-hidden="true">ก</span
      ><span class="visually-hidden">ความต่างสีสูง ตัวอักษรเหลืองบนพื้นดำ</span>
    </button>
  </div>
  <p class="visually-hidden" role="status" id="display-status"></p>
</div>`;
