import type { ReactiveControllerHost } from 'lit';
import type { Page, Query, ReadOptions } from '../client/read.js';
import { ResourceController } from './resource-controller.js';

/** How a list is read. */
export interface ListOptions<Item> {
  /** Address of the API. */
  api: () => string;
  /**
   * Parameters, `pageSize` among them; a change starts again at the first page. Null while the
   * list is not shown: nothing is asked, and what has been read stays.
   */
  query: () => (Query & { pageSize: number }) | null;
  load: (query: Query, options: ReadOptions) => Promise<Page<Item>>;
}

/** A list that grows when the reader asks for more. */
export class ListController<Item> extends ResourceController<
  Page<Item>,
  readonly [string, string, number]
> {
  readonly #host: ReactiveControllerHost;
  #pages = 1;
  #query = '';

  constructor(host: ReactiveControllerHost, { api, query, load }: ListOptions<Item>) {
    super(host, {
      args: () => {
        const asked = query();
        return asked && [api(), this.#keep(JSON.stringify(asked)), this.#pages];
      },
      load: async ([address, text, pages], options) => {
        // All pages shown are read together: an item that moved is then neither lost nor doubled.
        const parts = await Promise.all(
          Array(pages)
            .fill(0)
            .map((_, index) =>
              load(
                { ...(JSON.parse(text) as Query), page: index && index + 1 },
                // Pages are shown together or not at all.
                { api: address, ...options, showSaved: pages > 1 ? undefined : options.showSaved }
              )
            )
        );
        return {
          ...parts[0]!,
          items: parts.flatMap((part) => part.items),
          saved: parts.some((part) => part.saved),
        };
      },
    });
    this.#host = host;
  }

  /** Whether the API has more than is shown. */
  get hasMore(): boolean {
    return this.value !== undefined && this.value.items.length < this.value.total;
  }

  /** Reads the next page and keeps the ones before. */
  showMore(): void {
    this.#pages++;
    this.#host.requestUpdate();
  }

  #keep(query: string): string {
    if (query !== this.#query) {
      this.#query = query;
      this.#pages = 1;
    }
    return query;
  }
}
