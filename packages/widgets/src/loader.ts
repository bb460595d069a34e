/**
 * The one script a page includes: finds the knowledge bank's tags, now and later, and fetches only
 * the elements the page uses, from the folder this file came from.
 *
 * The API is the origin of this file, or what `data-api` on the script tag says.
 */

/** Tags, without their `km-`, whose code has not been asked for. */
let missing = [
  'manual-browser',
  'law-library',
  'faq-list',
  'news-ticker',
  'update-log',
  'form-downloader',
  'search-box',
  'fiscal-chart',
  'subsidy-table',
  'webboard',
  'member-menu',
];
const folder = new URL('.', import.meta.url);

/** Fetches what is new in the page; answers whether nothing is left to look for. */
function find(): boolean {
  missing = missing.filter((element) => {
    if (!document.querySelector(`km-${element}:not(:defined)`)) return true;
    // Asked for at the same time, else a slow line waits for one after the other.
    for (const name of ['base', 'shared', element]) {
      // Until somebody searches, the search box needs no lists.
      if (name !== 'shared' || element !== 'search-box') {
        import(/* @vite-ignore */ `${folder}${name}.js`).catch(warn);
      }
    }
    return false;
  });
  return !missing.length;
}

/** The browser names what cannot be fetched; the page goes on showing its own content. */
function warn(error: unknown): void {
  console.warn('KM widgets:', error);
}

try {
  const script = [...document.scripts].find(({ src }) => src === import.meta.url);
  const registry = globalThis as { [key: symbol]: string | undefined };
  // The key is known to client/api-address.ts, which a loader of this size must not import.
  registry[Symbol.for('km-laas.api')] ??= script?.dataset.api || folder.origin;

  const observer = new MutationObserver(() => {
    if (find()) observer.disconnect();
  });
  if (!find()) observer.observe(document, { childList: true, subtree: true });
} catch (error) {
  warn(error);
}
