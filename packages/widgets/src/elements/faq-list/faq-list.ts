import type { Faq, FaqListItem } from '@km-laas/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { Single } from '../../client/read.js';
import { getFaq, listFaqs } from '../../client/services/faqs.js';
import { DeepLinkController } from '../../controllers/deep-link-controller.js';
import { ListController } from '../../controllers/list-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { ResourceController } from '../../controllers/resource-controller.js';
import { copyText } from '../../internal/copy-text.js';
import { debounce } from '../../internal/debounce.js';
import { FeedbackController } from '../../internal/feedback/feedback-controller.js';
import { feedbackStyles } from '../../internal/feedback/feedback.styles.js';
import { chevronIcon, linkIcon } from '../../internal/icons.js';
import { KmElement } from '../../internal/km-element.js';
import { renderBlocks } from '../../internal/render-blocks.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderMore } from '../../internal/render-more.js';
import { renderFailure, renderSample, renderStates } from '../../internal/render-states.js';
import { serviceHref } from '../../internal/service-link.js';
import { renderSearchField } from '../../internal/render-search-field.js';
import { faqListStyles } from './faq-list.styles.js';
import { th } from './faq-list.th.js';

/** A reader is about to open or close an answer; `preventDefault()` keeps it as it is. */
export class KmFaqToggleEvent extends Event {
  constructor(
    /** Id of the question. */
    readonly faqId: string,
    /** Whether it is about to open. */
    readonly open: boolean
  ) {
    super('km-faq-toggle', { bubbles: true, composed: true, cancelable: true });
  }
}

/**
 * Questions people ask, with each answer folded away until wanted.
 *
 * @element km-faq-list
 * @since 0.1.0
 *
 * @slot - Fallback markup, shown until the questions arrive or if they never do.
 * @slot empty - Shown when no question matches.
 * @fires {KmFaqToggleEvent} km-faq-toggle - A reader is about to open or close an answer; cancelable.
 * @csspart base - The box around everything.
 * @csspart search - The field that filters.
 * @csspart toggle-all - The button that opens or closes all answers.
 * @csspart item - A question with its answer.
 * @csspart question - The button that opens an answer.
 * @csspart answer - An answer and what belongs to it.
 * @csspart copy-link - The button that copies the address of an answer.
 * @csspart feedback - The question whether an answer helped.
 * @csspart more - The button for more questions.
 * @csspart empty - What is shown when no question matches.
 * @csspart error - What is shown when the questions cannot be read.
 * @csspart offline - What is shown above saved questions.
 * @csspart checking - When what is shown was read, while the newest is asked for.
 * @cssproperty [--gap=0] - Space between questions.
 *
 * @example
 * <km-faq-list api="https://km.example.go.th" topic="budget"></km-faq-list>
 */
export class FaqListElement extends KmElement {
  static override styles = [KmElement.styles, feedbackStyles, faqListStyles];

  @query('input') private readonly input!: HTMLInputElement;
  @state() private search = '';
  @state() private opened: ReadonlySet<string> = new Set();
  @state() private copied = '';

