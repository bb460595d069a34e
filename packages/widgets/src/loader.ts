/**
 * The one script a page includes: fetches the elements the page uses, and lets them read from its
 * origin, or from what `data-api` on the script tag says.
 *
 * Under its lasting address this file alone is ever asked for again. What it fetches stands in the
 * folder of this very build, which browsers keep for good: so no page mixes two releases, and the
 * widgets of readers who come back work while the knowledge bank is away.
 */
import { findElements } from './kit/find-elements.js';

const { url } = import.meta;
/** Folder of this build beside `v1`; written by the build. */
const release = 'km-release';

/** Lists that show texts in full at once. */
const withTexts = /faq|news|update/;

const asked: Record<string, Promise<unknown>> = {};
/** Asks once for what many elements need, for each question takes a phone milliseconds; again where that failed. */
const fetchFile = (href: string) =>
  (asked[href] ??= import(/* @vite-ignore */ href).catch((error) => {
    delete asked[href];
    throw error;
  }));

const fetchCode = (name: string, folder = '') =>
  // Asked for at the same time, else a slow line waits for one after the other.
  Promise.all(
    [
      'base',
      name,
      // Until somebody searches, the search box needs no lists.
      ...(name === 'search-box' ? [] : ['shared']),
      ...(withTexts.test(name) ? ['blocks'] : []),
    ].map(async (file) => {
      await new Promise((resolve) => setTimeout(resolve));
      return fetchFile(new URL(`${folder}${file}.js`, url).href);
    })
  );

try {
  findElements(url, (name) =>
    fetchCode(name, url.includes('/v1/') ? `../${release}/` : '')
      // A server may have lost a former build; what it has now is better than nothing.
      .catch(() => fetchCode(name))
  );
} catch (error) {
  console.warn('KM widgets:', error);
}
