import type { PersonalDataFinding } from '@km-laas/contract';
import { html, nothing } from 'lit';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import { debounce } from '../../internal/debounce.js';
import { warningIcon } from '../../internal/icons.js';
import type { Board } from './board.js';
import type { ComposerTranslation } from './composer.th.js';
import type { Draft } from './drafts.js';

/** Points out what looks like somebody's personal data before everyone can read it. */
export class Guard {
  readonly #board: Board;
  readonly #localize: LocalizeController<ComposerTranslation>;
  #findings: readonly PersonalDataFinding[] = [];
  #decision: 'pass' | 'warn' | 'block' = 'pass';
  #isSeen = false;
  #looked = '';

  constructor(board: Board, localize: LocalizeController<ComposerTranslation>) {
    this.#board = board;
    this.#localize = localize;
  }

  /** Whether the writer has said that what was found may stand. */
  get isSeen(): boolean {
    return this.#isSeen;
  }

  /** Whether it is of use to send the post. */
  get mayPass(): boolean {
    return this.#decision === 'pass' || (this.#decision === 'warn' && this.#isSeen);
  }

  /** Takes over what the server found. */
  take(findings: readonly PersonalDataFinding[], decision: 'pass' | 'warn' | 'block'): void {
    this.#findings = findings;
    this.#decision = findings.length ? decision : 'pass';
    if (this.#decision !== 'warn') this.#isSeen = false;
    this.#board.host.requestUpdate();
  }

  /** Looks at a draft when its writer draws breath; what cannot be personal data is not sent. */
  readonly look = debounce((draft: Draft) => void this.#check(draft), 800);

  async #check({ title = '', body = '', errorMessage = '' }: Draft): Promise<void> {
    const words = { title, body, errorMessage };
    const text = JSON.stringify(words);
    if (text === this.#looked) return;
    this.#looked = text;
    if (!/[0-9๐-๙]{3}|@/.test(title + body + errorMessage)) {
      this.take([], 'pass');
      return;
    }
    try {
      const { data } = await this.#board.member.ask<{
        data: { decision: 'pass' | 'warn' | 'block'; findings: PersonalDataFinding[] };
      }>('/threads/check', { body: words, isOpen: true });
      if (text === this.#looked) this.take(data.findings, data.decision);
    } catch {
      // The server looks again when the post is sent.
    }
  }

  /** @param error - Why the post did not leave, where it was because of this. */
  render(error: string | undefined): unknown {
    if (this.#decision === 'pass') return nothing;
    const { text } = this.#localize;
    const tone = this.#decision === 'block' ? 'bad' : 'warning';
    return html`<div class="notice ${tone} guard" role="alert">
      ${warningIcon}
      <div>
        <p><strong>${text.personal}</strong></p>
        <ul>
          ${this.#findings.map(
            (finding) =>
              html`<li>
                <bdi><mark>${finding.text}</mark></bdi> ${finding.message}
              </li>`
          )}
        </ul>
        <p>${this.#decision === 'block' ? text.personalBlock : text.personalWarn}</p>
        ${
          this.#decision === 'warn'
            ? html`<label class="choice"
                ><input
                  type="checkbox"
                  aria-invalid=${!!error}
                  aria-describedby=${error ? 'error-personal' : nothing}
                  .checked=${this.#isSeen}
                  @change=${(event: Event) => {
                    this.#isSeen = (event.target as HTMLInputElement).checked;
                    this.#board.host.requestUpdate();
                  }}
                />${text.personalSeen}</label
              >`
            : nothing
        }
        ${error ? html`<p class="bad-words" id="error-personal">${error}</p>` : nothing}
      </div>
    </div>`;
  }
}
