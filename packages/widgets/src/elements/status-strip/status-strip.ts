import type { StatusNotice, SystemStatus } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Single } from '../../client/read.js';
import { getStatus } from '../../client/services/status.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { ResourceController } from '../../controllers/resource-controller.js';
import { chooseValue } from '../../internal/choose.js';
import { KmElement } from '../../internal/km-element.js';
import { renderSample, renderStates } from '../../internal/render-states.js';
import { currentStatus } from './current-status.js';
import { statusStripStyles } from './status-strip.styles.js';
import { th } from './status-strip.th.js';

const tones = { normal: 'good', slow: 'warning', closed: 'bad' } as const;
/** Milliseconds between looks at the server while the page is seen. */
const lookEvery = 5 * 60_000;

/**
 * Whether e-LAAS works as usual, is slow or closed, since when, and what to do meanwhile.
 *
 * It goes by the clock and by what the browser has kept, so that it still tells the truth when
 * neither e-LAAS nor the knowledge bank can be reached. `topic`, `authority`, `limit`, `item` and
 * `item-href` have no effect here.
 *
 * @element km-status-strip
 * @since 0.1.0
 *
 * @slot - Fallback markup, shown until the state is known or if it never is.
 * @slot empty - Never shown: there always is a state.
 * @csspart base - The box around everything.
 * @csspart state - The state that holds now.
 * @csspart coming - What is announced for later.
 * @csspart empty - Never shown.
 * @csspart error - What is shown when the state cannot be read.
 * @csspart offline - What is shown above a saved state.
 * @csspart checking - When what is shown was read, while the newest is asked for.
 *
 * @example
 * <km-status-strip api="https://km.example.go.th" when="trouble"></km-status-strip>
 */
export class StatusStripElement extends KmElement {
  static override styles = [KmElement.styles, statusStripStyles];

  /** `always`, or `trouble`: only while something is wrong or announced. */
  @property() when = 'always';

  readonly #localize = new LocalizeController(this, {
    th,
    en: async () => (await import('./status-strip.en.js')).en,
  });
  readonly #status = new ResourceController<Single<SystemStatus>, readonly [string]>(this, {
    args: () => [this.apiAddress],
    load: ([api], options) => getStatus({ api, ...options }),
  });
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Not all pages of the country at once.
    const pause = lookEvery * (0.75 + Math.random() / 2);
    this.#timer = setInterval(() => document.hidden || void this.#status.retry(), pause);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override updated(): void {
    this.toggleAttribute('data-silent', this.#isSilent());
  }

  /** A strip that only speaks of trouble does not speak of its own. */
  #isSilent(): boolean {
    if (chooseValue(this, 'when', this.when, ['always', 'trouble']) === 'always') return false;
    const { value } = this.#status;
    const now = value && currentStatus(value.item);
    return !now || !(now.holding.length || now.coming.length);
  }

  override render(): TemplateResult | typeof nothing {
    const { text } = this.#localize;
    if (this.#isSilent()) return nothing;
    return renderStates({
      host: this,
      localize: this.#localize,
      label: text.label,
      resource: this.#status,
      rows: 1,
      loaded: ({ item }) => {
        const { state, holding, coming } = currentStatus(item);
        return html`<div class="state" part="state" data-state=${state} role="status">
            ${
              holding.length
                ? holding.map((notice) => this.#renderNotice(notice))
                : html`<p class="headline">
                    ${this.#renderChip('normal')}<span>${text.normal}</span>
                  </p>`
            }
          </div>
          ${coming.map((notice) => this.#renderComing(notice))}`;
      },
    });
  }

  #renderChip(state: keyof typeof tones): TemplateResult {
    return html`<span class="chip ${tones[state]}">${this.#localize.text.state[state]}</span>`;
  }

  #renderNotice(notice: StatusNotice): TemplateResult {
    const { text } = this.#localize;
    const { state, headline, startsAt, endsAt, advice } = notice;
    return html`<div class="notice-words">
      <p class="headline">
        ${this.#renderChip(state)} ${renderSample(notice, this.#localize)}
        <strong lang="th">${headline}</strong>
      </p>
      <p class="times">
        <span>${text.since(this.#localize.dateTime(startsAt))}</span>
        <span>${endsAt ? text.until(this.#localize.dateTime(endsAt)) : text.unknownEnd}</span>
      </p>
      ${
        advice.length
          ? html`<p class="advice-label">${text.advice}</p>
              <ol class="advice" lang="th">
                ${advice.map((step) => html`<li>${step}</li>`)}
              </ol>`
          : nothing
      }
    </div>`;
  }

  #renderComing(notice: StatusNotice): TemplateResult {
    const { text } = this.#localize;
    const { state, headline, startsAt, endsAt } = notice;
    const start = this.#localize.dateTime(startsAt);
    return html`<p class="coming" part="coming">
      <span class="chip accent">${text.coming}</span> ${this.#renderChip(state)}
      ${renderSample(notice, this.#localize)}
      <span lang="th">${headline}</span>
      <span class="quiet"
        >${endsAt ? text.span(start, this.#localize.dateTime(endsAt)) : text.from(start)}</span
      >
    </p>`;
  }
}
