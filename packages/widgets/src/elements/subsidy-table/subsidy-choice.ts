import { html, type TemplateResult } from 'lit';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { AuthorityPicker } from '../../internal/authority/authority-picker.js';
import {
  recallAuthority,
  rememberAuthority,
} from '../../internal/authority/remembered-authority.js';
import type { KmElement } from '../../internal/km-element.js';
import { th } from './subsidy-choice.th.js';

/** The reader's own authority, chosen once and remembered, where the page names none. */
export class SubsidyChoice {
  /** Code of the authority; empty until one is chosen. */
  authority = recallAuthority();

  readonly #host: KmElement;
  readonly #localize;
  readonly #picker: AuthorityPicker;

  constructor(host: KmElement) {
    this.#host = host;
    this.#localize = new LocalizeController(host, {
      th,
      en: async () => (await import('./subsidy-choice.en.js')).en,
    });
    this.#picker = new AuthorityPicker(host, ({ code }) => this.#choose(code, '[data-area]'));
    host.requestUpdate();
  }

  /** The field that finds an authority. */
  renderPicker(): TemplateResult {
    return this.#picker.render();
  }

  /** The button that leads back to it. */
  renderChange(): TemplateResult {
    return html`<button
      class="button"
      part="change"
      type="button"
      @click=${() => this.#choose('', '#authority')}
    >
      ${this.#localize.text.change}
    </button>`;
  }

  /** @param aim - Where the focus goes as soon as it is there. */
  #choose(code: string, aim: string): void {
    rememberAuthority(code);
    this.authority = code;
    this.#picker.clear();
    this.#host.requestUpdate();
    void this.#focus(aim);
  }

  async #focus(aim: string): Promise<void> {
    // The answer is waited for as long as a reader would; after that the focus is somewhere else.
    for (let turn = 0; turn < 100; turn++) {
      await this.#host.updateComplete;
      const found = this.#host.renderRoot.querySelector<HTMLElement>(aim);
      if (found) return found.focus();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
