import type { Manual, ManualListItem, Topic } from '@km-laas/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Page } from '../../client/read.js';
import { getManual, listManuals } from '../../client/services/manuals.js';
import { listTopics } from '../../client/topics.js';
import { ListController } from '../../controllers/list-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { ResourceController } from '../../controllers/resource-controller.js';
import { chooseValue } from '../../internal/choose.js';
import { debounce } from '../../internal/debounce.js';
import { chevronIcon } from '../../internal/icons.js';
import { entryStyles } from '../../internal/item/entry.styles.js';
import { ItemController } from '../../internal/item/item-controller.js';
import { renderBack } from '../../internal/item/render-back.js';
import { KmElement } from '../../internal/km-element.js';
import { renderFile } from '../../internal/render-file.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderMore } from '../../internal/render-more.js';
import { renderSelect } from '../../internal/render-select.js';
import { renderSample, renderStates } from '../../internal/render-states.js';
import { renderSearchField } from '../../internal/render-search-field.js';
import { manualBrowserStyles } from './manual-browser.styles.js';
import { th } from './manual-browser.th.js';
import type { ManualPage } from './manual-page.js';
import { findTopic, renderTopic, renderTopicTree, walkTopics } from './render-topic-tree.js';

const audiences = ['', 'local', 'province', 'central'] as const;
const systems = ['', 'elaas', 'newElaas'] as const;

/**
 * Manuals of e-LAAS by menu, each with its contents, files and earlier editions.
 *
 * @element km-manual-browser
 * @since 0.1.0
 *
 * @slot - Fallback markup, shown until the manuals arrive or if they never do.
 * @slot empty - Shown when no manual matches.
 * @csspart base - The box around everything.
 * @csspart search - The field that filters.
 * @csspart filter - A choice that filters.
 * @csspart topics - The tree of menus.
 * @csspart topic - A menu to choose.
 * @csspart item - A manual in the list.
 * @csspart file - A link to a file.
 * @csspart contents - The table of contents of a manual.
 * @csspart back - The button that leads back to the list.
 * @csspart copy-link - The button that copies the address of a manual.
 * @csspart print - The button that prints a manual.
 * @csspart feedback - The question whether a manual helped.
 * @csspart more - The button for more manuals.
 * @csspart empty - What is shown when no manual matches.
 * @csspart error - What is shown when the manuals cannot be read.
 * @csspart offline - What is shown above saved manuals.
 * @csspart checking - When what is shown was read, while the newest is asked for.
 *
 * @example
 * <km-manual-browser api="https://km.example.go.th" topic="budget"></km-manual-browser>
 */
export class ManualBrowserElement extends KmElement {
  static override styles = [KmElement.styles, entryStyles, manualBrowserStyles];

  @query('input') private readonly input!: HTMLInputElement;
  @state() private search = '';
  @state() private chosen = '';
  @state() private showsMenus = false;

  /** Whose manuals to show: `local`, `province` or `central`; what is for everyone is always shown. */
  @property() audience = '';

  /** Manuals of which system to show: `elaas` or `newElaas`; what is for both is always shown. */
  @property({ attribute: 'applies-to' }) appliesTo = '';

