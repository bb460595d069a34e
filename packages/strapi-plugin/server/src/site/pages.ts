import { documentId } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { PageLink, PageText, ServiceName, ServiceRoom } from '../platform/service-room';
import { escapeHtml, shorten } from './html';
import { renderPaging } from './paging';
import { plainPages, sections, shellOf, siteName, type Section } from './sections';
import { describeFigures, describeItem } from './structured-data';

/** What goes in at the markers of a shell; a shell has those it needs. */
export interface Words {
  title: string;
  description: string;
  /** HTML, already escaped. */
  fallback: string;
  /** documentId of the document the page is about. */
  item: string;
  /** What search engines read of the page, by its address; a whole script tag. */
  structured?: (address: string) => string;
}

/** A page of the site: the name of its shell and what makes the filled shell untrue. */
export interface Page {
  shell: string;
  words: Words;
  services: ServiceName[];
  validUntil: Date | null;
  /** False keeps search engines from listing it. */
  isListed?: boolean;
}

export const noWords: Words = { title: '', description: '', fallback: '', item: '' };

/** Stands before the title of whatever is invented. */
export const sampleMark = '[ข้อมูลตัวอย่าง]';

/** Charts and tables are drawn by a script; the same figures leave as files. */
const figuresNote =
  '<p>กราฟและตารางของหน้านี้แสดงเมื่อเปิดใช้จาวาสคริปต์ ตัวเลขเดียวกันดาวน์โหลดเป็นไฟล์ CSV และ Excel ได้ที่ <a href="/open-data">ข้อมูลเปิด</a></p>';

/** How long a page may lag behind the clock where what is shown depends on it. */
const newsLag = 30_000;

/** Answers which page stands at a path; null where none does. */
export async function findPage(
  strapi: Core.Strapi,
  rooms: readonly ServiceRoom[],
  path: string,
  origin = '',
  page = 1
): Promise<Page | null> {
  const [name = '', id, ...rest] = path.split('/').slice(1);
  const section = sections.find((one) => one.path === name);
  if (!section) return plainPage(path.slice(1));
  if (rest.length > 0 || id === '') return null;
  const pages = rooms.find((room) => room.name === section.service)?.page;
  if (id === undefined) {
    const count = (await pages?.pages?.(strapi)) ?? 1;
    if (page > Math.max(1, count)) return null;
    const links = (await pages?.list(strapi, page)) ?? [];
    return listPage(section, links, renderPaging(path, page, count));
  }
  if (!pages || section.isFigures || !documentId.safeParse(id).success) return null;
  const text = await pages.item(strapi, id, origin, page);
  if (!text || page > (text.pages ?? 1)) return null;
  return itemPage(section, id, text, renderPaging(path, page, text.pages ?? 1));
}

function plainPage(name: string): Page | null {
  if (name !== '' && !plainPages.includes(name)) return null;
  return { shell: shellOf(name) || 'index', words: noWords, services: [], validUntil: null };
}

function listPage(section: Section, links: PageLink[], paging: string): Page {
  const lines = links.map((link) => listLine(section, link));
  const list = lines.length > 0 ? `<ul>${lines.join('')}</ul>${paging}` : '';
  return {
    shell: section.path,
    words: {
      ...noWords,
      fallback: section.isFigures ? figuresNote + list : list,
      ...(section.isFigures && {
        structured: (address: string) => describeFigures(section, address),
      }),
    },
    services: [section.service, 'topic'],
    validUntil: expiryOf(section),
  };
}

function itemPage(section: Section, id: string, found: PageText, paging: string): Page {
  const { description, text, sample } = found;
  const title = sample ? `${sampleMark} ${found.title}` : found.title;
  const paragraphs = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => `<p>${escapeHtml(line)}</p>`);
  return {
    shell: `${section.path}-item`,
    words: {
      title: `${shorten(title, 120)} · ${siteName}`,
      description: shorten(description, 200),
      fallback: `<article><h2>${escapeHtml(title)}</h2>${found.html ?? paragraphs.join('')}${paging}</article>`,
      item: id,
      // What is invented is not told as a fact; what brings its own markup says there what it is.
      ...(!sample &&
        !found.html && { structured: (address: string) => describeItem(section, found, address) }),
    },
    services: [section.service, 'topic'],
    validUntil: expiryOf(section),
    // Nobody should find an invented letter through a search engine and take it for a real one.
    isListed: !sample && found.isListed !== false,
  };
}

function listLine({ path, isFigures }: Section, { id, title, summary, sample }: PageLink): string {
  const name = sample ? `${sampleMark} ${title}` : title;
  const link = isFigures
    ? escapeHtml(name)
    : `<a href="/${path}/${escapeHtml(id)}">${escapeHtml(name)}</a>`;
  return `<li>${link}${summary ? `<p>${escapeHtml(shorten(summary, 300))}</p>` : ''}</li>`;
}

function expiryOf({ service }: Section): Date | null {
  return service === 'news' ? lagBehindTheClock() : null;
}

/** Until when a page that names news may stand: items come and go by the clock alone. */
export function lagBehindTheClock(): Date {
  return new Date(Date.now() + newsLag);
}
