import type { PersonalDataFinding, SentPost } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { MemberError } from '../../client/member-error.js';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import { debounce } from '../../internal/debounce.js';
import type { Board } from './board.js';
import { composerTools, wrapSelection, type Tool } from './composer-tools.js';
import type { ComposerTranslation } from './composer.th.js';
import { dropDraft, readDraft, writeDraft, type Draft, type DraftPlace } from './drafts.js';
import { Guard } from './guard.js';
import { createKey, type Delivery } from './outbox.js';
import { Preview } from './preview.js';
import { Uploads } from './uploads.js';

/** Most letters of a body, as the contract says. */
const mostLetters = 20_000;

/** What a composer is for. */
export interface ComposerTask {
  /** Where its draft is kept: `ask`, a thread's id, or that of the post it changes. */
  place: string;
  label: () => string;
  submit: () => string;
  /** What it begins with, where no draft is kept. */
  initial?: Draft;
  /** Fields above the text. */
  fields?: (composer: Composer) => unknown;
  /** What is wrong besides the text, by the field's name. */
  check?: (draft: Draft) => Record<string, string>;
  /** Sends it; the key stays the same until it has arrived. */
  send: (draft: Draft, key: string, personalDataSeen: boolean) => Promise<Delivery>;
  sent: (post: SentPost) => void;
  /** Leaves without sending; the draft stays. */
  cancel: () => void;
}

/** The field for a post with its tools, files, preview and draft. */
export class Composer {
  readonly board: Board;
  readonly localize: LocalizeController<ComposerTranslation>;
  readonly #task: ComposerTask;
  readonly #guard: Guard;
  readonly #uploads: Uploads;
  #draft: Draft;
  #key = createKey();
  #errors: Record<string, string> = {};
  #failure = '';
  #note = '';
  #isSending = false;
  readonly #preview: Preview;

