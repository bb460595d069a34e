import type { SentPost, ThreadKind } from '@km-laas/contract';
import { html, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import { renderHeading } from '../../internal/render-heading.js';
import type { Board } from './board.js';
import { asking } from './board-route.js';
import { Composer } from './composer.js';
import type { ComposerTranslation } from './composer.th.js';
import { prepareComposer } from './create-composer.js';
import type { Draft } from './drafts.js';
import { Similar } from './similar.js';
import { checkTitle, renderThreadFields } from './thread-fields.js';

const kinds: readonly ThreadKind[] = ['question', 'discussion'];

/** The page to ask; fetched with the first question. */
export class AskPage {
  readonly #board: Board;
  readonly #localize: LocalizeController<ComposerTranslation>;
  readonly #similar: Similar;
  #composer: Composer | undefined;
  /** Whose composer it is. */
  #writer = '';

  constructor(board: Board) {
    this.#board = board;
    this.#localize = prepareComposer(board);
    this.#similar = new Similar(board, this.#localize, () => this.#composer?.draft.title ?? '');
  }

  /** A draft was given back. */
  lookForDraft(): void {
    this.#writer = '';
  }

  render(): TemplateResult {
    const { text } = this.#localize;
    const { member, host } = this.#board;
    const heading = html`<div data-item tabindex="-1">
      ${renderHeading(host.outlineLevel(), text.ask)}
    </div>`;
    if (!member.member) {
      return html`<div class="asking">
        ${heading}
        <p class="notice warning"><span>${text.signInFirst}</span></p>
        <button class="button primary" type="button" @click=${() => this.#board.signIn()}>
          ${text.signIn}
        </button>
      </div>`;
    }
    if (this.#writer !== member.member.id) {
      this.#writer = member.member.id;
      this.#composer = this.#begin();
    }
    return html`<div class="asking">
      ${heading}
      ${
        this.#similar.solvedBy
          ? this.#similar.renderSolved(() => this.#leave())
          : html`<p class="quiet">${text.askHint}</p>
              ${this.#composer!.render()}`
      }
    </div>`;
  }

  #begin(): Composer {
    const { host, route, say, mine } = this.#board;
    const composer = new Composer(this.#board, this.#localize, {
      place: asking,
      label: () => this.#localize.text.body,
      submit: () => this.#localize.text.post,
      initial: { kind: 'question', topic: host.topic, appliesTo: 'both' },
      fields: (owner) => this.#renderFields(owner),
      check: (draft) => checkTitle(draft, this.#localize.text),
      send: async (draft, key, personalDataSeen) => {
        const pending = await this.#board.pending();
        return pending.send('/threads', key, bodyOf(draft, personalDataSeen), draft);
      },
      sent: ({ id, state }: SentPost) => {
        this.#writer = '';
        void mine.retry();
        // A thread that is held is nobody's to read yet; the list says that it has arrived.
        route.open(state === 'shown' ? id : '');
        if (state === 'held') say(this.#board.localize.text.heldHint);
        else this.#board.reload();
      },
      cancel: () => this.#leave(),
    });
    // A draft of the last time is about something that may have been answered since.
    if (composer.draft.title) this.#similar.look(composer.draft.title);
    return composer;
  }

  #leave(): void {
    this.#writer = '';
    this.#similar.forget();
    this.#board.route.open('');
  }

  #renderFields(composer: Composer): TemplateResult {
    const { text } = this.#localize;
    return html`<fieldset class="kinds">
        <legend class="label">${text.kind}</legend>
        ${kinds.map(
          (choice) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="kind"
                value=${choice}
                .checked=${choice === composer.draft.kind}
                @change=${() => composer.change({ kind: choice })}
              />${text.kinds[choice]}</label
            >`
        )}
      </fieldset>
      ${renderThreadFields(composer, this.#board, {
        typed: (words) => this.#similar.look(words),
        suggestions: this.#similar.render(),
      })}`;
  }
}

function bodyOf(draft: Draft, personalDataSeen: boolean): Record<string, unknown> {
  const errorMessage = draft.errorMessage?.trim();
  return {
    kind: draft.kind,
    title: draft.title!.trim(),
    body: draft.body!.trim(),
    topic: draft.topic || null,
    appliesTo: draft.appliesTo,
    attachments: (draft.attachments ?? []).map(({ id }) => id),
    personalDataSeen,
    ...(errorMessage && { errorMessage }),
  };
}
