import { guidePath, guides } from '../guides/index.js';
import type { Guide } from '../guides/guide.js';
import { html, type Html } from '../html.js';
import { figuresOf } from '../layout/figure.js';
import { renderIcon } from '../layout/icon.js';
import type { Assets, House } from '../page.js';
import { renderTextHead } from './text-head.js';

/** Asks who the reader is and leads on to what they want to do. */
export function renderHelp(house: House): Html {
  return html`<div class="page-head prose">
      ${renderTextHead('/help', house)}
      <p class="lead">
        คู่มือนี้อธิบายวิธีใช้เว็บไซต์คลังความรู้ e-LAAS (e-LAAS KM) ทีละขั้นตอน พร้อมภาพหน้าจอ ส่วนคู่มือของระบบบัญชี e-LAAS
        อยู่ที่ <a href="/manuals">คู่มือและเอกสาร</a>
      </p>
    </div>
    <h2 class="visually-hidden">ท่านใช้งานในฐานะใด</h2>
    <ul class="doors guides">
      ${guides.map(renderGuideDoor)}
    </ul>
    <section class="panel prose after" aria-labelledby="more-help">
      <h2 id="more-help">ยังทำไม่ได้</h2>
      <p>
        ค้นหาด้วยข้อความที่เห็นบนหน้าจอใน <a href="/search">ค้นหา</a> ถามใน
        <a href="/threads">เว็บบอร์ด</a> หรือ <a href="/contact">ติดต่อเรา</a>
        พร้อมที่อยู่ของหน้าและข้อความที่ปรากฏ
      </p>
    </section>`;
}

function renderGuideDoor(guide: Guide): Html {
  return html`<li class="door">
    ${renderIcon(guide.icon)}
    <div>
      <h3><a href="${guidePath(guide)}">${guide.title}</a></h3>
      <p>${guide.who}</p>
      <ul>
        ${guide.chapters.map(
          ({ id, title }) => html`<li><a href="${guidePath(guide)}#${id}">${title}</a></li>`
        )}
      </ul>
    </div>
  </li>`;
}

/** One part of the manual: what is in it at the side, and every task with its steps. */
export function renderGuide(guide: Guide, house: House, assets: Assets): Html {
  const figure = figuresOf(assets);
  return html`<div class="page-head prose">
      ${renderTextHead(guidePath(guide), house)}
      <p class="lead">${guide.description}</p>
    </div>
    <div class="guide">
      <nav class="panel guide-contents" aria-label="เนื้อหาในหน้านี้">
        <h2>เนื้อหาในหน้านี้</h2>
        <ol>
          ${guide.chapters.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
        </ol>
        <h2>คู่มือส่วนอื่น</h2>
        <ul>
          ${guides
            .filter((other) => other !== guide)
            .map((other) => html`<li><a href="${guidePath(other)}">${other.title}</a></li>`)}
        </ul>
      </nav>
      <div class="panel prose guide-text">
        ${guide.chapters.map(
          ({ id, title, renderBody }) =>
            html`<h2 id="${id}">${title}</h2>
              ${renderBody(figure)}`
        )}
      </div>
    </div>`;
}
