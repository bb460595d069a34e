import { renderElement } from './element.js';
import type { Guide } from './guides/guide.js';
import { guidePath, guides } from './guides/index.js';
import { html, type Html } from './html.js';
import { markers } from './markers.js';
import type { House, Page, Service } from './page.js';
import { renderAccessibility } from './pages/accessibility.js';
import { renderContact } from './pages/contact.js';
import { embedPaths, renderEmbedBuilder } from './pages/embed.js';
import { renderGuide, renderHelp } from './pages/help.js';
import { renderHome } from './pages/home.js';
import { renderNotFound } from './pages/not-found.js';
import { renderOpenData } from './pages/open-data.js';
import { renderPolicy } from './pages/policy.js';
import { renderPrivacy } from './pages/privacy.js';
import { renderSearch } from './pages/search.js';
import { renderSitemap } from './pages/sitemap.js';
import { services } from './services.js';
import { site } from './site.js';

const helpTitle = 'คู่มือการใช้งาน e-LAAS KM';

const home: Page = {
  file: 'index.html',
  path: '/',
  title: site.name,
  description:
    'คู่มือ กฎหมาย หนังสือสั่งการ คำถามที่พบบ่อย ข่าว แบบฟอร์ม ภาพรวมการคลัง และการโอนเงินอุดหนุนในระบบบัญชีคอมพิวเตอร์ขององค์กรปกครองส่วนท้องถิ่น (e-LAAS)',
  section: '/',
  trail: [],
  isListed: true,
  renderBody: renderHome,
};

/** The whole list of a service, full size. */
function listPage({ name, tag, attributes, isFigures, title, description }: Service): Page {
  return {
    file: `${name}.html`,
    path: `/${name}`,
    title,
    description,
    section: `/${name}`,
    trail: [{ title: 'หน้าแรก', path: '/' }],
    isListed: true,
    renderBody: () =>
      html`<div class="page-head">
          <h1>${title}</h1>
          <p class="lead">${description}</p>
        </div>
        <div class="panel">
          ${renderElement(
            tag,
            {
              ...(isFigures ? { class: 'figures' } : { limit: 20, 'item-href': `/${name}/{id}` }),
              'data-from-address': '',
              ...attributes,
            },
            markers.fallback
          )}
        </div>
        ${renderWayOn(name, isFigures)}`,
  };
}

/** What readers of a list may have come for, and find elsewhere. */
function renderWayOn(name: string, isFigures = false): Html | null {
  if (isFigures) {
    return html`<p class="lead after">
      ดาวน์โหลดตัวเลขทั้งหมดเป็นไฟล์ CSV หรือ Excel พร้อมคำอธิบายได้ที่
      <a href="/open-data">ข้อมูลเปิด</a>
    </p>`;
  }
  if (name !== 'manuals') return null;
  // Letters of the department tell readers to look for it here.
  return html`<p class="lead after">วิธีใช้เว็บไซต์นี้อยู่ที่ <a href="/help">${helpTitle}</a></p>`;
}

/** One shell for every item of a service: the server says which, the element shows it. */
function itemPage({ name, tag, title }: Service): Page {
  return {
    file: `${name}-item.html`,
    path: null,
    title: markers.title,
    description: markers.description,
    section: `/${name}`,
    trail: [
      { title: 'หน้าแรก', path: '/' },
      { title, path: `/${name}` },
    ],
    isListed: true,
    // The element's own heading is the item's title, one level below; what is seen above it is the
    // trail, which says the same as this.
    renderBody: () =>
      html`<h1 class="visually-hidden">${title}</h1>
        <div class="panel">
          ${renderElement(
            tag,
            { item: markers.item, 'item-href': `/${name}/{id}` },
            markers.fallback
          )}
        </div>`,
  };
}

/** A page that is text alone, linked from the foot of every page. */
function textPage(
  name: string,
  title: string,
  updated: string,
  description: string,
  renderBody: (house: House) => ReturnType<Page['renderBody']>
): Page {
  return {
    file: `${name}.html`,
    path: `/${name}`,
    title,
    description,
    section: null,
    trail: [{ title: 'หน้าแรก', path: '/' }],
    updated,
    isListed: true,
    renderBody,
  };
}

/** A part of the manual of this system. */
function guidePage(guide: Guide): Page {
  const { name, title, description, updated } = guide;
  return {
    file: `help-${name}.html`,
    path: guidePath(guide),
    title,
    description,
    section: '/help',
    trail: [
      { title: 'หน้าแรก', path: '/' },
      { title: helpTitle, path: '/help' },
    ],
    updated,
    isListed: true,
    renderBody: (house, assets) => renderGuide(guide, house, assets),
  };
}

