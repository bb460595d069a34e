import { html, type Html } from '../html.js';
import type { House, Page } from '../page.js';
import { renderTextHead } from './text-head.js';

export function renderSitemap(house: House): Html {
  const isPartOfHelp = ({ section }: Page) => section === '/help';
  const texts = house.pages.filter((page) => page.updated && !isPartOfHelp(page));
  return html`<div class="panel prose">
    ${renderTextHead('/sitemap', house)}
    <ul>
      <li><a href="/">หน้าแรก</a></li>
    </ul>
    <h2>บริการ</h2>
    <ul>
      ${house.services.map(
        ({ name, title, line }) =>
          html`<li>
            <a href="/${name}">${title}</a>
            <p>${line}</p>
          </li>`
      )}
    </ul>
    <h2>วิธีใช้งาน</h2>
    <ul>
      ${house.pages
        .filter(isPartOfHelp)
        .map(({ path, title }) => html`<li><a href="${path}">${title}</a></li>`)}
    </ul>
    <h2>เกี่ยวกับเว็บไซต์</h2>
    <ul>
      ${texts.map(({ path, title }) => html`<li><a href="${path}">${title}</a></li>`)}
    </ul>
    <h2>สำหรับโปรแกรม</h2>
    <ul>
      <li><a href="/api/km/v1/news.atom">ข่าวประชาสัมพันธ์ในรูปแบบ Atom</a></li>
      <li><a href="/api/km/v1/updates.atom">ข้อมูลการปรับปรุงระบบในรูปแบบ Atom</a></li>
      <li><a href="/api/km/v1/threads.atom">กระทู้ใหม่ของเว็บบอร์ดในรูปแบบ Atom</a></li>
      <li><a href="/api/km/v1/openapi.json">คำอธิบาย API สาธารณะในรูปแบบ OpenAPI</a></li>
      <li><a href="/sitemap.xml">แผนผังเว็บไซต์ในรูปแบบ XML</a></li>
    </ul>
  </div>`;
}
