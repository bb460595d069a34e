import type { ReadOptions, Single } from '../../client/read.js';
import { ServiceError } from '../../client/service-error.js';
import { DeepLinkController } from '../../controllers/deep-link-controller.js';
import { ResourceController } from '../../controllers/resource-controller.js';
import type { KmElement } from '../km-element.js';

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
  /** What is to get the focus once it is there, the best first. */
  #aims: readonly string[] = [];

  constructor(host: KmElement, { service, load, prepare }: ItemOptions<Item>) {
    const link = new DeepLinkController(host, service);
    super(host, {
      args: () => (link.id ? [host.apiAddress, link.id] : null),
      load: async ([api, id], options) => {
        const [single] = await Promise.all([
          load(id, { api, ...options }),
          prepare?.().catch(() => {
            throw new ServiceError('offline', service);
          }),
        ]);
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

  hostUpdate(): void {
    const { id, link } = this;
    if (id === this.#shown) return;
    // The item before is no answer to this question, however long the new one takes.
    this.value = this.error = undefined;
    if (this.#host.hasUpdated) {
      this.#aims = id
        ? ['[data-item]']
        : [`[data-list] a[href="${CSS.escape(link.href(this.#shown))}"]`, '[data-list]'];
    }
    this.#shown = id;
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    for (const selector of this.#aims) {
      const aim = root?.querySelector<HTMLElement>(selector);
      if (!aim) continue;
      this.#aims = [];
      aim.focus({ preventScroll: !!this.id });
      // What stands above the heading, the way back and the state of the item, is to be seen too.
      const { top } = this.#host.getBoundingClientRect();
      if (this.id && (top < 0 || top > innerHeight / 2)) this.#host.scrollIntoView();
      break;
    }
  }
}
