import type { Core } from '@strapi/types';
import { documentId } from '@km-laas/contract';
import type { PageLink, PageText, ServiceName, ServiceRoom } from '../platform/service-room';
import { escapeHtml, shorten } from './html';
import { home, plainPages, sections, siteName, type Section } from './sections';

/** A page of the site before its shell: the shell's name and what goes in at its markers. */
export interface Page {
  shell: string;
  title: string;
  description: string;
  /** HTML, already escaped. */
  fallback: string;
  /** documentId of the document the page is about. */
  item: string;
  services: ServiceName[];
  validUntil: Date | null;
}

/** How long a page may lag behind the clock where what is shown depends on it. */
const newsLag = 30_000;

/** Answers which page stands at a path; null where none does. */
export async function findPage(
  strapi: Core.Strapi,
  rooms: readonly ServiceRoom[],
  path: string
): Promise<Page | null> {
  const [name = '', id, ...rest] = path.split('/').slice(1);
  if (rest.length > 0 || id === '') return null;
  const section = sections.find((one) => one.path === name);
  if (!section) return id === undefined ? plainPage(name) : null;
  const pages = rooms.find((room) => room.name === section.service)?.page;
  if (id === undefined) return listPage(section, (await pages?.list(strapi)) ?? []);
  if (!pages || !documentId.safeParse(id).success) return null;
  const text = await pages.item(strapi, id);
  return text && itemPage(section, id, text);
}

function plainPage(name: string): Page | null {
  const isHome = name === '';
  const page = isHome ? home : Object.hasOwn(plainPages, name) ? plainPages[name] : undefined;
  if (!page) return null;
  return {
    shell: isHome ? 'index' : name,
    title: isHome ? siteName : `${page.title} · ${siteName}`,
    description: page.description,
    fallback: isHome || name === 'sitemap' ? sectionLinks() : '',
    item: '',
    services: [],
    validUntil: null,
  };
}

function listPage(section: Section, links: PageLink[]): Page {
  return {
    shell: section.path,
    title: `${section.title} · ${siteName}`,
    description: section.description,
    fallback: `<ul>${links.map((link) => listLine(section, link)).join('')}</ul>`,
    item: '',
    services: [section.service, 'topic'],
    validUntil: expiryOf(section),
  };
}

function itemPage(section: Section, id: string, { title, description, text }: PageText): Page {
  const paragraphs = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => `<p>${escapeHtml(line)}</p>`);
  return {
    shell: `${section.path}-item`,
    title: `${shorten(title, 120)} · ${siteName}`,
    description: shorten(description, 200),
    fallback: `<article><h1>${escapeHtml(title)}</h1>${paragraphs.join('')}</article>`,
    item: id,
    services: [section.service, 'topic'],
    validUntil: expiryOf(section),
  };
}

function listLine({ path }: Section, { id, title, summary }: PageLink): string {
  const link = `<a href="/${path}/${escapeHtml(id)}">${escapeHtml(title)}</a>`;
  return `<li>${link}${summary ? `<p>${escapeHtml(shorten(summary, 300))}</p>` : ''}</li>`;
}

function sectionLinks(): string {
  const lines = sections.map(
    ({ path, title, description }) =>
      `<li><a href="/${path}">${escapeHtml(title)}</a><p>${escapeHtml(description)}</p></li>`
  );
  return `<ul>${lines.join('')}</ul>`;
}

function expiryOf({ service }: Section): Date | null {
  return service === 'news' ? new Date(Date.now() + newsLag) : null;
}
