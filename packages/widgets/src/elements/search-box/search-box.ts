import type { SearchService } from '@km-laas/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { LanguageController } from '../../controllers/language-controller.js';
import { chooseValue } from '../../internal/choose.js';
import { draw } from '../../internal/icons.js';
import { KmElement } from '../../internal/km-element.js';
import { hitHref } from './hit-href.js';
import { clearRecent, keepRecent, readRecent } from './recent-searches.js';
import { renderMarked } from './render-marked.js';
import { searchBoxStyles } from './search-box.styles.js';
import { th } from './search-box.th.js';
import {
  longestQuery,
  noFilters,
  readRequest,
  writeRequest,
  type SearchFilters,
  type SearchRequest,
} from './search-request.js';
import type { SearchResults } from './search-results.js';
import { SuggestionController } from './suggestion-controller.js';

/** A reader is about to search; `preventDefault()` leaves everything as it is. */
export class KmSearchEvent extends Event {
  constructor(
    /** What is looked for, with the filters that are set. */
    readonly request: Readonly<SearchRequest>
  ) {
    super('km-search', { bubbles: true, composed: true, cancelable: true });
  }
}

/** A reader is about to open what was found or suggested; `preventDefault()` keeps the page. */
export class KmSearchOpenEvent extends Event {
  constructor(
    /** Where it leads. */
    readonly url: string,
    /** Service it belongs to; null where that is not known. */
    readonly service: SearchService | null
  ) {
    super('km-search-open', { bubbles: true, composed: true, cancelable: true });
  }
}

/** A line below the field that can be chosen. */
interface Option {
  content: unknown;
  /** Service it belongs to, in words. */
  about?: string | undefined;
  choose: () => void;
}

const searchIcon = draw('M4 11a7 7 0 1 0 14 0a7 7 0 1 0-14 0m12 5 5 5');
const recentIcon = draw('M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0m8-4v4l3 2');
const clearIcon = draw('M6 6l12 12M18 6 6 18');

/**
 * One field over everything the knowledge bank has: words, a letter number, or a whole message
 * from the screen, pasted as it is.
 *
 * @element km-search-box
 * @since 0.2.0
 *
 * @slot - What the page itself holds of the answer; in a list it is shown until the answer arrives.
 * @slot empty - Shown when nothing was found.
 * @fires {KmSearchEvent} km-search - A reader is about to search; cancelable.
 * @fires {KmSearchOpenEvent} km-search-open - A reader is about to open a hit or a suggestion; cancelable.
 * @csspart base - The box around everything.
 * @csspart box - The field with its buttons.
 * @csspart field - What is typed into.
 * @csspart clear - The button that empties the field.
 * @csspart submit - The button that searches.
 * @csspart popup - The box with suggestions or recent searches.
 * @csspart option - A suggestion or a recent search.
 * @csspart clear-recent - The button that forgets recent searches.
 * @csspart results - The box with what was found.
 * @csspart correction - The line that says what was looked for instead of what was typed.
 * @csspart verbatim - The button that searches for what was typed.
 * @csspart facet - The button of a service, with the number of its hits.
 * @csspart filter - A choice that filters.
 * @csspart item - A hit.
 * @csspart status - The chip that says whether a law holds.
 * @csspart file - A link to a file, at its page.
 * @csspart copy-link - The button that copies the address of the results.
 * @csspart close - The button that puts the results away.
 * @csspart more - The button for more hits.
 * @csspart empty - What is shown when nothing was found.
 * @csspart error - What is shown when the search failed.
 * @csspart offline - Never shown: what readers look for is not kept for the day the API is away.
 * @csspart checking - Never shown, for the same reason.
 *
 * @example
 * <km-search-box api="https://km.example.go.th"></km-search-box>
 */
export class SearchBoxElement extends KmElement {
  static override styles = [KmElement.styles, searchBoxStyles];

