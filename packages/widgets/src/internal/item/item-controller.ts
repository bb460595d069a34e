import type { ReadOptions, Single } from '../../client/read.js';
import { ServiceError } from '../../client/service-error.js';
import { DeepLinkController } from '../../controllers/deep-link-controller.js';
import { ResourceController } from '../../controllers/resource-controller.js';
import type { KmElement } from '../km-element.js';
import { safeAddress } from '../safe-address.js';

/** How an item is read. */
export interface ItemOptions<Item> {
  /** Name in the hash of the page's address, e.g. `manual`. */
  service: string;
  load: (id: string, options: ReadOptions) => Promise<Single<Item>>;
  /** Fetches the code that shows one, where that comes apart from the list's. */
  prepare?: () => Promise<void>;
}

/**
 * The item an element shows in place of its list, and the way of the focus between the two.
 *
 * A reader who opens an item lands on its heading, marked `data-item`; one who goes back lands on
 * the link they came from, or on the list, marked `data-list`. An item the page opens by itself
 * leaves the focus where it is.
 */
export class ItemController<Item> extends ResourceController<
  Single<Item>,
  readonly [string, string]
> {
  readonly link: DeepLinkController;
  readonly #host: KmElement;
  #shown = '';
  /** What is to get the focus once it is there. */
  #aim = '';

  constructor(host: KmElement, { service, load, prepare }: ItemOptions<Item>) {
    const link = new DeepLinkController(host, service);
    super(host, {
      args: () => (link.id ? [host.apiAddress, link.id] : null),
      load: async ([api, id], options) => {
        const prepared = Promise.resolve(prepare?.()).catch(() => {
          throw new ServiceError('offline', service);
        });
        const showSaved = (saved: Single<Item>) =>
          prepared.then(
            () => options.showSaved?.(saved),
            () => {}
          );
        const [single] = await Promise.all([load(id, { api, ...options, showSaved }), prepared]);
        return single;
      },
    });
    this.#host = host;
    this.link = link;
  }

  /** Id of the item to show; empty while the list is. */
  get id(): string {
    return this.link.id;
  }

  /**
   * Address of the page with the list, known where the page itself opened the item and its address
   * ends with the id: `/manuals/{id}` stands below `/manuals`.
   */
  get listHref(): string | undefined {
    const { item, itemHref } = this.#host;
    return item === this.id && itemHref.endsWith('/{id}')
      ? safeAddress(itemHref.slice(0, -5), '')
      : undefined;
  }

  hostUpdate(): void {
    const { id, link } = this;
    if (id === this.#shown) return;
    // The item before is no answer to this question, however long the new one takes.
    this.value = this.error = undefined;
    if (this.#host.hasUpdated) {
      this.#aim = id
        ? '[data-item]'
        : `[data-list] a[href="${CSS.escape(link.href(this.#shown))}"]`;
    }
    this.#shown = id;
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot!;
    const aim =
      this.#aim &&
      (root.querySelector<HTMLElement>(this.#aim) ??
        root.querySelector<HTMLElement>('[data-list]'));
    if (!aim) return;
    this.#aim = '';
    aim.focus();
    // What stands above the heading, the way back and the state of the item, is to be seen too.
    if (this.id && this.#host.getBoundingClientRect().top < 0) this.#host.scrollIntoView();
  }
}
