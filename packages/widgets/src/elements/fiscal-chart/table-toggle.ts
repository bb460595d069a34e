import { html, type TemplateResult } from 'lit';
import type { ViewContext } from './fiscal-views.js';

/** A table that readers open below its chart, and that is always printed. */
export class TableToggle {
  readonly #context: ViewContext;
  #isOpen = false;

  constructor(context: ViewContext) {
    this.#context = context;
  }

  render(renderTable: () => TemplateResult): TemplateResult {
    const { host, localize } = this.#context;
    return html`<button
        class="button no-print"
        part="table-toggle"
        type="button"
        aria-expanded=${this.#isOpen}
        aria-controls="table"
        @click=${() => {
          this.#isOpen = !this.#isOpen;
          host.requestUpdate();
        }}
      >
        ${this.#isOpen ? localize.text.hideTable : localize.text.showTable}
      </button>
      <div id="table" class=${this.#isOpen ? '' : 'print-only'}>${renderTable()}</div>`;
  }
}