const notFound: Page = {
  file: '404.html',
  path: null,
  title: 'ไม่พบหน้าที่ต้องการ',
  description: '',
  section: null,
  trail: [],
  isListed: false,
  renderBody: renderNotFound,
};

/** Answers of the search; the server fills in those for a reader without scripts. */
const search: Page = {
  file: 'search.html',
  path: '/search',
  title: 'ค้นหา',
  description: '',
  section: null,
  trail: [{ title: 'หน้าแรก', path: '/' }],
  isListed: false,
  renderBody: renderSearch,
};

/** Every file of the site; the order of the texts is that of the footer. */
export const pages: readonly Page[] = [
  home,
  ...services.flatMap((service) =>
    service.isFigures ? [listPage(service)] : [listPage(service), itemPage(service)]
  ),
  search,
  {
    ...textPage(
      'help',
      helpTitle,
      '2026-11-29',
      'วิธีใช้เว็บไซต์คลังความรู้ e-LAAS ทีละขั้นตอน พร้อมภาพหน้าจอ สำหรับผู้อ่าน สมาชิก ผู้ดูแลเว็บไซต์ และผู้จัดทำเนื้อหา',
      renderHelp
    ),
    section: '/help',
  },
  ...guides.map(guidePage),
  textPage(
    'contact',
    'ติดต่อเรา',
    '2026-11-22',
    'ช่องทางติดต่อผู้ดูแลคลังความรู้ e-LAAS และข้อมูลที่ควรเตรียมก่อนติดต่อ',
    renderContact
  ),
  textPage(
    'open-data',
    'ข้อมูลเปิด',
    '2026-11-23',
    'ตัวเลขการคลังและการโอนเงินอุดหนุนขององค์กรปกครองส่วนท้องถิ่น ดาวน์โหลดและนำไปใช้ต่อได้ พร้อมคำอธิบายข้อมูล',
    renderOpenData
  ),
  {
    ...textPage(
      'embed',
      'ฝังในเว็บไซต์ของท่าน',
      '2026-11-29',
      'เลือกบริการของคลังความรู้ e-LAAS ไปแสดงบนเว็บไซต์ของ อปท. พร้อมตัวอย่าง โค้ดสำหรับเว็บไซต์แต่ละแบบ และเครื่องมือตรวจหาสาเหตุที่ไม่แสดงผล',
      (house) => renderEmbedBuilder(house, 'th')
    ),
    translation: embedPaths.en,
    script: 'builder',
  },
  {
    file: 'en-embed.html',
    path: embedPaths.en,
    title: 'Show it on your website',
    description:
      'Choose a service of the e-LAAS knowledge bank for your own website, look at it, copy the code for your kind of site, and find out why it does not show.',
    section: null,
    trail: [],
    updated: '2026-11-29',
    isListed: true,
    lang: 'en',
    translation: embedPaths.th,
    script: 'builder',
    renderBody: (house) => renderEmbedBuilder(house, 'en'),
  },
  textPage('sitemap', 'แผนผังเว็บไซต์', '2026-11-22', 'ทุกหน้าของเว็บไซต์คลังความรู้ e-LAAS', renderSitemap),
  textPage(
    'policy',
    'นโยบายเว็บไซต์',
    '2026-11-22',
    'เงื่อนไขการใช้งาน ลิขสิทธิ์ การเชื่อมโยง และความมั่นคงปลอดภัยของเว็บไซต์คลังความรู้ e-LAAS',
    renderPolicy
  ),
  textPage(
    'privacy',
    'นโยบายคุ้มครองข้อมูลส่วนบุคคล',
    '2026-11-22',
    'ข้อมูลใดบ้างที่เว็บไซต์คลังความรู้ e-LAAS เก็บและไม่เก็บ เพื่ออะไร และนานเท่าใด',
    renderPrivacy
  ),
  textPage(
    'accessibility',
    'การเข้าถึงเว็บไซต์',
    '2026-11-22',
    'ความสามารถในการเข้าถึงเว็บไซต์คลังความรู้ e-LAAS สำหรับผู้ใช้ทุกกลุ่ม และข้อจำกัดที่ทราบ',
    renderAccessibility
  ),
  notFound,
];

export const house: House = { services, pages };
