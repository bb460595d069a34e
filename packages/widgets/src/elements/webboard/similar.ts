import type { SearchHit } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { operationUrl } from '../../client/operation-url.js';
import { requestJson } from '../../client/request.js';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import { debounce } from '../../internal/debounce.js';
import { safeAddress } from '../../internal/safe-address.js';
import type { Board } from './board.js';
import type { ComposerTranslation } from './composer.th.js';
import { dropDraft } from './drafts.js';

/** Fewer letters than this say nothing yet. */
const fewestLetters = 6;

/** What was asked and answered before, while a title is typed. */
export class Similar {
  /** What answered the question; undefined until the writer says so. */
  solvedBy: SearchHit | undefined;

  readonly #board: Board;
  readonly #localize: LocalizeController<ComposerTranslation>;
  readonly #title: () => string;
  #hits: readonly SearchHit[] = [];
  #flight: AbortController | undefined;

  constructor(
    board: Board,
    localize: LocalizeController<ComposerTranslation>,
    title: () => string
  ) {
    this.#board = board;
    this.#localize = localize;
    this.#title = title;
  }

  /** Looks for what is like a title, when its writer draws breath. */
  readonly look = debounce((title: string) => void this.#read(title.trim()));

  /** Begins anew with the next question. */
  forget(): void {
    this.#hits = [];
    this.solvedBy = undefined;
  }

  async #read(title: string): Promise<void> {
    this.#flight?.abort();
    const flight = (this.#flight = new AbortController());
    let hits: readonly SearchHit[] = [];
    if (title.length >= fewestLetters) {
      try {
        const url = operationUrl(this.#board.host.apiAddress, '/search/similar', { q: title });
        const answer = (await requestJson(url, flight.signal)) as { data?: SearchHit[] } | null;
        hits = (answer?.data ?? []).filter((hit) => typeof hit?.title?.text === 'string');
      } catch {
        // One can ask without suggestions.
      }
    }
    // Only what belongs to the title as it stands now is shown.
    if (flight !== this.#flight) return;
    this.#hits = hits.slice(0, 5);
    this.#board.host.requestUpdate();
  }

  /** The question is answered: nothing is posted, and that is counted. */
  async #settle(hit: SearchHit): Promise<void> {
    const { host, member } = this.#board;
    const title = this.#title().trim().slice(0, 200);
    this.solvedBy = hit;
    dropDraft({ api: host.apiAddress, member: member.member?.id ?? '', place: 'ask' });
    host.requestUpdate();
    await host.updateComplete;
    host.shadowRoot!.querySelector<HTMLElement>('#solved')?.focus();
    const { service, id } = hit;
    await member
      .ask('/threads/deflections', { body: { title, service, id }, isOpen: true })
      .catch(() => {
        // The reader has an answer, whether it was counted or not.
      });
  }

  #hrefOf(hit: SearchHit): string | undefined {
    const { host, route } = this.#board;
    return hit.service === 'thread'
      ? route.href(hit.id)
      : safeAddress(hit.url, `${host.apiAddress}/`);
  }

  render(): unknown {
    const { text } = this.#localize;
    return html`<div class="similar ${this.#hits.length ? 'found' : ''}" role="status">
      ${
        this.#hits.length
          ? html`<p><strong>${text.similar}</strong></p>
              <p class="quiet">${text.similarHint}</p>
              <ul role="list">
                ${this.#hits.map((hit) => this.#renderHit(hit))}
              </ul>`
          : nothing
      }
    </div>`;
  }

  #renderHit(hit: SearchHit): TemplateResult {
    const { text } = this.#localize;
    const href = this.#hrefOf(hit);
    return html`<li part="suggestion">
      <p class="chips">
        <span class="chip">${text.services[hit.service] ?? hit.service}</span>
        ${
          href
            ? html`<a href=${href} target="_blank" rel="noopener" lang="th"
                >${hit.title.text}<span class="visually-hidden"> (${text.open})</span></a
              >`
            : html`<span lang="th">${hit.title.text}</span>`
        }
      </p>
      ${hit.snippet?.text ? html`<p class="quiet excerpt" lang="th">${hit.snippet.text}</p>` : nothing}
      <button class="button" type="button" @click=${() => void this.#settle(hit)}>
        ${text.same}<span class="visually-hidden">: ${hit.title.text}</span>
      </button>
    </li>`;
  }

  /** What a writer sees who has found the answer. */
  renderSolved(leave: () => void): TemplateResult {
    const { text } = this.#localize;
    const hit = this.solvedBy!;
    const href = this.#hrefOf(hit);
    return html`<div class="notice good" id="solved" tabindex="-1">
      <div>
        <p><strong>${text.solved}</strong></p>
        <p>
          ${text.solvedHint}
          ${
            href
              ? html`<a href=${href} target="_blank" rel="noopener" lang="th">${hit.title.text}</a>`
              : hit.title.text
          }
        </p>
        <p class="chips">
          <button class="button" type="button" @click=${leave}>${text.toList}</button>
          <button
            class="button plain"
            type="button"
            @click=${() => {
              this.solvedBy = undefined;
              this.#board.host.requestUpdate();
            }}
          >
            ${text.askAnyway}
          </button>
        </p>
      </div>
    </div>`;
  }
}
