import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { copyText } from '../copy-text.js';
import { linkIcon } from '../icons.js';
import type { Localizer } from '../render-states.js';

/** Buttons that put a text on the clipboard and say whether it is there. */
export class CopyController {
  readonly #host: ReactiveControllerHost & Element;
  #last: { text: string; isCopied: boolean } | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
  }

  /**
   * A button and the place where its outcome is told.
   *
   * @param failed - What to do when the browser does not let the text through.
   * @param part - Name of the button's part.
   */
  render(
    text: string,
    label: string,
    failed: string,
    part: string,
    localize: Localizer
  ): TemplateResult {
    const last = this.#last?.text === text ? this.#last : undefined;
    return html`<span class="copy no-print">
      <button class="button" part=${part} type="button" @click=${() => this.#copy(text)}>
        ${linkIcon}${label}
      </button>
      <span class="quiet" role="status"
        >${last ? (last.isCopied ? localize.text.copied : failed) : nothing}</span
      >
    </span>`;
  }

  async #copy(text: string): Promise<void> {
    this.#last = { text, isCopied: await copyText(text, this.#host) };
    this.#host.requestUpdate();
  }
}
