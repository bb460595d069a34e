import type { Law, LawKind, LawListItem, LawRef, LawStatus } from '@km-laas/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { getLaw } from '../../client/services/laws.js';
import { ListController } from '../../controllers/list-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { debounce } from '../../internal/debounce.js';
import { entryStyles } from '../../internal/item/entry.styles.js';
import { ItemController } from '../../internal/item/item-controller.js';
import { renderBack } from '../../internal/item/render-back.js';
import { KmElement } from '../../internal/km-element.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderStatus } from '../../internal/render-law-status.js';
import { renderMore } from '../../internal/render-more.js';
import { renderSelect } from '../../internal/render-select.js';
import { renderSample, renderStates } from '../../internal/render-states.js';
import { renderSearchField } from '../../internal/render-search-field.js';
import { findLaws, mayBeLetterNumber, type FoundLaws } from './find-laws.js';
import { lawLibraryStyles } from './law-library.styles.js';
import { th } from './law-library.th.js';
import type { LawPage } from './law-page.js';
import { renderCitation, renderReference } from './render-law.js';

/** The Buddhist-era year of the oldest law that may be asked for. */
const oldestYear = 2475;

/**
 * Laws, regulations and directive letters, with what amends and what repeals them.
 *
 * @element km-law-library
 * @since 0.1.0
 *
 * @slot - Fallback markup, shown until the laws arrive or if they never do.
 * @slot empty - Shown when no law matches.
 * @csspart base - The box around everything.
 * @csspart search - The field for a letter number or words.
 * @csspart filter - A choice that filters.
 * @csspart by-text - The button that searches the text for what was taken for a letter number.
 * @csspart item - A law in the list.
 * @csspart status - The chip that says whether a law holds.
 * @csspart notice - What a reader must know before relying on a law.
 * @csspart citation - The box with the official citation.
 * @csspart copy-citation - The button that copies the official citation.
 * @csspart relations - What a law and others do to one another.
 * @csspart file - A link to a file.
 * @csspart back - The button that leads back to the list.
 * @csspart copy-link - The button that copies the address of a law.
 * @csspart print - The button that prints a law.
 * @csspart more - The button for more laws.
 * @csspart empty - What is shown when no law matches.
 * @csspart error - What is shown when the laws cannot be read.
 * @csspart offline - What is shown above saved laws.
 * @csspart checking - When what is shown was read, while the newest is asked for.
 *
 * @example
 * <km-law-library api="https://km.example.go.th" number="ว 5912"></km-law-library>
 */
export class LawLibraryElement extends KmElement {
  static override styles = [KmElement.styles, entryStyles, lawLibraryStyles];

  @query('input') private readonly input!: HTMLInputElement;
  @state() private search = '';
  /** The reader wants a number to be searched as text. */
  @state() private asText = false;
  @state() private kind = '';
  @state() private year = '';
  @state() private status = '';

  /** A letter number to look up at first, in any spelling. */
  @property() number = '';

