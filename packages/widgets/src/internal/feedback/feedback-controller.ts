import type { FeedbackBody, FeedbackReason } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { sendFeedback } from '../../client/feedback.js';
import { ServiceError, type FailureKind } from '../../client/service-error.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { warningIcon } from '../icons.js';
import type { KmElement } from '../km-element.js';
import { th } from './feedback.th.js';

/** How far a reader has come with one item. */
interface Progress {
  helpful?: boolean;
  sending?: boolean;
  thanked?: boolean;
  failure?: FailureKind;
}

const reasons: Record<'true' | 'false', readonly FeedbackReason[]> = {
  true: ['clear', 'solved', 'other'],
  false: ['unclear', 'outdated', 'incomplete', 'wrong', 'other'],
};

/** Asks whether an item helped, why, and sends the answer; needs no account. */
export class FeedbackController {
  readonly #host: KmElement;
  readonly #service: 'faqs' | 'manuals';
  readonly #localize: LocalizeController<typeof th>;
  readonly #progress = new Map<string, Progress>();

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
    const { helpful, thanked } = this.#progress.get(id) ?? {};
    return html`<div class="feedback no-print" part="feedback">
      ${
        thanked
          ? html`<p class="thanks" tabindex="-1" role="status">${text.thanks}</p>`
          : html`<div class="chips" role="group" aria-label=${text.feedback}>
                <span aria-hidden="true">${text.feedback}</span>
                ${this.#renderChoice(id, true)} ${this.#renderChoice(id, false)}
              </div>
              ${helpful === undefined ? nothing : this.#renderForm(id, helpful)}`
      }
    </div>`;
  }

  #renderChoice(id: string, helpful: boolean): TemplateResult {
    const { text } = this.#localize;
    return html`<button
      class="button"
      type="button"
      aria-pressed=${this.#progress.get(id)?.helpful === helpful}
      @click=${() => this.#note(id, { helpful })}
    >
      ${helpful ? text.yes : text.no}
    </button>`;
  }

  #renderForm(id: string, helpful: boolean): TemplateResult {
    const { text } = this.#localize;
    const { sending, failure } = this.#progress.get(id) ?? {};
    return html`<form @submit=${(event: SubmitEvent) => this.#submit(event, id, helpful)}>
      <fieldset>
        <legend>${text.reasonOf(helpful)}</legend>
        ${reasons[`${helpful}`].map(
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
      ${
        failure
          ? html`<div class="notice bad" role="alert">
              ${warningIcon}
              <p>${text.failure[failure]}</p>
            </div>`
          : nothing
      }
      <button class="button primary" aria-disabled=${!!sending}>
        ${sending ? text.sending : text.send}
      </button>
    </form>`;
  }

  async #submit(event: SubmitEvent, id: string, helpful: boolean): Promise<void> {
    event.preventDefault();
    if (this.#progress.get(id)?.sending) return;
    const fields = new FormData(event.target as HTMLFormElement);
    const reason = fields.get('reason') as FeedbackReason | null;
    const comment = String(fields.get('comment')).trim();
    const body: FeedbackBody = {
      helpful,
      ...(reason && { reason }),
      ...(comment && { comment }),
    };
    this.#note(id, { helpful, sending: true });
    try {
      await sendFeedback(this.#host.apiAddress, this.#service, id, body);
      this.#note(id, { thanked: true });
      // The form that held the focus is gone; what took its place gets it.
      await this.#host.updateComplete;
      this.#host.shadowRoot?.querySelector<HTMLElement>('.thanks:last-of-type')?.focus();
    } catch (error) {
      const failure = error instanceof ServiceError ? error.kind : 'server';
      this.#note(id, { helpful, failure });
    }
  }

  #note(id: string, progress: Progress): void {
    this.#progress.set(id, progress);
    this.#host.requestUpdate();
  }
}
