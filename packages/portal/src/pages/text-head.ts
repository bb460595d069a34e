import { formatThaiDate } from '@km-laas/thai';
import { html, type Html } from '../html.js';
import type { House } from '../page.js';

/** Heading of a page of text, with the day the text was last changed. */
export function renderTextHead(path: string, { pages }: House): Html {
  const page = pages.find((one) => one.path === path);
  if (!page?.updated) throw new Error(`${path} is no page of text: it has no date of its own.`);
  const [changed, day] =
    page.lang === 'en'
      ? ['Last changed', formatEnglishDate(page.updated)]
      : ['ปรับปรุงเนื้อหาเมื่อ', formatThaiDate(page.updated, 'long')];
  return html`<h1>${page.title}</h1>
    <p class="updated">${changed} <time datetime="${page.updated}">${day}</time></p>`;
}

function formatEnglishDate(day: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(day));
}
