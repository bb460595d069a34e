import { html } from 'lit';
import { listFaqs } from '../../client/services/faqs.js';
import { ListController } from '../../controllers/list-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { DeepLinkController } from '../../controllers/deep-link-controller.js';
import { KmElement } from '../../internal/km-element.js';
import { renderBlocks } from '../../internal/render-blocks.js';
import { renderMore } from '../../internal/render-more.js';
import { renderSample, renderStates } from '../../internal/render-states.js';
import { th } from './faq-list.th.js';

export class FaqListElement extends KmElement {
  readonly #localize = new LocalizeController(this, {
    th,
    en: async () => (await import('./faq-list.en.js')).en,
  });
  readonly #link = new DeepLinkController(this, 'faq');
  readonly #faqs = new ListController(this, {
    api: () => this.apiAddress,
    query: () => ({ topic: this.topic, pageSize: this.pageSize }),
    load: listFaqs,
  });

  override render() {
    const { text } = this.#localize;
    return renderStates({
      host: this,
      localize: this.#localize,
      resource: this.#faqs,
      label: text.label,
      rows: this.pageSize,
      isEmpty: ({ items }) => items.length === 0,
      empty: text.empty,
      loaded: ({ items }) =>
        html`${items.map(
          (faq) =>
            html`<p>
                <a href=${this.#link.href(faq.id)}>${faq.question}</a>
                ${renderSample(faq, this.#localize)}
              </p>
              ${renderBlocks(faq.answer, { api: this.apiAddress, level: 4 })} `
        )}
        ${renderMore(this.#faqs, this.#localize)}`,
    });
  }
}