  @query('[part=field]') private readonly field!: HTMLInputElement | HTMLTextAreaElement;
  @state() private text = '';
  @state() private isOpen = false;
  /** Place of the line the reader has moved to; -1 while they are in the field. */
  @state() private active = -1;
  /** Lines of the field; more than one once a message of several lines was pasted. */
  @state() private rows = 1;
  @state() private request: SearchRequest = { q: '', ...noFilters };
  @state() private resultsPart: SearchResults | undefined;

  /** Service to search in, e.g. `law`; all of them when left out. */
  @property() in = '';

  /** `local`, `province` or `central`: only what is written for them, or for everyone. */
  @property() audience = '';

  /** What to search for at first. */
  @property() q = '';

  /** Hint in the empty field; one of ours when left out. */
  @property() placeholder = '';

  /**
   * Where what was found is shown: `panel`, a box below the field that can be closed; `list`, below
   * the field as the content of the page, whose address then keeps the search; or `page`, the one
   * `href` names.
   */
  @property() results = 'panel';

  /** Address of the page with the results; that of the knowledge bank when left out. */
  @property() href = '';

  /** Keeps no recent searches on the device. */
  @property({ type: Boolean, attribute: 'no-recent' }) noRecent = false;

  readonly #localize = new LanguageController(this, {
    th,
    en: async () => (await import('./search-box.en.js')).en,
  });
  readonly #suggestions = new SuggestionController(this);
  #hasFailed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.#readAddress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#readAddress);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('q') && this.q) this.#adopt({ ...noFilters, q: this.q });
    if (!this.hasUpdated) this.#readAddress();
  }

  /** Looks for something, as if a reader had typed it. */
  search(q: string): void {
    this.#ask({ ...noFilters, q: q.trim().slice(0, longestQuery) });
  }

  /** Empties the field and puts the results away. */
  clear(): void {
    this.#type('');
    this.isOpen = false;
    if (this.results !== 'list') this.request = { ...noFilters, q: '' };
  }

  /** Address of the page that shows what is looked for. */
  hrefOf(request: SearchRequest): string {
    const page = this.results === 'list' ? location.href : this.href || `${this.apiAddress}/search`;
    return writeRequest(page, { ...request, in: request.in || this.in });
  }

  /** Looks with other filters for the same. */
  filter(filters: Partial<SearchFilters>): void {
    this.#ask({ ...this.request, ...filters });
  }

  /** Asks whether something may be opened. */
  mayOpen(url: string, service: SearchService | null): boolean {
    return this.dispatchEvent(new KmSearchOpenEvent(url, service));
  }

  #ask(request: SearchRequest): void {
    this.isOpen = false;
    if (!request.q) {
      this.field.focus();
      return;
    }
    if (!this.dispatchEvent(new KmSearchEvent(request))) return;
    if (!this.noRecent) keepRecent(request.q);
    if (this.#place === 'page') {
      location.assign(this.hrefOf(request));
      return;
    }
    if (this.#place === 'list') history.pushState(null, '', this.hrefOf(request));
    this.#adopt(request);
  }

  /** Shows what a request finds, and the request in the field. */
  #adopt(request: SearchRequest): void {
    this.request = request;
    this.#type(request.q, false);
    if (request.q && this.#place !== 'page') void this.#prepareResults();
  }

  get #place(): 'panel' | 'list' | 'page' {
    return chooseValue(this, 'results', this.results, ['panel', 'list', 'page']) as 'panel';
  }

  readonly #readAddress = () => {
    if (this.#place === 'list' && (this.hasUpdated || readRequest(location.search).q)) {
      this.#adopt(readRequest(location.search));
    }
  };

  /** What shows results is fetched with the first search. */
  async #prepareResults(): Promise<void> {
    if (this.resultsPart) return;
    try {
      const { SearchResults } = await import('./search-results.js');
      this.resultsPart ??= new SearchResults(this, () => this.request);
    } catch {
      this.#hasFailed = true;
      this.requestUpdate();
    }
  }

  #type(text: string, isTyping = true): void {
    this.text = text;
    const lines = text.split('\n').length;
    // A message that was pasted stays in its lines until the field is empty again.
    this.rows = text && (lines > 1 || this.rows > 1) ? Math.min(lines + 1, 6) : 1;
    this.active = -1;
    this.#suggestions.ask(isTyping && this.rows === 1 ? text.trim() : '');
  }

  readonly #input = () => {
    this.#type(this.field.value);
    this.isOpen = true;
  };

  /** An input drops line breaks; a message keeps them in a field of several lines. */
  async #paste(event: ClipboardEvent): Promise<void> {
    const pasted = event.clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n').trim();
    if (this.rows > 1 || !pasted?.includes('\n')) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = this.field;
    const before = value.slice(0, selectionStart ?? 0) + pasted;
    this.#type((before + value.slice(selectionEnd ?? 0)).slice(0, longestQuery));
    await this.updateComplete;
    this.field.focus();
    this.field.setSelectionRange(before.length, before.length);
  }

  readonly #submit = (event: Event) => {
    event.preventDefault();
    this.search(this.text);
  };

  async #empty(): Promise<void> {
    this.clear();
    // A field of several lines has given way to one of a single line.
    await this.updateComplete;
    this.field.focus();
  }

  /** What is offered below the field now. */
  get #options(): readonly Option[] {
    const { text } = this.#localize;
    if (!this.text.trim()) {
      return this.noRecent
        ? []
        : readRecent().map((q) => ({ content: q, choose: () => this.search(q) }));
    }
    return this.#suggestions.shown.items.map((item) => ({
      content: renderMarked(item),
      about: item.service ? text.services[item.service] : undefined,
      choose: () => {
        const href = item.url === null ? undefined : hitHref(item.url, this.apiAddress);
        if (!href) return this.search(item.text);
        this.isOpen = false;
        if (this.mayOpen(href, item.service)) location.assign(href);
      },
    }));
  }

  #steer(event: KeyboardEvent, options: readonly Option[]): void {
    const { key } = event;
    if (event.isComposing) return;
    if (this.rows > 1) {
      if (key === 'Enter' && !event.shiftKey) this.#submit(event);
      else if (key === 'Escape') void this.#empty();
      return;
    }
    const isShown = this.isOpen && options.length > 0;
    if (/^Arrow(Up|Down)$/.test(key)) {
      event.preventDefault();
      if (event.altKey) {
        this.isOpen = key === 'ArrowDown';
        return;
      }
      this.isOpen = true;
      // One place more than lines: the field itself, between the last and the first.
      const places = options.length + 1;
      const step = key === 'ArrowDown' ? 1 : -1;
      this.active = ((this.active + 1 + step + places) % places) - 1;
    } else if (key === 'Home' || key === 'End') {
      this.active = -1;
    } else if (key === 'Enter' && isShown && options[this.active]) {
      event.preventDefault();
      options[this.active]?.choose();
    } else if (key === 'Escape' && (isShown || this.text)) {
      event.preventDefault();
      if (isShown) this.isOpen = false;
      else void this.#empty();
    }
  }

  #leave({ relatedTarget, currentTarget }: FocusEvent): void {
    if (!(currentTarget as Element).contains(relatedTarget as Node | null)) {
      this.isOpen = false;
      this.active = -1;
    }
  }

  protected override updated(): void {
    if (this.active >= 0) {
      this.shadowRoot?.getElementById(`o-${this.active}`)?.scrollIntoView({ block: 'nearest' });
    }
  }

  override render(): TemplateResult {
    const { text, language } = this.#localize;
    const options = this.#options;
    const isShown = this.isOpen && this.rows === 1 && options.length > 0;
    return html`<div
      class="root ${isShown ? 'open' : ''}"
      part="base"
      role="group"
      lang=${language}
      aria-label=${text.label}
    >
      <form part="box" @submit=${this.#submit}>
        <div
          class="combo"
          @focusout=${this.#leave}
          @keydown=${(event: KeyboardEvent) => this.#steer(event, options)}
        >
          <div class="frame">
            ${searchIcon}${this.#renderField(options, isShown)}
            <button
              class="clear"
              part="clear"
              type="button"
              aria-label=${text.clear}
              ?hidden=${!this.text}
              @click=${this.#empty}
            >
              ${clearIcon}
            </button>
          </div>
          ${this.#renderPopup(options, isShown)}
        </div>
        <button class="button primary" part="submit">${text.submit}</button>
      </form>
      ${this.rows > 1 ? html`<p class="label" id="keys">${text.keys}</p>` : nothing}
      ${this.#renderResults()}
    </div>`;
  }

  #renderField(options: readonly Option[], isShown: boolean): TemplateResult {
    const { text } = this.#localize;
    const hint = this.placeholder || text.hint;
    if (this.rows > 1) {
      return html`<textarea
        part="field"
        id="field"
        lang="th"
        aria-label=${text.field}
        rows=${this.rows}
        maxlength=${longestQuery}
        spellcheck="false"
        autocomplete="off"
        aria-describedby="keys"
        .value=${this.text}
        @input=${this.#input}
      ></textarea>`;
    }
    return html`<input
      part="field"
      id="field"
      lang="th"
      aria-label=${text.field}
      type="text"
      role="combobox"
      enterkeyhint="search"
      maxlength=${longestQuery}
      spellcheck="false"
      autocomplete="off"
      autocapitalize="off"
      placeholder=${hint}
      aria-autocomplete="list"
      aria-expanded=${isShown}
      aria-controls="options"
      aria-activedescendant=${isShown && options[this.active] ? `o-${this.active}` : nothing}
      .value=${this.text}
      @input=${this.#input}
      @click=${() => (this.isOpen = true)}
      @paste=${this.#paste}
    />`;
  }

  #renderPopup(options: readonly Option[], isShown: boolean): TemplateResult {
    const { text } = this.#localize;
    const isRecent = !this.text.trim();
    const { correction } = this.#suggestions.shown;
    return html`<div class="popup" part="popup" ?hidden=${!isShown}>
        ${
          isRecent || correction
            ? html`<p class="label">${isRecent ? text.recent : text.meant(correction!.used)}</p>`
            : nothing
        }
        <ul
          role="listbox"
          id="options"
          lang="th"
          aria-label=${isRecent ? text.recent : text.suggestions}
        >
          ${options.map(
            ({ content, about, choose }, at) =>
              // The keys are the field's: a line never has the focus.
              // eslint-disable-next-line lit-a11y/click-events-have-key-events
              html`<li
                role="option"
                part="option"
                id="o-${at}"
                aria-selected=${at === this.active}
                @pointerdown=${keepFocus}
                @click=${choose}
              >
                ${isRecent ? recentIcon : searchIcon}
                <span>${content}</span>
                ${about ? html`<span class="quiet">${about}</span>` : nothing}
              </li>`
          )}
        </ul>
        ${
          isRecent
            ? html`<button
                class="button plain"
                part="clear-recent"
                type="button"
                @click=${this.#forget}
              >
                ${clearIcon}${text.clearRecent}
              </button>`
            : nothing
        }
      </div>
      <p class="visually-hidden" role="status">
        ${isShown && !isRecent ? text.count(this.#localize.number(options.length)) : nothing}
      </p>`;
  }

  #forget(): void {
    clearRecent();
    this.isOpen = false;
    this.field.focus();
  }

  #renderResults(): unknown {
    const { text, language } = this.#localize;
    if (!this.request.q || this.#place === 'page') return nothing;
    if (this.resultsPart) return this.resultsPart.render({ language, services: text.services });
    return this.#hasFailed
      ? html`<p class="notice bad" part="error" role="alert">${text.failed}</p>`
      : html`<p class="label" role="status">${text.loading}</p>
          <slot ?hidden=${this.#place !== 'list'}></slot>`;
  }
}

/** Pressing a line must not take the focus from the field: leaving it closes the lines. */
const keepFocus = (event: Event) => event.preventDefault();
