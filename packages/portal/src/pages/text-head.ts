import { formatThaiDate } from '@km-laas/thai';
import { html, type Html } from '../html.js';
import type { House } from '../page.js';

/** Heading of a page of text, with the day the text was last changed. */
export function renderTextHead(path: string, { pages }: House): Html {
  const page = pages.find((one) => one.path === path);
  if (!page?.updated) throw new Error(`${path} is no page of text: it has no date of its own.`);
  return html`<h1>${page.title}</h1>
    <p class="updated">
      ปรับปรุงเนื้อหาเมื่อ
      <time datetime="${page.updated}">${formatThaiDate(page.updated, 'long')}</time>
    </p>`;
}
