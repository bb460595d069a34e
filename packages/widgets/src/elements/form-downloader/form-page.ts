import type { Form } from '@km-laas/contract';
import { html, type TemplateResult } from 'lit';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { addStyles } from '../../internal/item/add-styles.js';
import type { ItemController } from '../../internal/item/item-controller.js';
import { ItemTools } from '../../internal/item/item-tools.js';
import { pageStyles } from '../../internal/item/page.styles.js';
import { renderFacts } from '../../internal/item/render-facts.js';
import type { KmElement } from '../../internal/km-element.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderSample } from '../../internal/render-states.js';
import type { FormTranslation } from './form-downloader.th.js';
import { formPageStyles } from './form-page.styles.js';
import { th } from './form-page.th.js';
import { renderDownloads, renderSuperseded } from './render-downloads.js';

/** The page of one form; fetched when a reader opens the first. */
export class FormPage {
  readonly tools: ItemTools;
  readonly #host: KmElement;
  readonly #item: ItemController<Form>;
  readonly #forms: LocalizeController<FormTranslation>;
  readonly #localize;

  /** @param forms - Words of the element itself. */
  constructor(
    host: KmElement,
    item: ItemController<Form>,
    forms: LocalizeController<FormTranslation>
  ) {
    this.#host = host;
    this.#item = item;
    this.#forms = forms;
    this.#localize = new LocalizeController(host, {
      th,
      en: async () => (await import('./form-page.en.js')).en,
    });
    this.tools = new ItemTools(host, item, this.#localize);
    addStyles(host, pageStyles, formPageStyles);
  }

  render(form: Form): TemplateResult {
    const { text, language } = this.#localize;
    const { usedBy } = this.#forms.text;
    const menus = form.topics.map(
      ({ titleTh, titleEn }) => (language === 'en' && titleEn) || titleTh
    );
    return html`<article class="item form ${form.supersededBy ? 'old' : ''}">
      <header class="head">
        <p class="chips">
          <span class="code">${form.code}</span> ${renderSample(form, this.#localize)}
        </p>
        <div data-item tabindex="-1" lang="th">
          ${renderHeading(this.#host.outlineLevel(), form.title)}
        </div>
        <p class="lead" lang="th">${form.purpose}</p>
      </header>
      ${renderSuperseded(form, this.#forms.text, (id) => this.#item.link.href(id))}
      ${renderDownloads(this.#host, form, this.#forms)}
      ${renderFacts([
        [text.version, form.version],
        [text.pageCount, form.pageCount && this.#localize.number(form.pageCount)],
        [usedBy, form.usedBy && html`<span lang="th">${form.usedBy}</span>`],
        [text.updatedOn, this.#localize.date(form.updatedAt)],
        [text.menus, menus.join(', ')],
      ])}
    </article>`;
  }
}
