import { nothing } from 'lit';
import { warnOnce } from '../../internal/choose.js';
import { safeAddress } from '../../internal/safe-address.js';

/** What a browser that knows Trusted Types offers. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string }
  ): { createHTML(text: string): string };
}

/** Elements a post may have, with the attributes that are kept; addresses are looked at apart. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  p: [],
  br: [],
  hr: [],
  strong: [],
  em: [],
  del: [],
  s: [],
  code: [],
  pre: [],
  blockquote: [],
  ul: [],
  ol: ['start'],
  li: [],
  span: [],
  a: ['href'],
  img: ['src', 'alt', 'width', 'height'],
};

/** Never even their text. */
const silent = /^(script|style|template|noscript|iframe|object|svg|math)$/;

/** Undefined until the first post; null where the page's policy forbids it. */
let policy: ReturnType<PolicyFactory['createPolicy']> | null | undefined;

/**
 * A post's HTML, which the server has sanitised, as nodes: the only way for markup into the page.
 *
 * It is parsed in a document that runs nothing and then built anew from the elements and attributes
 * a post may have, so that even a server that was broken into puts no script on a municipal page.
 * Where a page enforces Trusted Types, the parser is called through the policy `km-html`; where the
 * page does not allow that name, the words are shown without their markup.
 *
 * @param api - What addresses that begin with a slash belong to.
 */
export function buildSafeHtml(html: string, api: string): Node {
  const parsed = parse(html);
  if (parsed === undefined) return document.createTextNode(withoutMarkup(html));
  const built = document.createDocumentFragment();
  copyInto(built, parsed.body, api);
  return built;
}

function parse(html: string): Document | undefined {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  if (trustedTypes && policy === undefined) {
    try {
      policy = trustedTypes.createPolicy('km-html', { createHTML: (text) => text });
    } catch {
      policy = null;
    }
  }
  try {
    return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, 'text/html');
  } catch {
    warnOnce(
      `<km-webboard>: this page's policy forbids "km-html"; posts are shown without markup. Expected e.g. trusted-types lit-html km-html.`
    );
    return undefined;
  }
}

function copyInto(target: Node, source: Node, api: string): void {
  for (const child of source.childNodes) {
    if (child instanceof Text || child.nodeType === Node.TEXT_NODE) {
      target.appendChild(document.createTextNode(child.nodeValue ?? ''));
    } else if (child.nodeType === Node.ELEMENT_NODE) {
      copyElement(target, child as Element, api);
    }
  }
}

function copyElement(target: Node, source: Element, api: string): void {
  const name = source.localName;
  if (silent.test(name)) return;
  const isHeading = /^h[1-6]$/.test(name);
  const attributes = isHeading ? [] : Object.hasOwn(allowed, name) ? allowed[name] : undefined;
  // Of an element a post may not have, what it says is left.
  if (!attributes) return copyInto(target, source, api);
  // The outline of the page is not a writer's to change: a heading in a post only looks like one.
  const copy = document.createElement(isHeading ? 'p' : name);
  if (isHeading) copy.className = 'heading';
  if (source.hasAttribute('data-km-member')) copy.className = 'mention';
  for (const attribute of attributes) {
    const value = source.getAttribute(attribute);
    if (value !== null) setAttribute(copy, attribute, value, api);
  }
  if (name === 'a') copy.setAttribute('rel', 'nofollow ugc noopener');
  if (name === 'img') copy.setAttribute('loading', 'lazy');
  copyInto(copy, source, api);
  target.appendChild(copy);
}

function setAttribute(copy: Element, name: string, value: string, api: string): void {
  if (name === 'href') {
    const href = safeAddress(value, `${api}/`);
    if (href) copy.setAttribute(name, href);
  } else if (name === 'src') {
    // Pictures are only those that were handed in with a post: never a foreign counter.
    const source = safeAddress(value, `${api}/`);
    if (source?.startsWith(`${api}/`)) copy.setAttribute(name, source);
  } else if (name === 'alt' || /^\d{1,5}$/.test(value)) {
    copy.setAttribute(name, value);
  }
}

/** The words of markup, for the one case in which nothing may parse it. */
function withoutMarkup(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html
    .replace(/<(?:br|\/p|\/li|\/h\d|\/pre|\/blockquote)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_whole, name: string) => entities[name]!)
    .trim();
}

/** Posts whose nodes an element keeps; those of threads that were left go first. */
const most = 300;
/** Nodes of posts by where they stand, of each element that shows some. */
const shown = new WeakMap<Element, Map<string, { html: string; box: HTMLElement }>>();

/**
 * A post's HTML as a child of a template. Its nodes stay while its HTML stays the same: a reader may
 * have selected some.
 *
 * @param place - Where in the element it stands; one place is one child.
 */
export function safeHtml(
  host: Element & { readonly apiAddress: string },
  place: string,
  html: string
): unknown {
  if (!html) return nothing;
  const places = shown.get(host) ?? new Map<string, { html: string; box: HTMLElement }>();
  shown.set(host, places);
  const kept = places.get(place);
  if (kept?.html === html) return kept.box;
  const box = document.createElement('div');
  box.className = 'blocks';
  box.lang = 'th';
  box.append(buildSafeHtml(html, host.apiAddress));
  places.delete(place);
  places.set(place, { html, box });
  if (places.size > most) places.delete(places.keys().next().value!);
  return box;
}
