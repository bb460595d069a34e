import type { Thread } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import type { Board } from './board.js';
import { readDraft } from './drafts.js';
import type { ReplyDesk } from './reply-desk.js';
import type { ThreadTranslation } from './thread-page.th.js';

/** Where a reader may write; what they write with comes when it is wanted. */
export class ReplyBox {
  readonly #board: Board;
  readonly #localize: LocalizeController<ThreadTranslation>;
  readonly #replied: () => void;
  #desk: ReplyDesk | undefined;
  #looked = '';

  constructor(board: Board, localize: LocalizeController<ThreadTranslation>, replied: () => void) {
    this.#board = board;
    this.#localize = localize;
    this.#replied = replied;
  }

  /** The field for a reply below a thread, or the button that opens it. */
  render(thread: Thread): unknown {
    if (thread.locked || thread.state === 'closed' || thread.mergedInto) return nothing;
    const { text } = this.#localize;
    this.#lookForDraft(thread);
    return html`<div class="reply-box no-print">
      ${this.#desk?.render(thread)}
      ${
        this.#desk?.isWriting(thread.id)
          ? nothing
          : html`<button
              class="button primary"
              part="act"
              type="button"
              @click=${() => this.use((desk) => desk.open(thread))}
            >
              ${this.#board.member.member ? text.reply : text.signInToReply}
            </button>`
      }
    </div>`;
  }

  /** The field in place of a post's words; undefined for a post nobody is changing. */
  renderEdit(id: string): TemplateResult | undefined {
    return this.#desk?.renderEdit(id);
  }

  /** A draft was given back. */
  lookAgain(): void {
    this.#looked = '';
  }

  /** Does something with what replies are written with, once that is there. */
  async use(work: (desk: ReplyDesk) => unknown): Promise<void> {
    try {
      const { ReplyDesk } = await import('./reply-desk.js');
      this.#desk ??= new ReplyDesk(this.#board, this.#replied);
    } catch {
      this.#board.say(this.#localize.text.failed);
      return;
    }
    await work(this.#desk);
  }

  /** What somebody began to write the last time is there again. */
  #lookForDraft(thread: Thread): void {
    const { member, host } = this.#board;
    const writer = member.member?.id;
    if (!writer || this.#looked === thread.id + writer || this.#desk?.isWriting(thread.id)) return;
    this.#looked = thread.id + writer;
    if (readDraft({ api: host.apiAddress, member: writer, place: thread.id }).body) {
      void this.use((desk) => desk.resume(thread));
    }
  }
}
