import type { FeedbackBody, FeedbackReason } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { sendFeedback } from '../../client/feedback.js';
import { ServiceError, type FailureKind } from '../../client/service-error.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { warningIcon } from '../icons.js';
import type { KmElement } from '../km-element.js';
import { th } from './feedback.th.js';

/** How far a reader has come with one item. */
type Progress = 'sending' | 'thanked' | FailureKind;

const reasons: readonly FeedbackReason[] = ['unclear', 'outdated', 'incomplete', 'wrong', 'other'];

/**
 * Asks whether an item helped; needs no account.
 *
 * Yes is sent as it is; who says no is asked why first.
 */
export class FeedbackController {
  readonly #host: KmElement;
  readonly #service: 'faqs' | 'manuals';
  readonly #localize: LocalizeController<typeof th>;
  readonly #progress = new Map<string, Progress>();
  /** Items a reader has said no to. */
  readonly #explaining = new Set<string>();

  constructor(host: KmElement, service: 'faqs' | 'manuals') {
    this.#host = host;
    this.#service = service;
    this.#localize = new LocalizeController(host, {
      th,
      en: async () => (await import('./feedback.en.js')).en,
    });
  }

  /** The question and what follows from its answer, for one item. */
  render(id: string): TemplateResult {
    const { text } = this.#localize;
    const progress = this.#progress.get(id);
    return html`<div class="feedback no-print" part="feedback">
      ${
        progress === 'thanked'
          ? html`<p class="thanks" id="f-${id}" tabindex="-1" role="status">${text.thanks}</p>`
          : html`<div class="chips">
                <p>${text.feedback}</p>
                <button
                  class="button"
                  type="button"
                  @click=${() => this.#send(id, { helpful: true })}
                >
                  ${text.yes}
                </button>
                <button
                  class="button"
                  type="button"
                  aria-expanded=${this.#explaining.has(id)}
                  @click=${() => this.#ask(id)}
                >
                  ${text.no}
                </button>
              </div>
              ${this.#explaining.has(id) ? this.#renderForm(id) : nothing}
              ${
                progress && progress !== 'sending'
                  ? html`<div class="notice bad" role="alert">
                      ${warningIcon}
                      <p>${text.failure[progress]}</p>
                    </div>`
                  : nothing
              }`
      }
    </div>`;
  }

  #renderForm(id: string): TemplateResult {
    const { text } = this.#localize;
    return html`<form @submit=${(event: SubmitEvent) => this.#submit(event, id)}>
      <fieldset>
        <legend>${text.why}</legend>
        ${reasons.map(
          (reason) =>
            html`<label class="choice"
              ><input type="radio" name="reason" value=${reason} />${text.reasons[reason]}</label
            >`
        )}
      </fieldset>
      <label>
        <span class="label">${text.comment}</span>
        <textarea class="field" name="comment" rows="3" maxlength="500"></textarea>
        <span class="label">${text.commentHint}</span>
      </label>
      <button class="button primary">${text.send}</button>
    </form>`;
  }

  #ask(id: string): void {
    this.#explaining.add(id);
    this.#host.requestUpdate();
  }

  #submit(event: SubmitEvent, id: string): void {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const reason = fields.get('reason') as FeedbackReason | null;
    const comment = String(fields.get('comment')).trim();
    void this.#send(id, {
      helpful: false,
      ...(reason && { reason }),
      ...(comment && { comment }),
    });
  }

  async #send(id: string, body: FeedbackBody): Promise<void> {
    if (this.#progress.get(id) === 'sending') return;
    this.#note(id, 'sending');
    try {
      await sendFeedback(this.#host.apiAddress, this.#service, id, body);
      this.#note(id, 'thanked');
      // The button that held the focus is gone; what took its place gets it.
      await this.#host.updateComplete;
      this.#host.shadowRoot?.querySelector<HTMLElement>(`#f-${id}`)?.focus();
    } catch (error) {
      this.#note(id, error instanceof ServiceError ? error.kind : 'server');
    }
  }

  #note(id: string, progress: Progress): void {
    this.#progress.set(id, progress);
    this.#host.requestUpdate();
  }
}