  readonly #localize = new LocalizeController(this, {
    th,
    en: async () => (await import('./law-library.en.js')).en,
  });
  readonly #item = new ItemController<Law>(this, {
    service: 'law',
    load: getLaw,
    prepare: async () => {
      const { LawPage } = await import('./law-page.js');
      this.#page ??= new LawPage(this, this.#item);
    },
  });
  readonly #laws = new ListController<LawListItem>(this, {
    api: () => this.apiAddress,
    query: () => (this.#item.id ? null : this.#ask()),
    load: findLaws,
  });
  #page: LawPage | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('number')) {
      this.search = this.number;
      this.asText = false;
    }
  }

  #ask() {
    const search = this.search.trim();
    const isNumber = !this.asText && mayBeLetterNumber(search);
    return {
      topic: this.topic,
      kind: this.kind,
      year: this.year,
      status: this.status,
      [isNumber ? 'number' : 'q']: search,
      pageSize: this.pageSize,
    };
  }

  readonly #filter = debounce(() => {
    this.search = this.input.value;
    this.asText = false;
  });

  #clear(): void {
    this.input.value = '';
    this.search = this.kind = this.year = this.status = '';
    this.input.focus();
  }

  readonly #hrefOf = (id: string) => this.#item.link.href(id);

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
      loaded: ({ item }) => this.#page?.render(item, text),
    });
  }

  #renderList(): TemplateResult {
    const { text } = this.#localize;
    return renderStates({
      host: this,
      localize: this.#localize,
      resource: this.#laws,
      label: text.label,
      toolbar: this.#renderFilters(),
      rows: Math.min(this.pageSize, 6),
      isEmpty: ({ items }) => !items.length,
      empty: html`<p><strong>${text.empty}</strong></p>
        <p class="quiet">${text.emptyHint}</p>
        <button class="button" type="button" @click=${this.#clear}>${text.clear}</button>`,
      loaded: (laws) =>
        html`${this.#renderFound(laws)}
          <ul role="list" data-list tabindex="-1">
            ${laws.items.map((law) => this.#renderEntry(law))}
          </ul>
          ${renderMore(this.#laws, this.#localize)}`,
    });
  }

  #renderFilters(): TemplateResult {
    const { text } = this.#localize;
    const newestYear = new Date().getFullYear() + 543;
    const years = Array(newestYear - oldestYear + 1)
      .fill(0)
      .map((_, age) => String(newestYear - age));
    return html`<div class="toolbar">
      ${renderSearchField(text, this.search, this.#filter)}
      ${renderSelect(
        text.kind,
        this.kind,
        [['', text.allKinds], ...(Object.entries(text.kinds) as [LawKind, string][])],
        (kind) => (this.kind = kind)
      )}
      ${renderSelect(
        text.year,
        this.year,
        [['', text.allYears], ...years.map((year): [string, string] => [year, year])],
        (year) => (this.year = year)
      )}
      ${renderSelect(
        text.status,
        this.status,
        [['', text.allStatuses], ...(Object.entries(text.statuses) as [LawStatus, string][])],
        (status) => (this.status = status)
      )}
    </div>`;
  }

  /** Says what became of a letter number. */
  #renderFound({ byNumber }: FoundLaws): unknown {
    const { text } = this.#localize;
    const number = this.search.trim();
    if (byNumber === undefined) return nothing;
    return html`<div class="found">
      <p role="status">${byNumber ? text.byNumber(number) : text.noNumber(number)}</p>
      ${
        byNumber
          ? html`<button
              class="button"
              part="by-text"
              type="button"
              @click=${() => (this.asText = true)}
            >
              ${text.byText}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderEntry(law: LawListItem): TemplateResult {
    const { text } = this.#localize;
    const { citation, date, urgency, issuer, summary } = law;
    return html`<li class="entry" part="item">
      <p class="chips">
        ${renderStatus(law.status, text)}
        <span class="chip">${text.kinds[law.kind]}</span>
        ${urgency ? html`<span class="chip">${text.urgencies[urgency]}</span>` : nothing}
        ${renderSample(law, this.#localize)}
      </p>
      ${renderHeading(
        this.outlineLevel(),
        html`<a href=${this.#hrefOf(law.id)} lang="th">${law.title}</a>`
      )}
      <p class="chips">
        ${
          citation
            ? html`<span lang="th">${renderCitation(citation)}</span>`
            : html`<span>${date ? this.#localize.date(date) : nothing}</span>`
        }
        <span class="quiet" lang="th">${issuer}</span>
      </p>
      ${summary ? html`<p class="lead" lang="th">${summary}</p>` : nothing}
      ${this.#renderLater('repealed', text.repealedBy, law.repealedBy)}
      ${this.#renderLater('', text.amendedBy, law.amendedBy)}
    </li>`;
  }

  #renderLater(tone: string, words: string, laws: readonly LawRef[]): unknown {
    if (!laws.length) return nothing;
    return html`<div class="later ${tone}">
      ${words}
      ${laws.map((law, index) => html`${index ? ', ' : ''}${renderReference(law, this.#hrefOf)}`)}
    </div>`;
  }
}
