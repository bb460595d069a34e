import { safeAddress } from '../../internal/safe-address.js';

/** Elements that open an item of theirs in the page they stand in. */
const elements: Readonly<Record<string, readonly [tag: string, service: string]>> = {
  manuals: ['km-manual-browser', 'manual'],
  laws: ['km-law-library', 'law'],
  faqs: ['km-faq-list', 'faq'],
  news: ['km-news-ticker', 'news'],
  updates: ['km-update-log', 'update'],
  forms: ['km-form-downloader', 'form'],
};

/**
 * Where what search found is read: in this page when it holds that service's element, else on the
 * knowledge bank's own site; undefined for an address that is none.
 */
export function hitHref(url: string, api: string): string | undefined {
  const [, path, id] = /^\/(\w+)\/([a-z0-9]+)$/.exec(url) ?? [];
  const [tag, service] = (path && elements[path]) || [];
  // An element that leads to a page for each item opens none itself.
  return tag && document.querySelector(`${tag}:not([item-href])`)
    ? `${location.href.split('#')[0]}#km-${service}=${id}`
    : safeAddress(url, `${api}/`);
}
