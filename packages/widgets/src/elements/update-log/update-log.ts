import type { Update, UpdateItem } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Page, Query, ReadOptions } from '../../client/read.js';
import { getUpdate, listUpdates } from '../../client/services/updates.js';
import { ListController } from '../../controllers/list-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { ResourceController } from '../../controllers/resource-controller.js';
import { TopicController } from '../../controllers/topic-controller.js';
import { chooseValue, warnOnce } from '../../internal/choose.js';
import { CopyController } from '../../internal/item/copy-controller.js';
import { ItemController } from '../../internal/item/item-controller.js';
import { itemStyles } from '../../internal/item/item.styles.js';
import { renderItemTools } from '../../internal/item/render-item-tools.js';
import { KmElement } from '../../internal/km-element.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderMore } from '../../internal/render-more.js';
import { renderSelect } from '../../internal/render-select.js';
import { renderSample, renderStates } from '../../internal/render-states.js';
import { renderTopicSelect } from '../../internal/render-topic-select.js';
import { safeAddress } from '../../internal/safe-address.js';
import { PictureViewer } from './picture-viewer.js';
import { renderChange } from './render-change.js';
import { updateLogStyles } from './update-log.styles.js';
import { th } from './update-log.th.js';

const kinds = ['new', 'changed', 'fixed', 'removed'] as const;

/**
 * What has changed in e-LAAS, by date: each change with its menu, its users and its own manual.
 *
 * @element km-update-log
 * @since 0.1.0
 *
 * @slot - Fallback markup, shown until the releases arrive or if they never do.
 * @slot empty - Shown when no release matches.
 * @csspart base - The box around everything.
 * @csspart filter - A field that filters.
 * @csspart release - A release with its date, title and changes.
 * @csspart change - One change of a release.
 * @csspart kind - The chip that says what kind a change is.
 * @csspart manual - The link to the manual of a change.
 * @csspart picture - The button that enlarges a picture.
 * @csspart viewer - The dialog with the enlarged picture.
 * @csspart more - The button for more releases.
 * @csspart back - The button that leads from one release back to the list.
 * @csspart copy-link - The button that copies the address of a release.
 * @csspart print - The button that prints a release.
 * @csspart empty - What is shown when no release matches.
 * @csspart error - What is shown when the releases cannot be read.
 * @csspart offline - What is shown above saved releases.
 *
 * @example
 * <km-update-log api="https://km.example.go.th" audience="local" limit="5"></km-update-log>
 */
export class UpdateLogElement extends KmElement {
  static override styles = [KmElement.styles, itemStyles, updateLogStyles];

  @query('select') private readonly filter!: HTMLSelectElement | null;
  @state() private kind = '';
  @state() private reader = '';
  @state() private year = '';

  /** `local` (อปท.) or `province` (สถจ.) keeps what concerns them and takes the filter away. */
  @property() audience = '';

  /** Leaves the filters out, for a short list on a home page. */
  @property({ type: Boolean, attribute: 'no-filters' }) noFilters = false;

  /** Address of a manual's page, with `{id}` for its id; the knowledge bank's own page when left out. */
  @property({ attribute: 'manual-href' }) manualHref = '';