  constructor(board: Board, localize: LocalizeController<ComposerTranslation>, task: ComposerTask) {
    this.board = board;
    this.localize = localize;
    this.#task = task;
    const kept = readDraft(this.#place);
    this.#draft = { ...task.initial, ...kept };
    if (kept.body) this.#note = localize.text.draftKept;
    this.#guard = new Guard(board, localize);
    this.#preview = new Preview(board, localize);
    this.#uploads = new Uploads(board, localize, {
      files: () => this.#draft.attachments ?? [],
      change: (attachments) => this.change({ attachments }),
      insert: (file) => this.insert(`![${file.name.replace(/[[\]]/g, '')}](attachment:${file.id})`),
    });
  }

  /** What has been written so far. */
  get draft(): Readonly<Draft> {
    return this.#draft;
  }

  /** What is wrong with a field; undefined when nothing is. */
  errorOf(name: string): string | undefined {
    return this.#errors[name];
  }

  /** Takes over what was typed or chosen, and keeps it in the browser. */
  change(part: Partial<Draft>): void {
    this.#draft = { ...this.#draft, ...part };
    for (const name of Object.keys(part)) delete this.#errors[name];
    this.#note = '';
    this.#keep();
    this.#guard.look(this.#draft);
    this.board.host.requestUpdate();
  }

  /** Puts words where the cursor is. */
  insert(words: string): void {
    const field = this.#field;
    if (field) wrapSelection(field, words, '', '');
    else this.change({ body: `${this.#draft.body ?? ''}${words}` });
  }

  /** Gives the field the focus, at the end of what is there. */
  focus(): void {
    const field = this.#field;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  get #place(): DraftPlace {
    const { host, member } = this.board;
    return { api: host.apiAddress, member: member.member?.id ?? '', place: this.#task.place };
  }

  get #field(): HTMLTextAreaElement | null {
    return this.board.host.shadowRoot!.querySelector(`#body-${this.#task.place}`);
  }

  readonly #keep = debounce(() => {
    if (this.#isSending) return;
    writeDraft(this.#place, this.#draft);
    if (this.#draft.body) this.#note = this.localize.text.draftKept;
    this.board.host.requestUpdate();
  });

  readonly #discard = () => {
    dropDraft(this.#place);
    this.#draft = { ...this.#task.initial };
    this.#note = '';
    this.board.host.requestUpdate();
    this.focus();
  };

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const { text } = this.localize;
    if (this.#isSending || this.#uploads.isBusy) return;
    this.#failure = '';
    this.#errors = { ...this.#task.check?.(this.#draft), ...this.#checkBody() };
    if (!Object.keys(this.#errors).length && !this.#guard.mayPass) {
      this.#errors.personal = text.personalUnseen;
    }
    if (Object.keys(this.#errors).length) {
      await this.#redraw();
      this.board.host.shadowRoot!.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      return;
    }
    this.#isSending = true;
    await this.#redraw();
    try {
      this.#settle(await this.#task.send(this.#draft, this.#key, this.#guard.isSeen));
    } catch (error) {
      this.#failure = error instanceof MemberError ? this.#describe(error) : text.failed;
    }
    this.#isSending = false;
    await this.#redraw();
  };

  #settle(delivery: Delivery): void {
    const { text } = this.localize;
    if (delivery.kind === 'refused') {
      this.#failure = this.#describe(delivery.refusal);
      return;
    }
    if (delivery.kind === 'waiting' && !delivery.isKept) {
      // The same key again: should it have arrived after all, it is not there twice.
      this.#failure = text.notKept;
      return;
    }
    dropDraft(this.#place);
    this.#draft = {};
    this.#key = createKey();
    if (delivery.kind === 'sent') {
      this.#task.sent(delivery.post);
    } else {
      this.board.say(text.waiting);
      this.#task.cancel();
    }
  }

  #describe(refusal: MemberError): string {
    const { text } = this.localize;
    const { code, findings, decision } = refusal.details as {
      code?: string;
      findings?: PersonalDataFinding[];
      decision?: 'warn' | 'block';
    };
    if (code === 'personalData' && findings) {
      this.#guard.take(findings, decision ?? 'warn');
      return '';
    }
    if (/^(signedOut|blockedWindow|insecure)$/.test(refusal.kind)) return text.signInAgain;
    if (/^(offline|server)$/.test(refusal.kind)) return text.failed;
    return refusal.status === 409 ? text.conflict : refusal.message;
  }

  #checkBody(): Record<string, string> {
    const { text } = this.localize;
    const { length } = this.#draft.body?.trim() ?? '';
    if (!length) return { body: text.bodyMissing };
    if (length <= mostLetters) return {};
    return {
      body: text.bodyTooLong(this.localize.number(length), this.localize.number(mostLetters)),
    };
  }

  async #redraw(): Promise<void> {
    this.board.host.requestUpdate();
    await this.board.host.updateComplete;
  }

  readonly #write = async () => {
    this.#preview.close();
    await this.#redraw();
    this.focus();
  };

  render(): TemplateResult {
    const { text } = this.localize;
    const { place, label, submit, fields } = this.#task;
    const { body = '', quoteOf } = this.#draft;
    const error = this.#errors.body;
    const isPreview = this.#preview.isOpen;
    return html`<form class="composer" part="composer" @submit=${this.#submit} novalidate>
      ${fields?.(this)}
      ${
        quoteOf
          ? html`<p class="chips">
              <span>${text.quoting(this.localize.number(quoteOf.number), quoteOf.name)}</span>
              <button
                class="button plain"
                type="button"
                @click=${() => this.change({ quoteOf: undefined })}
              >
                ${text.noQuote}
              </button>
            </p>`
          : nothing
      }
      <div class="body-field">
        <div class="composer-head">
          <label class="label" for="body-${place}">${label()}</label>
          <span class="chips">
            <button
              class="button plain"
              type="button"
              aria-pressed=${!isPreview}
              @click=${this.#write}
            >
              ${text.write}
            </button>
            <button
              class="button plain"
              type="button"
              aria-pressed=${isPreview}
              @click=${() => void this.#preview.open(this.#draft)}
            >
              ${text.preview}
            </button>
          </span>
        </div>
        ${isPreview ? this.#preview.render() : this.#renderTools()}
        <textarea
          class="field"
          id="body-${place}"
          rows="7"
          ?hidden=${isPreview}
          aria-invalid=${!!error}
          aria-describedby="hint-${place}${error ? ` error-${place}` : ''}"
          .value=${body}
          @input=${(event: InputEvent) =>
            this.change({ body: (event.target as HTMLTextAreaElement).value })}
          @paste=${this.#uploads.paste}
        ></textarea>
        ${error ? html`<p class="bad-words" id="error-${place}">${error}</p>` : nothing}
        <p class="label" id="hint-${place}">${text.bodyHint}</p>
      </div>
      ${this.#uploads.render()} ${this.#guard.render(this.#errors.personal)}
      ${this.#renderFailure()}
      <div class="chips">
        <button class="button primary" aria-disabled=${this.#isSending || this.#uploads.isBusy}>
          ${this.#isSending ? text.sending : submit()}
        </button>
        <button class="button" type="button" @click=${this.#task.cancel}>${text.cancel}</button>
        <span class="quiet" role="status">${this.#note}</span>
        ${
          this.#note
            ? html`<button class="button plain" type="button" @click=${this.#discard}>
                ${text.dropDraft}
              </button>`
            : nothing
        }
      </div>
    </form>`;
  }

  #renderFailure(): unknown {
    if (!this.#failure) return nothing;
    const { text } = this.localize;
    const { member } = this.board;
    return html`<div class="notice bad" role="alert">
      <p>${this.#failure}</p>
      ${
        member.member
          ? nothing
          : html`<button class="button" type="button" @click=${() => this.board.signIn()}>
              ${text.signIn}
            </button>`
      }
    </div>`;
  }

  #renderTools(): TemplateResult {
    const { text } = this.localize;
    const use = ({ name, before, after = '', each = false }: Tool) => {
      const field = this.#field;
      const words = name === 'link' ? text.linkHere : text.boldHere;
      if (field) wrapSelection(field, before, after, words, each);
    };
    return html`<div class="tools-row" role="group" aria-label=${text.tools}>
      ${composerTools.map(
        (tool) =>
          html`<button class="button plain" type="button" @click=${() => use(tool)}>
            ${text[tool.name]}
          </button>`
      )}
    </div>`;
  }
}
