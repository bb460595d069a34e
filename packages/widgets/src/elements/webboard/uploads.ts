import type { Attachment } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import { formatSize } from '../../internal/format-size.js';
import type { Board } from './board.js';
import { isRefusal } from './board-member.js';
import type { ComposerTranslation } from './composer.th.js';

const kinds = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'];
/** Bytes of one file, and files of one post, as the contract says. */
const most = { bytes: 5 * 1024 * 1024, files: 6 };

/** Whose files they are. */
interface Owner {
  files: () => readonly Attachment[];
  change: (files: Attachment[]) => void;
  insert: (file: Attachment) => void;
}

/** Files of a post: chosen or pasted, sent at once, and shown below the field. */
export class Uploads {
  readonly #board: Board;
  readonly #localize: LocalizeController<ComposerTranslation>;
  readonly #owner: Owner;
  #sending = '';
  #errors: string[] = [];

  constructor(board: Board, localize: LocalizeController<ComposerTranslation>, owner: Owner) {
    this.#board = board;
    this.#localize = localize;
    this.#owner = owner;
  }

  get isBusy(): boolean {
    return this.#sending !== '';
  }

  /** A picture in the clipboard, e.g. of the screen, is a file like any other. */
  readonly paste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    void this.#add(files);
  };

  readonly #choose = (event: Event) => {
    const field = event.target as HTMLInputElement;
    const files = [...(field.files ?? [])];
    // The same file may be chosen again after it was taken out.
    field.value = '';
    void this.#add(files);
  };

  async #add(files: readonly File[]): Promise<void> {
    if (this.isBusy) return;
    const { text } = this.#localize;
    this.#errors = [];
    for (const file of files) {
      if (this.#owner.files().length >= most.files) {
        this.#errors.push(text.attachTooMany);
        break;
      }
      if (!kinds.includes(file.type)) this.#errors.push(text.attachWrongKind(file.name));
      else if (file.size > most.bytes) this.#errors.push(text.attachTooLarge(file.name));
      else await this.#send(file);
    }
    this.#board.host.requestUpdate();
  }

  async #send(file: File): Promise<void> {
    this.#sending = file.name;
    this.#board.host.requestUpdate();
    try {
      const { data } = await this.#board.member.ask<{ data: Attachment }>('/attachments', {
        body: file,
        query: { name: file.name.slice(0, 200) },
      });
      this.#owner.change([...this.#owner.files(), data]);
    } catch (error) {
      const { text } = this.#localize;
      this.#errors.push(
        isRefusal(error) ? `${file.name}: ${error.message}` : text.attachFailed(file.name)
      );
    }
    this.#sending = '';
  }

  render(): TemplateResult {
    const { text } = this.#localize;
    const files = this.#owner.files();
    return html`<div class="uploads">
      <label class="button"
        ><input
          class="visually-hidden"
          type="file"
          accept=${kinds.join()}
          multiple
          @change=${this.#choose}
        />${text.attach}</label
      >
      <span class="label">${text.attachHint}</span>
      <p class="quiet" role="status">${this.#sending ? text.attaching(this.#sending) : nothing}</p>
      ${this.#errors.map((error) => html`<p class="bad-words" role="alert">${error}</p>`)}
      ${
        files.length
          ? html`<ul role="list">
              ${files.map((file) => this.#renderFile(file))}
            </ul>`
          : nothing
      }
    </div>`;
  }

  #renderFile(file: Attachment): TemplateResult {
    const { text } = this.#localize;
    const takeOut = () =>
      this.#owner.change(this.#owner.files().filter(({ id }) => id !== file.id));
    return html`<li class="chips">
      <span lang="th">${file.name}</span>
      <span class="quiet">${formatSize(file.sizeBytes, this.#localize)}</span>
      ${
        file.kind === 'image'
          ? html`<button
              class="button plain"
              type="button"
              @click=${() => this.#owner.insert(file)}
            >
              ${text.insert}
            </button>`
          : nothing
      }
      <button class="button plain" type="button" @click=${takeOut}>
        ${text.takeOut(file.name)}
      </button>
    </li>`;
  }
}
