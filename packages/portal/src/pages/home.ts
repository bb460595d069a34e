import { renderElement } from '../element.js';
import { html, type Html } from '../html.js';
import { renderIcon } from '../layout/icon.js';
import { renderSearchBox } from '../layout/search-form.js';
import { markers } from '../markers.js';
import type { House, Service } from '../page.js';
import { site } from '../site.js';

// Sections around an element have no name of their own: the element brings a region that has one.
export function renderHome({ services }: House): Html {
  return html`<section class="hero">
      <div class="hero-words">
        <h1>คู่มือ กฎหมาย และคำตอบของระบบ e-LAAS ในที่เดียว</h1>
        <p class="lead">
          คลังความรู้ระบบบัญชีคอมพิวเตอร์ขององค์กรปกครองส่วนท้องถิ่น อ่าน ค้นหา และดาวน์โหลดได้ทันทีโดยไม่ต้องเข้าสู่ระบบ
        </p>
      </div>
      <div class="look-up" role="search">
        <p class="look-up-label">ค้นหาทุกเรื่องในที่เดียว</p>
        ${renderSearchBox('home-field', { results: 'page', href: '/search' })}
        <p class="hint">
          พิมพ์คำถาม เลขที่หนังสือได้ทุกรูปแบบ เช่น ว๕๙๑๒ หรือวางข้อความที่ระบบแจ้งทั้งข้อความ ใช้ครั้งแรก โปรดดู
          <a href="/help">วิธีใช้งาน</a>
        </p>
      </div>
    </section>

    ${renderElement(
      'km-status-strip',
      { class: 'home-status' },
      html`<p><a href="/news">ดูประกาศสถานะระบบ e-LAAS ในข่าวประชาสัมพันธ์</a></p>`
    )}

    <section class="panel">
      <div class="section-head">
        <h2>ข่าวประชาสัมพันธ์</h2>
        <a href="/news">ข่าวทั้งหมด</a>
      </div>
      ${renderElement(
        'km-news-ticker',
        { class: 'home-news', limit: 5, 'heading-level': 3, 'item-href': '/news/{id}' },
        html`<p><a href="/news">อ่านข่าวประชาสัมพันธ์</a></p>`
      )}
    </section>

    <section aria-labelledby="services">
      <div class="section-head"><h2 id="services">บริการ</h2></div>
      <ul class="doors">
        ${services.map(renderDoor)}
      </ul>
    </section>

    <div class="columns">
      <section class="panel">
        <div class="section-head">
          <h2>การปรับปรุงระบบล่าสุด</h2>
          <a href="/updates">การปรับปรุงทั้งหมด</a>
        </div>
        ${renderElement(
          'km-update-log',
          { limit: 1, 'heading-level': 3, 'no-filters': '', 'item-href': '/updates/{id}' },
          html`<p><a href="/updates">อ่านข้อมูลการปรับปรุงระบบ</a></p>`
        )}
      </section>
      <section class="panel">
        <div class="section-head">
          <h2>คำถามสำคัญ</h2>
          <a href="/faqs">คำถามทั้งหมด</a>
        </div>
        ${renderElement(
          'km-faq-list',
          { limit: 5, 'heading-level': 3, 'item-href': '/faqs/{id}' },
          html`<p><a href="/faqs">อ่านคำถามที่พบบ่อย</a></p>`
        )}
      </section>
    </div>

    ${renderForWebmasters()} ${renderEnglish(services)}`;
}

function renderDoor({ name, title, line, icon }: Service): Html {
  return html`<li class="door">
    ${renderIcon(icon)}
    <div>
      <h3><a href="/${name}">${title}</a></h3>
      <p>${line}</p>
    </div>
  </li>`;
}

function renderForWebmasters(): Html {
  const loader = html`${markers.canonical}widgets/v1/km.js`;
  return html`<section class="panel" aria-labelledby="webmasters">
    <h2 id="webmasters">สำหรับผู้ดูแลเว็บไซต์ของหน่วยงาน</h2>
    <p>
      นำบริการของคลังความรู้ไปแสดงบนเว็บไซต์ของจังหวัด อบจ. เทศบาล หรือ อบต. ได้โดยไม่ต้องขออนุญาต
      เพียงวางข้อความต่อไปนี้ในหน้าเว็บ เนื้อหาที่แสดงจะเป็นปัจจุบันเสมอ
    </p>
    <pre
      tabindex="0"
      role="region"
      aria-label="ข้อความสำหรับวางในหน้าเว็บ"
    ><code>&lt;script type="module" src="${loader}"&gt;&lt;/script&gt;
&lt;km-faq-list limit="5"&gt;&lt;/km-faq-list&gt;</code></pre>
    <p class="after">
      <a href="/embed">เลือกบริการอื่นและดูตัวอย่าง</a> หรืออ่าน
      <a href="/help/web-admins">คู่มือสำหรับผู้ดูแลเว็บไซต์</a>
    </p>
  </section>`;
}

function renderEnglish(services: readonly Service[]): Html {
  return html`<section class="panel" id="english" lang="en" aria-labelledby="english-heading">
    <h2 id="english-heading">About this site in English</h2>
    <p>
      The ${site.nameEn} gathers what officers of Thailand’s local authorities need to work with
      e-LAAS, the Electronic Local Administrative Accounting System. It is a service of the
      ${site.departmentEn}, ${site.ministryEn}. Reading needs no account. The content is in Thai,
      and so is
      <a href="/help">the manual of this site</a>, with pictures of every step. Any of it can be
      <a href="/en/embed">shown on a website of yours</a>.
    </p>
    <ul>
      ${services.map(
        ({ name, titleEn, lineEn }) => html`<li><a href="/${name}">${titleEn}</a>: ${lineEn}</li>`
      )}
    </ul>
  </section>`;
}
