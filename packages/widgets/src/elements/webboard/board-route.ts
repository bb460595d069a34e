import type { ReactiveController } from 'lit';
import type { KmElement } from '../../internal/km-element.js';
import { safeAddress } from '../../internal/safe-address.js';

/** What the route needs of its element. */
interface Host extends KmElement {
  routes: string;
}

/** In place of a thread's id while a reader writes one. */
export const asking = 'ask';

const stateKey = 'km-thread';

/**
 * Where in the board a reader is: its list, one thread, or the page to ask.
 *
 * With `routes="hash"` the page's address says it, `#km-thread=<id>&reply=<number>`; with
 * `routes="element"` only the browser's history does. The back button works with both, and a link
 * that names a thread opens it with both.
 *
 * A reader who opens a thread lands on its heading, marked `data-item`; one who goes back lands on
 * the link they came from. What the page opens by itself leaves the focus where it is.
 */
export class BoardRoute implements ReactiveController {
  readonly #host: Host;
  #shown = '';
  #linked = '';
  #dismissed = '';
  #reply = 0;
  /** What is to get the focus once it is there. */
  #aim = '';

  constructor(host: Host) {
    (this.#host = host).addController(this);
  }

  /** Id of the thread, `ask`, or empty for the list. */
  get id(): string {
    return this.#linked || (this.#host.item === this.#dismissed ? '' : this.#host.item);
  }

  /** Id of the thread; empty for the list and while asking. */
  get thread(): string {
    return this.id === asking ? '' : this.id;
  }

  get isAsking(): boolean {
    return this.id === asking;
  }

  /** Number of the reply an address leads to; 0 for none. */
  get reply(): number {
    return this.#reply;
  }

  /** Address of a thread, or of one of its replies; on the page `item-href` names where there is one. */
  href(id: string, reply?: number): string {
    const { itemHref } = this.#host;
    const page = id && id !== asking && itemHref && safeAddress(itemHref.replace('{id}', id), '');
    if (page) return reply ? `${page}#reply-${reply}` : page;
    // The whole address, for a page with <base href> would lead a bare hash elsewhere.
    return `${location.href.split('#')[0]}#${stateKey}=${id}${reply ? `&reply=${reply}` : ''}`;
  }

  /** Address of the page with the list, where the page itself opened the thread. */
  get listHref(): string | undefined {
    const { item, itemHref } = this.#host;
    return item === this.id && itemHref.endsWith('/{id}')
      ? safeAddress(itemHref.slice(0, -5), '')
      : undefined;
  }

  /** Goes to a thread, to `ask` or, when empty, to the list; a step the back button undoes. */
  open(id: string): void {
    const inElement = this.#host.routes === 'element';
    const { pathname, search, href } = location;
    const address = inElement ? href : id ? `#${stateKey}=${id}` : pathname + search;
    try {
      const state = inElement ? { ...(history.state as object | null), [stateKey]: id } : null;
      history.pushState(state, '', new URL(address, href));
    } catch {
      // A frame without an address of its own cannot keep a history; the thread opens all the same.
    }
    if (!id) this.#dismissed = this.#host.item;
    this.#show(id, 0);
  }

  /** Takes a plain click on one of our links where the address is to stay as it is. */
  readonly follow = (event: MouseEvent, id: string): void => {
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.button);
    if (this.#host.routes !== 'element' || this.#host.itemHref || !isPlain) return;
    event.preventDefault();
    this.open(id);
  };

  hostConnected(): void {
    window.addEventListener('hashchange', this.#read);
    window.addEventListener('popstate', this.#read);
    this.#read();
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#read);
    window.removeEventListener('popstate', this.#read);
  }

  hostUpdate(): void {
    const { id } = this;
    if (id === this.#shown) return;
    if (this.#host.hasUpdated) {
      this.#aim = id
        ? '[data-item]'
        : `[data-list] a[href="${CSS.escape(this.href(this.#shown))}"], [data-list]`;
    }
    this.#shown = id;
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot!;
    const aim = this.#aim && this.#find(root);
    if (!aim) return;
    this.#aim = '';
    aim.focus();
    // What stands above the heading, the way back, is to be seen too.
    if (this.id && this.#host.getBoundingClientRect().top < 0) this.#host.scrollIntoView();
  }

  #find(root: ShadowRoot): HTMLElement | null {
    // The link itself rather than the list around it, which comes first in the document.
    const [link, list] = this.#aim.split(', ');
    return (
      root.querySelector<HTMLElement>(link!) ??
      (list ? root.querySelector<HTMLElement>(list) : null)
    );
  }

  readonly #read = () => {
    const [, id = '', reply = '0'] =
      /[#&]km-thread=([a-z0-9]{1,40})(?:&reply=(\d{1,6}))?(?=&|$)/.exec(location.hash) ?? [];
    const state = history.state as Record<string, unknown> | null;
    const kept = this.#host.routes === 'element' ? state?.[stateKey] : undefined;
    const onPage = /^#reply-(\d{1,6})$/.exec(location.hash)?.[1];
    if (typeof kept === 'string') this.#show(kept, 0);
    else this.#show(id, Number(id ? reply : (onPage ?? 0)));
  };

  #show(id: string, reply: number): void {
    const before = `${this.id} ${this.#reply}`;
    this.#linked = id;
    this.#reply = reply;
    if (this.id) this.#dismissed = '';
    if (`${this.id} ${this.#reply}` !== before) this.#host.requestUpdate();
  }
}
