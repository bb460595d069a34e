import { html, type TemplateResult } from 'lit';
import { operationUrl, type Query } from '../../client/read.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { downloadIcon } from '../../internal/icons.js';
import { printItem } from '../../internal/item/print-item.js';
import type { KmElement } from '../../internal/km-element.js';
import { th } from './subsidy-exports.th.js';

/** Ways to take the transfers along: as files, and on paper. */
export class SubsidyExports {
  readonly #host: KmElement;
  readonly #localize;

  constructor(host: KmElement) {
    this.#host = host;
    this.#localize = new LocalizeController(host, {
      th,
      en: async () => (await import('./subsidy-exports.en.js')).en,
    });
    host.requestUpdate();
  }

  /** @param query - What is shown; the files have all of it. */
  render(query: Query): TemplateResult {
    const { text } = this.#localize;
    const renderLink = (ending: string) =>
      html`<a
        class="button"
        part="download"
        href=${operationUrl(this.#host.apiAddress, `/subsidies.${ending}`, query)}
        download
        >${downloadIcon}<span class="visually-hidden">${text.download}</span>
        ${ending.toUpperCase()}</a
      >`;
    return html`<div class="chips no-print">
      ${renderLink('csv')} ${renderLink('xlsx')}
      <button class="button" part="print" type="button" @click=${() => printItem(this.#host)}>
        ${text.print}
      </button>
    </div>`;
  }
}
