import { sections } from './sections';

const paged = new Set(sections.flatMap(({ path, isPaged }) => (isPaged ? [path] : [])));

/** Which page of a long list or thread an address asks for; the first where it asks for none. */
export function pageAsked(path: string, search: string): number {
  if (!paged.has(path.split('/')[1] ?? '')) return 1;
  return Number(/[?&]page=([2-9]|[1-9]\d{1,3})(?=&|$)/.exec(search)?.[1] ?? 1);
}

/** How the address of a page ends, in one spelling. */
export function pageSuffix(page: number): string {
  return page > 1 ? `?page=${page}` : '';
}

/** The way to the pages before and after; nothing where there is only one. */
export function renderPaging(path: string, page: number, pages: number): string {
  if (pages <= 1) return '';
  const link = (to: number, rel: string, words: string) =>
    to >= 1 && to <= pages ? `<a rel="${rel}" href="${path}${pageSuffix(to)}">${words}</a> ` : '';
  return `<nav aria-label="หน้า"><p>${link(page - 1, 'prev', 'หน้าก่อน')}หน้า ${page} จาก ${pages} ${link(page + 1, 'next', 'หน้าถัดไป')}</p></nav>`;
}
