import type { ServiceName } from '../platform/service-room';

/** A part of the knowledge bank's own site: the list and the documents of one service. */
export interface Section {
  /** First part of its addresses, and the name of its shells. */
  path: string;
  service: ServiceName;
  /** Element that shows it, also in a frame. */
  tag: `km-${string}`;
  title: string;
  /** Shows figures, which have one page and no documents. */
  isFigures?: true;
  /** Has more than a page without scripts can hold: `?page=2` goes on. */
  isPaged?: true;
}

/** In the order of the menu. */
export const sections: readonly Section[] = [
  { path: 'manuals', service: 'manual', tag: 'km-manual-browser', title: 'คู่มือและเอกสาร' },
  { path: 'laws', service: 'law', tag: 'km-law-library', title: 'กฎหมาย ระเบียบ หนังสือสั่งการ' },
  { path: 'faqs', service: 'faq', tag: 'km-faq-list', title: 'คำถามที่พบบ่อย' },
  { path: 'threads', service: 'thread', tag: 'km-webboard', title: 'เว็บบอร์ด', isPaged: true },
  { path: 'news', service: 'news', tag: 'km-news-ticker', title: 'ข่าวประชาสัมพันธ์' },
  { path: 'updates', service: 'update', tag: 'km-update-log', title: 'ข้อมูลการปรับปรุงระบบ' },
  { path: 'forms', service: 'form', tag: 'km-form-downloader', title: 'ดาวน์โหลดแบบฟอร์ม' },
  {
    path: 'fiscal',
    service: 'fiscal',
    tag: 'km-fiscal-chart',
    title: 'ภาพรวมการคลัง',
    isFigures: true,
  },
  {
    path: 'subsidies',
    service: 'subsidy',
    tag: 'km-subsidy-table',
    title: 'การโอนเงินอุดหนุนทั่วไป',
    isFigures: true,
  },
];

/** Pages that stand by themselves, by their addresses. */
export const plainPages: readonly string[] = [
  'help',
  'help/readers',
  'help/members',
  'help/web-admins',
  'help/editors',
  'privacy',
  'policy',
  'contact',
  'accessibility',
  'open-data',
  'embed',
  'en/embed',
  'sitemap',
];

/** The shell of a page that stands by itself; all shells lie in one folder. */
export const shellOf = (plainPage: string): string => plainPage.replace('/', '-');

export const siteName = 'คลังความรู้ e-LAAS';
