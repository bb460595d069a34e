import type { Form } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { getForm, listForms } from '../../client/services/forms.js';
import { ListController } from '../../controllers/list-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { TopicController } from '../../controllers/topic-controller.js';
import { debounce } from '../../internal/debounce.js';
import { entryStyles } from '../../internal/item/entry.styles.js';
import { ItemController } from '../../internal/item/item-controller.js';
import { renderBack } from '../../internal/item/render-back.js';
import { KmElement } from '../../internal/km-element.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderMore } from '../../internal/render-more.js';
import { renderSample, renderStates } from '../../internal/render-states.js';
import { renderTopicSelect } from '../../internal/render-topic-select.js';
import { renderSearchField } from '../../internal/render-search-field.js';
import { formDownloaderStyles } from './form-downloader.styles.js';
import { th } from './form-downloader.th.js';
import type { FormPage } from './form-page.js';
import { renderDownloads, renderSuperseded } from './render-downloads.js';

export { KmFormDownloadEvent } from './render-downloads.js';

/**
 * Forms to fill in, each as a file to edit and one to print, with a warning on old ones.
 *
 * @element km-form-downloader
 * @since 0.1.0
 *
 * @slot - Fallback markup, shown until the forms arrive or if they never do.
 * @slot empty - Shown when no form matches.
 * @fires {KmFormDownloadEvent} km-form-download - A reader is about to download a file of a form; cancelable.
 * @csspart base - The box around everything.
 * @csspart search - The field that filters.
 * @csspart filter - The choice of a menu.
 * @csspart item - A form in the list.
 * @csspart download - A button that downloads a file.
 * @csspart superseded - The warning that another form is to be used.
 * @csspart more - The button for more forms.
 * @csspart back - The button that leads from one form back to the list.
 * @csspart copy-link - The button that copies the address of a form.
 * @csspart print - The button that prints what is known of a form.
 * @csspart empty - What is shown when no form matches.
 * @csspart error - What is shown when the forms cannot be read.
 * @csspart offline - What is shown above saved forms.
 * @csspart checking - When what is shown was read, while the newest is asked for.
 *
 * @example
 * <km-form-downloader api="https://km.example.go.th" topic="access"></km-form-downloader>
 */
export class FormDownloaderElement extends KmElement {
  static override styles = [KmElement.styles, entryStyles, formDownloaderStyles];

  @query('input') private readonly input!: HTMLInputElement | null;
  @state() private search = '';

  /** Leaves search and filter out, for a short list on a home page. */
  @property({ type: Boolean, attribute: 'no-filters' }) noFilters = false;

  readonly #localize = new LocalizeController(this, {
    th,
    en: async () => (await import('./form-downloader.en.js')).en,
  });
  readonly #form = new ItemController<Form>(this, {
    service: 'form',
    load: getForm,
    prepare: async () => {
      const { FormPage } = await import('./form-page.js');
      this.#page ??= new FormPage(this, this.#form, this.#localize);
    },
  });
  readonly #topics = new TopicController(this, () => !this.#form.id && !this.noFilters);
  readonly #forms = new ListController(this, {
    api: () => this.apiAddress,
    query: () =>
      this.#form.id
        ? null
        : { topic: this.#topics.slug, q: this.search.trim(), pageSize: this.pageSize },
    load: listForms,
  });
  #page: FormPage | undefined;

  override render(): TemplateResult {
    return this.#form.id ? this.#renderItem() : this.#renderList();
  }

  readonly #filter = debounce(() => {
    this.search = this.input?.value ?? '';
  });

  readonly #clear = () => {
    this.search = '';
    this.#topics.choose('');
    if (this.input) {
      this.input.value = '';
      // The button that did it is about to go.
      this.input.focus();
    }
  };

  #renderItem(): TemplateResult {
    return renderStates({
      host: this,
      localize: this.#localize,
      resource: this.#form,
      label: this.#localize.text.label,
      toolbar:
        this.#page?.tools.render() ??
        html`<div class="toolbar">${renderBack(this.#form, this.#localize)}</div>`,
      rows: 2,
      loaded: ({ item }) => this.#page?.render(item),
    });
  }

  #renderList(): TemplateResult {
    const { text } = this.#localize;
    return renderStates({
      host: this,
      localize: this.#localize,
      resource: this.#forms,
      label: text.label,
      toolbar: this.noFilters ? nothing : this.#renderFilters(),
      rows: Math.min(this.pageSize, 6),
      isEmpty: ({ items }) => !items.length,
      empty: html`<p><strong>${text.empty}</strong></p>
        <p class="quiet">${text.emptyHint}</p>
        ${
          this.search || this.#topics.chosen
            ? html`<button class="button" type="button" @click=${this.#clear}>
                ${text.clear}
              </button>`
            : nothing
        }`,
      loaded: ({ items }) =>
        html`<ul role="list" data-list tabindex="-1">
            ${items.map((form) => this.#renderCard(form))}
          </ul>
          ${renderMore(this.#forms, this.#localize)}`,
    });
  }

  #renderFilters(): TemplateResult {
    const { text } = this.#localize;
    return html`<div class="toolbar">
      ${renderSearchField(text, this.search, this.#filter)}
      ${renderTopicSelect(this.#topics, this.#localize, { label: text.menu, all: text.allMenus })}
    </div>`;
  }

  #renderCard(form: Form): TemplateResult {
    const { text } = this.#localize;
    const { link } = this.#form;
    const facts = [
      form.version && text.edition(form.version),
      form.pageCount && text.pages(this.#localize.number(form.pageCount)),
      text.updated(this.#localize.date(form.updatedAt, 'medium')),
    ];
    return html`<li class="card" part="item">
      <p class="chips">
        <span class="code">${form.code}</span> ${renderSample(form, this.#localize)}
      </p>
      <div class="about">
        ${renderHeading(
          this.outlineLevel(),
          html`<a href=${link.href(form.id)} lang="th">${form.title}</a>`
        )}
        <p lang="th">${form.purpose}</p>
        ${
          form.usedBy
            ? html`<p class="quiet">${text.usedBy}: <span lang="th">${form.usedBy}</span></p>`
            : nothing
        }
        ${renderSuperseded(form, text, (id) => link.href(id))}
      </div>
      <p class="facts-line quiet">${facts.map((fact) => fact && html`<span>${fact}</span>`)}</p>
      ${renderDownloads(this, form, this.#localize)}
    </li>`;
  }
}
