import type { Core } from '@strapi/types';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchDocument, SearchPassage, SearchSource } from '../platform/search-source';
import { plainPages, shellOf } from './sections';

/** Pages of the portal that tell readers something by themselves; a list of links does not. */
const told = plainPages.filter((name) => name !== 'sitemap');

/** The portal's own pages of text, as they were built. */
export const pageSearch: SearchSource = {
  service: 'page',
  ids: async (strapi) => (await pages(strapi)).map(({ id }) => id),
  candidates: async () => told.map(shellOf),
  async documents(strapi, ids) {
    const wanted = new Set(ids);
    return (await pages(strapi)).filter(({ id }) => wanted.has(id));
  },
};

async function pages(strapi: Core.Strapi): Promise<SearchDocument[]> {
  const folder = strapi.plugin('km').config<string | undefined>('portalDir');
  if (!folder) return [];
  const found: SearchDocument[] = [];
  for (const name of told) {
    const id = shellOf(name);
    const html = await readFile(join(folder, `${id}.html`), 'utf8').catch(() => null);
    const page = html && readPage(html);
    if (!page) continue;
    found.push({
      id,
      ...page,
      otherNames: [],
      errorMessages: [],
      letterKeys: [],
      files: [],
      url: `/${name}`,
      date: null,
      audience: 'everyone',
      topics: [],
      lawStatus: null,
      sample: false,
    });
  }
  return found;
}

/** Title and sections of a page we built ourselves, with the anchors of those that have one. */
export function readPage(html: string): { title: string; passages: SearchPassage[] } | null {
  const main = /<main\b[^>]*>(.*?)<\/main>/s.exec(html)?.[1];
  const title = main && /<h1\b[^>]*>(.*?)<\/h1>/s.exec(main)?.[1];
  if (!main || !title) return null;
  const body = main.replace(/^.*?<\/h1>/s, '');
  const [opening = '', ...sections] = body.split(/(?=<h2\b)/);
  const passages = [
    { heading: null, anchor: null, text: wordsOf(opening) },
    ...sections.map((section) => {
      const [, id, heading = '', text = ''] =
        /^<h2\b(?: id="([^"]+)")?[^>]*>(.*?)<\/h2>(.*)$/s.exec(section) ?? [];
      return { heading: wordsOf(heading), anchor: id ?? null, text: wordsOf(text) };
    }),
  ];
  return { title: wordsOf(title), passages: passages.filter(({ text }) => text !== '') };
}

const characters: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

function wordsOf(html: string): string {
  return html
    .replace(/<(script|style|svg|template)\b.*?<\/\1>/gs, ' ')
    .replace(/<\/(?:p|li|h3|div|tr|dt|dd)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => characters[entity] as string)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}
