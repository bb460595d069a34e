/**
 * Where a question of the FAQ is read: in this page when it holds that service's element, else on
 * the knowledge bank's own site.
 */
export function faqHref(api: string, id: string): string {
  return document.querySelector('km-faq-list')
    ? `${location.href.split('#')[0]}#km-faq=${id}`
    : `${api}/faqs/${encodeURIComponent(id)}`;
}
