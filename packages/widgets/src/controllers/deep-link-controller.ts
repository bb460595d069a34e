import type { ReactiveController } from 'lit';
import { warnOnce } from '../internal/choose.js';
import type { KmElement } from '../internal/km-element.js';
import { safeAddress } from '../internal/safe-address.js';

/**
 * The item an element shows by itself, told by `#km-<service>=<id>` in the page's address.
 *
 * Other hashes are the page's own: they are neither read nor written. Without one in the address
 * the element's `item` attribute counts.
 */
export class DeepLinkController implements ReactiveController {
  readonly #host: KmElement;
  readonly #service: string;
  readonly #changed: ((id: string) => void) | undefined;
  #linked = '';
  #dismissed = '';

  /**
   * @param service - Name in the hash, e.g. `faq`.
   * @param changed - Told of the item whenever the address names one, and when it no longer does.
   */
  constructor(host: KmElement, service: string, changed?: (id: string) => void) {
    (this.#host = host).addController(this);
    this.#service = service;
    this.#changed = changed;
  }

  /** Id of the item to show; empty for none. */
  get id(): string {
    return this.#linked || (this.#host.item === this.#dismissed ? '' : this.#host.item);
  }

  /** Address that opens an item in this page, or on the page `item-href` names. */
  href(id: string): string {
    const { itemHref } = this.#host;
    if (itemHref) {
      const address = safeAddress(itemHref.replace('{id}', encodeURIComponent(id)), '');
      if (address) return address;
      warnOnce(
        `<${this.#host.localName} item-href="${itemHref}">: expected an http address with {id}.`
      );
    }
    // The whole address, for a page with <base href> would lead a bare hash elsewhere.
    return `${location.href.split('#')[0]}#km-${this.#service}=${id}`;
  }

  /** Opens an item in place, as a step the browser's back button undoes. */
  open(id: string): void {
    this.#push(`#km-${this.#service}=${id}`);
  }

  /** Goes back to the list. */
  close(): void {
    this.#push(location.pathname + location.search);
    if (this.id) {
      this.#dismissed = this.#host.item;
      this.#changed?.('');
      this.#host.requestUpdate();
    }
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.#read);
    this.#read();
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#read);
  }

  #push(address: string): void {
    try {
      history.pushState(null, '', new URL(address, location.href));
    } catch {
      // A frame without an address of its own cannot keep a history; the item opens all the same.
    }
    const match = this.#match(address);
    this.#show(match);
  }

  readonly #read = () => this.#show(this.#match(location.hash));

  #match(hash: string): string {
    return new RegExp(`[#&]km-${this.#service}=([a-z0-9]{1,40})(&|$)`).exec(hash)?.[1] ?? '';
  }

  #show(id: string): void {
    const before = this.id;
    this.#linked = id;
    if (this.id) this.#dismissed = '';
    if (this.id !== before || id) {
      this.#changed?.(this.id);
      this.#host.requestUpdate();
    }
  }
}
