import { defaults, KmElements, registry } from './kit-api.js';

/** Tags, and the list that can be asked for while their code is on its way. */
const paths: Record<string, string> = {
  'km-manual-browser': 'manuals',
  'km-law-library': 'laws',
  'km-faq-list': 'faqs',
  'km-news-ticker': 'news',
  'km-update-log': 'updates',
  'km-form-downloader': 'forms',
  'km-subsidy-table': '',
  'km-fiscal-chart': '',
  'km-status-strip': '',
  'km-context-help': '',
  'km-search-box': '',
  'km-webboard': '',
  'km-member-menu': '',
};
const { early, loads } = registry;
/** Tags of others whose shadow roots are not there yet. */
const awaited = new Set<string>();
/** Whether the page's address names something an element shows. */
const isLedTo = () => /[#&]km-/.test(location.hash);
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const isMissing = (tag: string) => !customElements.get(tag);

/**
 * Finds the knowledge bank's tags, now and later, also inside the shadow roots of others, and has
 * the code fetched of those the page uses: first of those near what the reader sees, of the rest
 * one after another some seconds later, so that a telephone is free while its reader begins.
 *
 * @param address - Of the script that includes the kit; its tag's `data-api` names another API.
 * @param fetchCode - Fetches the code of an element, by its tag without `km-`.
 */
export function findElements(address: string, fetchCode: (name: string) => Promise<unknown>): void {
  const script = [...document.querySelectorAll('script')].find(({ src }) => src === address);
  defaults.api ??= script?.dataset.api || new URL(address).origin;
  registry.inTurn ??= setTimeout;
  (globalThis as { KmElements?: typeof KmElements }).KmElements ??= KmElements;

  /** Fetches the code of a tag once, whichever copy of the kit is first; the next where that failed. */
  const load = async (tag: string) => {
    if (!isMissing(tag)) return;
    loads[tag] = (loads[tag] ?? Promise.reject()).catch(() => fetchCode(tag.slice(3)));
    // The browser names what cannot be fetched; the page goes on showing its own content.
    await loads[tag].catch((error) => console.warn('KM widgets:', error));
  };
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting && isMissing(target.localName)) {
          // A failure is the element's to meet, an address nobody can read among them.
          setTimeout(() => askEarly(target).catch(() => {}));
          // Apart from it, so that the page answers its reader in between.
          setTimeout(() => load(target.localName));
        }
      }
    },
    // Half a screen ahead of the reader.
    { rootMargin: '50%' }
  );
  const watcher = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node.nodeType === 1) visit(node as Element);
    }
  });
  /** What nobody sees yet comes one by one, when the reader has begun; soon where an address leads to it. */
  let rest = wait(isLedTo() ? 200 : 4000);

  const visit = (place: Document | ShadowRoot | Element) => {
    if (place.nodeType !== 1) watcher.observe(place, { childList: true, subtree: true });
    for (const element of [place as Element, ...place.querySelectorAll('*')]) {
      const tag = element.localName ?? '';
      if (tag in paths) {
        near.observe(element);
        rest = rest.then(() => load(tag)).then(() => wait(100));
      } else if (element.shadowRoot) {
        visit(element.shadowRoot);
      } else if (tag.includes('-') && isMissing(tag) && !awaited.has(tag)) {
        awaited.add(tag);
        void customElements.whenDefined(tag).then(() => visit(document));
      }
    }
  };
  setTimeout(() => visit(document));
}

/** Asks for the list of a tag; what else than these attributes changes the question is left to the element. */
async function askEarly(element: Element): Promise<void> {
  const path = paths[element.localName];
  const get = (name: string) => element.getAttribute(name) || defaults[name] || '';
  if (
    !path ||
    isLedTo() ||
    element.matches('[item],[audience],[applies-to],[kind],[type],[status],[number]')
  )
    return;
  const query = new URLSearchParams();
  if (get('topic') && path !== 'news') query.set('topic', get('topic'));
  query.set('pageSize', get('limit') || '10');
  const api = new URL(get('api'), document.baseURI).href.replace(/\/+$/, '');
  const url = `${api}/api/km/v1/${path}?${query}`;
  await (early[url] ??= fetch(url, { cache: 'no-cache', credentials: 'omit' }));
}