  readonly #localize = new LocalizeController(this, {
    th,
    en: async () => (await import('./faq-list.en.js')).en,
  });
  readonly #link = new DeepLinkController(this, 'faq', (id) => this.#follow(id));
  readonly #faqs = new ListController(this, {
    api: () => this.apiAddress,
    query: () => ({ topic: this.topic, q: this.search.trim(), pageSize: this.pageSize }),
    load: listFaqs,
  });
  /** What belongs to each opened answer; read when it is first opened. */
  readonly #details = new Map<string, ResourceController<Single<Faq>, [string]>>();
  readonly #feedback = new FeedbackController(this, 'faqs');
  /** The question an address leads to, until it could be shown. */
  #awaited = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('item') && this.item) this.#setOpen([this.item], true);
  }

  protected override updated(): void {
    const question =
      this.#awaited && this.shadowRoot?.querySelector<HTMLElement>(`#q-${this.#awaited}`);
    if (question) {
      this.#awaited = '';
      question.scrollIntoView();
      question.focus({ preventScroll: true });
    }
  }

  /** Opens the answers of all questions shown. */
  openAll(): void {
    this.#setOpen(
      this.#shown().map(({ id }) => id),
      true
    );
  }

  /** Closes all answers. */
  closeAll(): void {
    this.opened = new Set();
  }

  #follow(id: string): void {
    if (!id) return;
    this.#awaited = id;
    this.#setOpen([id], true);
  }

  #setOpen(ids: readonly string[], open: boolean): void {
    const opened = new Set(this.opened);
    for (const id of ids) {
      if (open) {
        opened.add(id);
        this.#readDetails(id);
      } else {
        opened.delete(id);
      }
    }
    this.opened = opened;
  }

  #readDetails(id: string): void {
    if (this.#details.has(id)) return;
    this.#details.set(
      id,
      new ResourceController(this, {
        args: () => (this.opened.has(id) ? [this.apiAddress] : null),
        load: ([api], options) => getFaq(id, { api, ...options }),
      })
    );
  }

  #toggle(id: string): void {
    const open = !this.opened.has(id);
    if (this.dispatchEvent(new KmFaqToggleEvent(id, open))) this.#setOpen([id], open);
  }

  readonly #filter = debounce(() => {
    this.search = this.input.value;
  });

  async #copy(id: string): Promise<void> {
    if (await copyText(this.#link.href(id), this)) {
      this.copied = id;
    } else {
      // No clipboard at all: the address bar then holds what was wanted.
      this.#link.open(id);
    }
  }

  /** The questions of the list; first the one an address asks for, when the list has it not. */
  #shown(): readonly FaqListItem[] {
    const items = this.#faqs.value?.items ?? [];
    const wanted = this.#details.get(this.#link.id)?.value?.item;
    return !wanted || this.search || items.some(({ id }) => id === wanted.id)
      ? items
      : [wanted, ...items];
  }

  override render(): TemplateResult {
    const { text } = this.#localize;
    return renderStates({
      host: this,
      localize: this.#localize,
      resource: this.#faqs,
      label: text.label,
      toolbar: this.#renderToolbar(),
      rows: Math.min(this.pageSize, 6),
      isEmpty: () => !this.#shown().length,
      empty: html`<p><strong>${text.empty}</strong></p>
        <p class="quiet">${text.emptyHint}</p>`,
      loaded: () =>
        html`${this.#renderMissing()}
          <div class="list">${this.#shown().map((faq) => this.#renderItem(faq))}</div>
          ${renderMore(this.#faqs, this.#localize)}`,
    });
  }

  #renderToolbar(): TemplateResult {
    const { text } = this.#localize;
    const shown = this.#shown();
    const areOpen = shown.length > 0 && shown.every(({ id }) => this.opened.has(id));
    return html`<div class="toolbar">
      ${renderSearchField(text, this.search, this.#filter)}
      <button
        class="button"
        part="toggle-all"
        type="button"
        ?disabled=${!shown.length}
        @click=${() => (areOpen ? this.closeAll() : this.openAll())}
      >
        ${areOpen ? text.closeAll : text.openAll}
      </button>
    </div>`;
  }

  /** Says so when the question an address leads to is not there any more. */
  #renderMissing(): unknown {
    const wanted = this.#details.get(this.#link.id);
    return wanted?.error?.kind === 'notFound'
      ? renderFailure(wanted.error, wanted, this.#localize)
      : nothing;
  }

  #renderItem(faq: FaqListItem): TemplateResult {
    const { id } = faq;
    const isOpen = this.opened.has(id);
    const level = this.outlineLevel();
    const button = html`<button
      class="question"
      part="question"
      type="button"
      id="q-${id}"
      aria-expanded=${isOpen}
      aria-controls="a-${id}"
      @click=${() => this.#toggle(id)}
    >
      <span>
        <span lang="th">${faq.question}</span>
        ${
          faq.pinned
            ? html`<span class="chip accent">${this.#localize.text.pinned}</span>`
            : nothing
        }
        ${renderSample(faq, this.#localize)}
      </span>
      ${chevronIcon}
    </button>`;
    return html`<div class="item" part="item">
      ${renderHeading(level, button)}
      <div class="answer" part="answer" id="a-${id}" ?hidden=${!isOpen}>
        ${isOpen ? this.#renderAnswer(faq, level) : nothing}
      </div>
    </div>`;
  }

  #renderAnswer(faq: FaqListItem, level: number): TemplateResult {
    const { text } = this.#localize;
    const { id } = faq;
    return html`${renderBlocks(faq.answer, { api: this.apiAddress, level })}
      ${
        faq.errorMessages.length
          ? html`<div class="aside">
              <p class="label">${text.errorMessages}</p>
              <div class="chips" lang="th">
                ${faq.errorMessages.map((message) => html`<code class="chip">${message}</code>`)}
              </div>
            </div>`
          : nothing
      }
      ${this.#renderRelated(id)}
      <div class="footer no-print">
        ${this.#renderAbout(faq)}
        <span>
          <span class="quiet" role="status">${this.copied === id ? text.copied : nothing}</span>
          <button
            class="button plain"
            part="copy-link"
            type="button"
            @click=${() => this.#copy(id)}
          >
            ${linkIcon}${text.copyLink}
          </button>
        </span>
      </div>
      ${this.#feedback.render(id)}`;
  }

  #renderRelated(id: string): unknown {
    const item = this.#details.get(id)?.value?.item;
    const links = [
      ...(item?.relatedManuals ?? []).map((manual) => ({ ...manual, service: 'manual' as const })),
      ...(item?.relatedLaws ?? []).map((law) => ({ ...law, service: 'law' as const })),
    ];
    if (!links.length) return nothing;
    return html`<div class="aside">
      <p class="label" id="r-${id}">${this.#localize.text.related}</p>
      <ul role="list" aria-labelledby="r-${id}" lang="th">
        ${links.map(
          (link) =>
            html`<li>
              <a href=${serviceHref(this.apiAddress, link.service, link.id)}>${link.title}</a>
            </li>`
        )}
      </ul>
    </div>`;
  }

  #renderAbout({ topics, audience, appliesTo }: FaqListItem): TemplateResult {
    const { text, language } = this.#localize;
    const about = [
      ...topics.map((topic) => (language === 'en' && topic.titleEn) || topic.titleTh),
      ...(audience === 'everyone' ? [] : [text.audience[audience]]),
      ...(appliesTo === 'both' ? [] : [text.appliesTo[appliesTo]]),
    ];
    return html`<span class="chips">
      ${about.map((word) => html`<span class="chip">${word}</span>`)}
    </span>`;
  }
}
