import type { Update, UpdateItem } from '@km-laas/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { getUpdate, listUpdates } from '../../client/services/updates.js';
import { ListController } from '../../controllers/list-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { chooseValue } from '../../internal/choose.js';
import { entryStyles } from '../../internal/item/entry.styles.js';
import { ItemController } from '../../internal/item/item-controller.js';
import type { ItemTools } from '../../internal/item/item-tools.js';
import { renderBack } from '../../internal/item/render-back.js';
import { KmElement } from '../../internal/km-element.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderMore } from '../../internal/render-more.js';
import { renderSample, renderStates } from '../../internal/render-states.js';
import { safeAddress } from '../../internal/safe-address.js';
import { renderChange } from './render-change.js';
import type { UpdateFilters } from './update-filters.js';
import { updateLogStyles } from './update-log.styles.js';
import { th } from './update-log.th.js';

/**
 * What has changed in e-LAAS, by date: each change with its menu, its users and its own manual.
 *
 * @element km-update-log
 * @since 0.1.0
 *
 * @slot - Fallback markup, shown until the releases arrive or if they never do.
 * @slot empty - Shown when no release matches.
 * @csspart base - The box around everything.
 * @csspart filters - The button that opens the filters.
 * @csspart filter - A choice that filters.
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
 * @csspart checking - When what is shown was read, while the newest is asked for.
 *
 * @example
 * <km-update-log api="https://km.example.go.th" audience="local" limit="5"></km-update-log>
 */
export class UpdateLogElement extends KmElement {
  static override styles = [KmElement.styles, entryStyles, updateLogStyles];

  @query('[part=filters]') private readonly button!: HTMLButtonElement | null;
  @state() private showsFilters = false;
  @state() private filtersFailed = false;

  /** `local` (อปท.) or `province` (สถจ.) keeps what concerns them, and takes that filter away. */
  @property() audience = '';

  /** Leaves the filters out, for a short list on a home page. */
  @property({ type: Boolean, attribute: 'no-filters' }) noFilters = false;

  /** Address of a manual's page, with `{id}` for its id; the knowledge bank's own when left out. */
  @property({ attribute: 'manual-href' }) manualHref = '';

  readonly #localize = new LocalizeController(this, {
    th,
    en: async () => (await import('./update-log.en.js')).en,
  });
  readonly #release = new ItemController<Update>(this, {
    service: 'update',
    load: getUpdate,
    prepare: async () => {
      const { ItemTools } = await import('../../internal/item/item-tools.js');
      this.#tools ??= new ItemTools(this, this.#release, this.#localize);
    },
  });
  readonly #releases = new ListController(this, {
    api: () => this.apiAddress,
    query: () =>
      this.#release.id
        ? null
        : {
            topic: this.topic,
            audience: this.audience,
            ...this.#filters?.query,
            pageSize: this.pageSize,
          },
    load: listUpdates,
  });
  #tools: ItemTools | undefined;
  #filters: UpdateFilters | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('audience')) {
      this.audience = chooseValue(this, 'audience', this.audience, ['', 'local', 'province']);
    }
    // Whose list is of one menu sees the changes of that menu; which they are, the filters know.
    if (changed.has('topic') && this.topic) void this.#loadFilters();
  }

  override render(): TemplateResult {
    return this.#release.id ? this.#renderItem() : this.#renderList();
  }

  readonly #toggleFilters = async () => {
    this.showsFilters = !this.showsFilters;
    this.filtersFailed = false;
    if (!(await this.#loadFilters())) {
      this.showsFilters = false;
      this.filtersFailed = true;
    }
  };

  readonly #clearFilters = () => {
    this.#filters?.clear();
    // The button that did it is about to go.
    this.button?.focus();
  };

  async #loadFilters(): Promise<boolean> {
    try {
      const { UpdateFilters } = await import('./update-filters.js');
      this.#filters ??= new UpdateFilters(this);
      this.requestUpdate();
      return true;
    } catch {
      return false;
    }
  }

  #manualHref(id: string): string {
    const page = this.manualHref || `${this.apiAddress}/manuals/{id}`;
    return safeAddress(page.replace('{id}', encodeURIComponent(id)), '') ?? '';
  }

  #renderItem(): TemplateResult {
    return renderStates({
      host: this,
      localize: this.#localize,
      resource: this.#release,
      label: this.#localize.text.label,
      toolbar:
        this.#tools?.render() ??
        html`<div class="toolbar">${renderBack(this.#release, this.#localize)}</div>`,
      rows: 2,
      loaded: ({ item }) => this.#renderRelease(item, item.items, true),
    });
  }

  #renderList(): TemplateResult {
    const { text } = this.#localize;
    const filters = this.#filters;
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
          filters?.count
            ? html`<p class="quiet">${text.emptyHint}</p>
                <button class="button" type="button" @click=${this.#clearFilters}>
                  ${text.clearFilters}
                </button>`
            : nothing
        }`,
      loaded: ({ items }) =>
        html`<div data-list tabindex="-1">
            ${items.map((release) =>
              this.#renderRelease(release, filters?.choose(release) ?? release.items)
            )}
          </div>
          ${renderMore(this.#releases, this.#localize)}`,
    });
  }

  #renderFilters(): TemplateResult {
    const { text } = this.#localize;
    const count = this.#filters?.count;
    return html`<div class="toolbar">
        <button
          class="button"
          part="filters"
          type="button"
          aria-expanded=${this.showsFilters}
          @click=${this.#toggleFilters}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 6h18M7 12h10m-7 6h4" /></svg>
          ${text.filters(count ? this.#localize.number(count) : '')}
        </button>
        ${this.filtersFailed ? html`<p role="alert">${text.failure.offline}</p>` : nothing}
      </div>
      ${this.showsFilters ? this.#filters?.render() : nothing}`;
  }

  #renderRelease(release: Update, changes: UpdateItem[], isAlone = false): TemplateResult {
    const { text } = this.#localize;
    const { id, date, title, audience, items } = release;
    const href = this.#release.link.href(id);
    const level = this.outlineLevel();
    return html`<article class="release" part="release">
      <p class="when">
        <time datetime=${date}>${this.#renderDate(date)}</time>
        ${
          audience === 'everyone'
            ? nothing
            : html`<span class="chip">${text.audience[audience] ?? audience}</span>`
        }
        ${renderSample(release, this.#localize)}
      </p>
      <div>
        ${
          isAlone
            ? html`<div data-item tabindex="-1" lang="th">${renderHeading(level, title)}</div>`
            : renderHeading(level, html`<a href=${href} lang="th">${title}</a>`)
        }
        <ol class="changes" role="list">
          ${changes.map((change) =>
            renderChange(this, change, text, (manual) => this.#manualHref(manual))
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

  #renderDate(date: string): string {
    // A line never ends between พ.ศ. and its year.
    return this.#localize.date(date, 'full').replace(/ (?=\d{4})/, '\u00a0');
  }
}
