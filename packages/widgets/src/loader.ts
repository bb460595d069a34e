/**
 * The one script a page includes: finds the knowledge bank's tags, now and later, and fetches only
 * the elements the page uses, from the folder this file came from.
 *
 * The API is the origin of this file, or what `data-api` on the script tag says.
 */

const tags = [
  'km-manual-browser',
  'km-law-library',
  'km-faq-list',
  'km-news-ticker',
  'km-update-log',
  'km-form-downloader',
  'km-search-box',
  'km-fiscal-chart',
  'km-subsidy-table',
];
const asked = new Set<string>();
const folder = new URL('.', import.meta.url);

function start(): void {
  const script = [...document.querySelectorAll('script')].find(
    ({ src }) => src === import.meta.url
  );
  const registry = globalThis as { [key: symbol]: string | undefined };
  // The key is known to client/api-address.ts, which a loader of this size must not import.
  registry[Symbol.for('km-laas.api')] ??= script?.dataset.api || folder.origin;

  const observer = new MutationObserver(() => {
    if (find()) observer.disconnect();
  });
  if (!find()) observer.observe(document, { childList: true, subtree: true });
}

/** Fetches what is new in the page; answers whether nothing is left to look for. */
function find(): boolean {
  for (const tag of tags) {
    if (!asked.has(tag) && !customElements.get(tag) && document.querySelector(tag)) {
      asked.add(tag);
      // Asked for at the same time, else a slow line waits for one after the other.
      for (const name of ['base', 'shared', tag.slice(3)]) {
        // Until somebody searches, the search box needs no lists.
        if (name !== 'shared' || tag !== 'km-search-box') void fetchModule(name);
      }
    }
  }
  return tags.every((tag) => asked.has(tag));
}

async function fetchModule(name: string): Promise<void> {
  try {
    await import(/* @vite-ignore */ new URL(`${name}.js`, folder).href);
  } catch (error) {
    // The browser names the file; the page goes on showing its own content.
    console.warn('KM widgets:', error);
  }
}

try {
  start();
} catch (error) {
  console.warn('KM widgets:', error);
}
