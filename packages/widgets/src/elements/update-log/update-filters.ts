import type { Update, UpdateItem, UpdateKind } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Page, Query } from '../../client/read.js';
import { listUpdates } from '../../client/services/updates.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { ResourceController } from '../../controllers/resource-controller.js';
import { TopicController } from '../../controllers/topic-controller.js';
import { addStyles } from '../../internal/item/add-styles.js';
import { renderSelect } from '../../internal/render-select.js';
import { renderTopicSelect } from '../../internal/render-topic-select.js';
import { buddhistYearOf, inBangkok } from '../../internal/write-thai.js';
import { filterStyles } from './update-filters.styles.js';
import { th } from './update-filters.th.js';
import type { UpdateLogElement } from './update-log.js';
import { th as common } from './update-log.th.js';

const kinds = Object.keys(common.kinds) as UpdateKind[];

/** What a reader can narrow the releases to; fetched when one first wants to. */
export class UpdateFilters {
  readonly #host: UpdateLogElement;
  readonly #localize;
  readonly #topics: TopicController;
  readonly #newest;
  readonly #oldest;
  #kind = '';
  #audience = '';
  #year = '';

  constructor(host: UpdateLogElement) {
    this.#host = host;
    this.#localize = new LocalizeController(host, {
      th: { ...common, ...th },
      en: async () => ({
        ...(await import('./update-log.en.js')).en,
        ...(await import('./update-filters.en.js')).en,
      }),
    });
    this.#topics = new TopicController(host);
    // The first and the last release tell which years there are to choose from.
    this.#newest = this.#readOne(() => 1);
    this.#oldest = this.#readOne(() => this.#newest.value?.total ?? 0);
    addStyles(host, filterStyles);
  }

  /** How many filters are set. */
  get count(): number {
    return [this.#topics.chosen, this.#kind, this.#audience, this.#year].filter(Boolean).length;
  }

  /** What to ask the API for, beside what the element's attributes say. */
  get query(): Query {
    return {
      topic: this.#topics.slug,
      audience: this.#host.audience || this.#audience,
      kind: this.#kind,
      year: this.#year,
    };
  }

  /** Changes of a release the reader asks for; all where the API found a match not seen here. */
  choose({ items }: Update): UpdateItem[] {
    const chosen = items.filter(
      ({ kind, menu }) => (!this.#kind || kind === this.#kind) && this.#topics.covers(menu?.slug)
    );
    return chosen.length ? chosen : items;
  }

  clear(): void {
    this.#kind = this.#audience = this.#year = '';
    this.#topics.choose('');
  }

  render(): TemplateResult {
    const { text } = this.#localize;
    const { audience } = this.#host;
    return html`<div class="toolbar filters">
      ${renderTopicSelect(this.#topics, this.#localize, { label: text.menu, all: text.allMenus })}
      ${renderSelect(
        text.kind,
        this.#kind,
        [['', text.allKinds], ...kinds.map((kind) => [kind, text.kinds[kind]] as const)],
        (kind) => this.#set(() => (this.#kind = kind))
      )}
      ${
        audience
          ? nothing
          : renderSelect(
              text.audienceLabel,
              this.#audience,
              [
                ['', text.audience.everyone],
                ['local', text.audience.local],
                ['province', text.audience.province],
              ],
              (chosen) => this.#set(() => (this.#audience = chosen))
            )
      }
      ${renderSelect(
        text.year,
        this.#year,
        [['', text.allYears], ...this.#years().map((year) => [year, year] as const)],
        (year) => this.#set(() => (this.#year = year))
      )}
    </div>`;
  }

  #set(change: () => void): void {
    change();
    this.#host.requestUpdate();
  }

  #readOne(page: () => number): ResourceController<Page<Update>, [string, string]> {
    const { topic, audience } = this.#host;
    return new ResourceController<Page<Update>, [string, string]>(this.#host, {
      args: () =>
        page()
          ? [
              this.#host.apiAddress,
              JSON.stringify({ topic, audience, page: page(), pageSize: 1 } satisfies Query),
            ]
          : null,
      load: ([api, query], options) => listUpdates(JSON.parse(query) as Query, { api, ...options }),
    });
  }

  #years(): string[] {
    const [newest = 0, oldest = 0] = [this.#newest, this.#oldest].map(({ value }) =>
      yearOf(value?.items[0]?.date)
    );
    const count = newest && oldest ? newest - oldest + 1 : 0;
    return Array(count)
      .fill(0)
      .map((_, index) => String(newest - index));
  }
}

/** Year of the Buddhist era; 0 for what is no date. */
function yearOf(date: string | undefined): number {
  const at = inBangkok(date ?? '');
  return at ? buddhistYearOf(at) : 0;
}
