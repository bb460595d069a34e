import { formatThaiDate } from '@km-laas/thai';
import { html, type Html } from '../html.js';
import { markers } from '../markers.js';
import type { House, Page } from '../page.js';
import { site } from '../site.js';

/** Everything below the content: whose site it is, where else to go, its date and version. */
export function renderFooter(page: Page, { services, pages }: House): Html {
  const aboutPages = pages.filter(
    // What lies below another page of text is found there.
    ({ isListed, updated, path, trail }) => isListed && updated && path && trail.length === 1
  );
  return html`<footer class="footer" ${page.lang ? html`lang="th"` : null}>
    <div class="footer-columns">
      <div class="footer-owner">
        <p class="footer-name">${site.name}</p>
        <p>${site.bureau}<br />${site.department}<br />${site.ministry}</p>
        <p>โทรศัพท์ <a href="${site.telephone.link}">${site.telephone.text}</a></p>
      </div>
      <nav aria-label="บริการ">
        <h2>บริการ</h2>
        <ul>
          ${services.map(({ name, title }) => html`<li><a href="/${name}">${title}</a></li>`)}
        </ul>
      </nav>
      <nav aria-label="เกี่ยวกับเว็บไซต์">
        <h2>เกี่ยวกับเว็บไซต์</h2>
        <ul>
          ${aboutPages.map(
            ({ path, title }) =>
              html`<li>
                <a href="${path}" ${path === page.path ? html`aria-current="page"` : null}
                  >${title}</a
                >
              </li>`
          )}
        </ul>
      </nav>
    </div>
    <p class="footer-facts">
      <span
        >ปรับปรุงเว็บไซต์ล่าสุด
        <time datetime="${lastUpdate(pages)}"
          >${formatThaiDate(lastUpdate(pages), 'long')}</time
        ></span
      >
      <span>รุ่น ${site.version}</span>
    </p>
    ${
      page.isListed
        ? html`<div class="print-source">
            ${isItem(page) ? markers.qr : null}
            <p>พิมพ์จาก ${site.name}<br />${markers.canonical}</p>
          </div>`
        : null
    }
  </footer>`;
}

/** What is printed, handed on and looked up again is one document. */
function isItem({ path }: Page): boolean {
  return path === null;
}

function lastUpdate(pages: readonly Page[]): string {
  return pages.reduce((last, { updated = '' }) => (updated > last ? updated : last), '');
}