  readonly #localize = new LocalizeController(this, {
    th,
    en: async () => (await import('./manual-browser.en.js')).en,
  });
  readonly #item = new ItemController<Manual>(this, {
    service: 'manual',
    load: getManual,
    prepare: async () => {
      const { ManualPage } = await import('./manual-page.js');
      this.#page ??= new ManualPage(this, this.#item);
    },
  });
  readonly #manuals = new ListController(this, {
    api: () => this.apiAddress,
    query: () =>
      this.#item.id
        ? null
        : {
            topic: this.chosen || this.topic,
            audience: chooseValue(this, 'audience', this.audience, audiences),
            appliesTo: chooseValue(this, 'applies-to', this.appliesTo, systems),
            q: this.search.trim(),
            pageSize: this.pageSize,
          },
    load: listManuals,
  });
  readonly #topics = new ResourceController<Page<Topic>, [string]>(this, {
    args: () => (this.#item.id || !this.apiAddress ? null : [this.apiAddress]),
    load: ([api], options) => listTopics({ api, ...options }),
  });
  #page: ManualPage | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('topic')) this.chosen = '';
  }

  readonly #filter = debounce(() => {
    this.search = this.input.value;
  });

  #clear(): void {
    this.input.value = '';
    this.search = this.chosen = this.audience = this.appliesTo = '';
    this.input.focus();
  }

  async #choose(slug: string, isLast: boolean): Promise<void> {
    this.chosen = slug;
    if (!isLast) return;
    this.showsMenus = false;
    await this.updateComplete;
    // On narrow screens the menu that had the focus is folded away now.
    this.shadowRoot?.querySelector<HTMLElement>('.menus > .button')?.focus();
  }

  readonly #titleOf = ({ titleTh, titleEn }: Topic) =>
    (this.#localize.language === 'en' && titleEn) || titleTh;

  override render(): TemplateResult {
    return this.#item.id ? this.#renderItem() : this.#renderList();
  }

  #renderItem(): TemplateResult {
    const { text } = this.#localize;
    return renderStates({
      host: this,
      localize: this.#localize,
      resource: this.#item,
      label: text.label,
      toolbar:
        this.#page?.renderTools() ??
        html`<div class="toolbar">${renderBack(this.#item, this.#localize)}</div>`,
      rows: 6,
      loaded: ({ item }) => this.#page?.render(item),
    });
  }

  #renderList(): TemplateResult {
    const { text } = this.#localize;
    return renderStates({
      host: this,
      localize: this.#localize,
      resource: this.#manuals,
      label: text.label,
      layout: 'browse',
      toolbar: html`${this.#renderFilters()} ${this.#renderMenus()}`,
      rows: Math.min(this.pageSize, 6),
      isEmpty: ({ items }) => !items.length,
      empty: html`<p><strong>${text.empty}</strong></p>
        <p class="quiet">${text.emptyHint}</p>
        <button class="button" type="button" @click=${this.#clear}>${text.clear}</button>`,
      loaded: ({ items }) => this.#renderEntries(items),
    });
  }

  #renderEntries(items: readonly ManualListItem[]): TemplateResult {
    return html`<div>
      <ul role="list" data-list tabindex="-1">
        ${items.map((manual) => this.#renderEntry(manual))}
      </ul>
      ${renderMore(this.#manuals, this.#localize)}
    </div>`;
  }

  #renderEntry(manual: ManualListItem): TemplateResult {
    const { text } = this.#localize;
    const { audience, appliesTo, version, effectiveDate } = manual;
    const chips = [
      audience !== 'everyone' && text.audience[audience],
      appliesTo !== 'both' && text.appliesTo[appliesTo],
    ];
    const facts = [
      version && text.edition(version),
      effectiveDate && text.since(this.#localize.date(effectiveDate)),
    ];
    const link = html`<a href=${this.#item.link.href(manual.id)} lang="th">${manual.title}</a>`;
    return html`<li class="entry" part="item">
      ${renderHeading(this.outlineLevel(), link)}
      ${manual.summary ? html`<p class="lead" lang="th">${manual.summary}</p>` : nothing}
      <p class="chips">
        ${chips.map((chip) => (chip ? html`<span class="chip">${chip}</span>` : nothing))}
        ${renderSample(manual, this.#localize)}
        ${facts.map((fact) => (fact ? html`<span class="quiet">${fact}</span>` : nothing))}
      </p>
      ${manual.files.map((file) => renderFile(file, this.apiAddress, this.#localize))}
    </li>`;
  }

  #renderFilters(): TemplateResult {
    const { text } = this.#localize;
    return html`<div class="toolbar">
      ${renderSearchField(text, this.search, this.#filter)}
      ${renderSelect(
        text.audienceFilter,
        this.audience,
        audiences.map((audience) => [audience, text.audience[audience || 'everyone']] as const),
        (audience) => (this.audience = audience)
      )}
      ${renderSelect(
        text.systemFilter,
        this.appliesTo,
        systems.map(
          (system) => [system, system ? text.appliesTo[system] : text.allSystems] as const
        ),
        (system) => (this.appliesTo = system)
      )}
    </div>`;
  }

  #renderMenus(): unknown {
    const { text } = this.#localize;
    const all = this.#topics.value?.items ?? [];
    // An element of one menu offers the menus below it.
    const topics = this.topic ? findTopic(all, this.topic)?.children : all;
    if (!topics?.length) return nothing;
    const chosen = findTopic(topics, this.chosen);
    const tree = {
      topics,
      chosen: this.chosen,
      titleOf: this.#titleOf,
      choose: (slug: string, isLast: boolean) => void this.#choose(slug, isLast),
    };
    return html`<nav class="menus no-print" part="topics" aria-label=${text.menus}>
      <button
        class="button"
        type="button"
        aria-expanded=${this.showsMenus}
        @click=${() => (this.showsMenus = !this.showsMenus)}
      >
        ${text.menus}: ${chosen ? this.#titleOf(chosen) : text.allMenus} ${chevronIcon}
      </button>
      <div ?data-closed=${!this.showsMenus} @keydown=${walkTopics}>
        ${renderTopic('', text.allMenus, tree)} ${renderTopicTree(tree)}
      </div>
    </nav>`;
  }
}