  readonly #localize = new LocalizeController(this, {
    th,
    en: async () => (await import('./update-log.en.js')).en,
  });
  readonly #topics = new TopicController(this, () => !this.noFilters || !!this.topic);
  readonly #pictures = new PictureViewer(this);
  readonly #copy = new CopyController(this);
  readonly #release = new ItemController<Update>(this, { service: 'update', load: getUpdate });
  readonly #releases = new ListController(this, {
    api: () => this.apiAddress,
    query: () => ({
      topic: this.#topics.slug,
      audience: this.#fixedAudience || this.reader,
      kind: this.kind,
      year: this.year,
      pageSize: this.pageSize,
    }),
    load: (query, options) => this.#load(query, options),
  });
  /** The first page of all the reader can see without filters. */
  #all: Page<Update> | undefined;
  /** The oldest release, which tells how far back the years go. */
  readonly #oldest = new ResourceController<Page<Update>, [string, string]>(this, {
    args: () => {
      const { total = 0, items = [] } = this.#all ?? {};
      if (this.noFilters || total <= items.length) return null;
      const { topic } = this;
      const query = { topic, audience: this.#fixedAudience, page: total, pageSize: 1 };
      return [this.apiAddress, JSON.stringify(query)];
    },
    load: ([api, query], options) => listUpdates(JSON.parse(query) as Query, { api, ...options }),
  });

  override render(): TemplateResult {
    return this.#release.id ? this.#renderItem() : this.#renderList();
  }

  get #fixedAudience(): string {
    return chooseValue(this, 'audience', this.audience, ['', 'local', 'province']);
  }

  get #isFiltered(): boolean {
    return !!(this.#topics.chosen || this.kind || this.reader || this.year);
  }

  async #load(query: Query, options: ReadOptions): Promise<Page<Update>> {
    const page = await listUpdates(query, options);
    if (!this.#isFiltered && !query.page) this.#all = page;
    return page;
  }

  readonly #clearFilters = () => {
    this.kind = this.reader = this.year = '';
    this.#topics.choose('');
    // The button is about to go; what it cleared is the nearest place for the focus.
    this.filter?.focus();
  };

  #manualHref(id: string): string {
    const encoded = encodeURIComponent(id);
    if (this.manualHref) {
      const address = safeAddress(this.manualHref.replace('{id}', encoded), '');
      if (address) return address;
      warnOnce(
        `<${this.localName} manual-href="${this.manualHref}">: expected an http address with {id}.`
      );
    }
    return `${this.apiAddress}/manuals/${encoded}`;
  }

  #renderItem(): TemplateResult {
    return renderStates({
      host: this,
      localize: this.#localize,
      resource: this.#release,
      label: this.#localize.text.label,
      toolbar: renderItemTools(this, this.#release, this.#copy, this.#localize),
      rows: 2,
      loaded: ({ item }) =>
        html`${this.#renderRelease(item, item.items, true)}
        ${this.#pictures.renderLarge(this.#localize.text)}`,
    });
  }

  #renderList(): TemplateResult {
    const { text } = this.#localize;
    return renderStates({
      host: this,
      localize: this.#localize,
      resource: this.#releases,
      label: text.label,
      toolbar: this.noFilters ? nothing : this.#renderFilters(),
      rows: Math.min(this.pageSize, 4),
      isEmpty: ({ items }) => !items.length,
      empty: html`<p><strong>${text.empty}</strong></p>
        ${
          this.#isFiltered
            ? html`<p class="quiet">${text.emptyHint}</p>
                <button class="button" type="button" @click=${this.#clearFilters}>
                  ${text.clearFilters}
                </button>`
            : nothing
        }`,
      loaded: ({ items }) =>
        html`<div data-list tabindex="-1">
            ${items.map((release) => this.#renderRelease(release, this.#matching(release)))}
          </div>
          ${this.#pictures.renderLarge(text)} ${renderMore(this.#releases, this.#localize)}`,
    });
  }

  #renderFilters(): TemplateResult {
    const { text } = this.#localize;
    return html`<div class="toolbar filters">
      ${renderTopicSelect(this.#topics, this.#localize, { label: text.menu, all: text.allMenus })}
      ${renderSelect(
        text.kind,
        this.kind,
        [['', text.allKinds], ...kinds.map((kind) => [kind, text.kinds[kind]] as const)],
        (kind) => (this.kind = kind)
      )}
      ${
        this.#fixedAudience
          ? nothing
          : renderSelect(
              text.audienceLabel,
              this.reader,
              [
                ['', text.audience.everyone],
                ['local', text.audience.local],
                ['province', text.audience.province],
              ],
              (reader) => (this.reader = reader)
            )
      }
      ${renderSelect(
        text.year,
        this.year,
        [['', text.allYears], ...this.#years().map((year) => [year, year] as const)],
        (year) => (this.year = year)
      )}
    </div>`;
  }

  /** Years there are releases in, newest first. */
  #years(): string[] {
    const items = this.#all?.items ?? [];
    const dates = [...items, ...(this.#oldest.value?.items ?? [])].map(({ date }) => date);
    const years = dates.map(buddhistYearOf).filter(Boolean);
    const newest = Math.max(...years);
    const length = years.length ? newest - Math.min(...years) + 1 : 0;
    return Array.from({ length }, (_, index) => String(newest - index));
  }

  /** Changes the filters ask for; all of them where the API found a match that is not seen here. */
  #matching({ items }: Update): UpdateItem[] {
    const matching = items.filter(
      ({ kind, menu }) => (!this.kind || kind === this.kind) && this.#topics.covers(menu?.slug)
    );
    return matching.length ? matching : items;
  }

  #renderRelease(release: Update, changes: UpdateItem[], isAlone = false): TemplateResult {
    const { text } = this.#localize;
    const { id, date, title, audience, items } = release;
    const href = this.#release.link.href(id);
    const level = this.outlineLevel();
    return html`<article class="release" part="release">
      <p class="date"><time datetime=${date}>${this.#localize.date(date, 'full')}</time></p>
      <div>
        ${
          isAlone
            ? html`<div data-item tabindex="-1" lang="th">${renderHeading(level, title)}</div>`
            : renderHeading(level, html`<a href=${href} lang="th">${title}</a>`)
        }
        ${
          audience === 'everyone' && !release.sample
            ? nothing
            : html`<p class="chips">
                ${
                  audience === 'everyone'
                    ? nothing
                    : html`<span class="chip">${text.audience[audience] ?? audience}</span>`
                }
                ${renderSample(release, this.#localize)}
              </p>`
        }
        <ol class="changes" role="list">
          ${changes.map((change) =>
            renderChange(change, {
              text,
              pictures: this.#pictures,
              manualHref: (manual) => this.#manualHref(manual),
            })
          )}
        </ol>
        ${
          changes.length < items.length
            ? html`<a class="whole" href=${href}>
                ${text.whole(this.#localize.number(items.length))}
              </a>`
            : nothing
        }
      </div>
    </article>`;
  }
}

/** Year of the Buddhist era; NaN for what is no date. */
function buddhistYearOf(date: string): number {
  const style = { calendar: 'buddhist', year: 'numeric', timeZone: 'Asia/Bangkok' } as const;
  const day = new Date(date);
  return Number.isNaN(day.getTime()) ? NaN : parseInt(day.toLocaleDateString('en', style));
}
