import type { Reply, Thread } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { LocalizeController } from '../../controllers/localize-controller.js';
import type { CopyController } from '../../internal/item/copy-controller.js';
import type { ActDialogs } from './act-dialogs.js';
import type { Board } from './board.js';
import { th, type MoreTranslation } from './more-acts.th.js';
import type { ReplyBox } from './reply-box.js';

/** Acts a reader unfolds: those of a post's writer, of moderators, and those that are rare. */
export class MoreActs {
  readonly #board: Board;
  readonly #localize: LocalizeController<MoreTranslation>;
  readonly #box: ReplyBox;
  readonly #copy: CopyController;
  #dialogs: ActDialogs | undefined;

  constructor(board: Board, box: ReplyBox, copy: CopyController) {
    this.#board = board;
    this.#box = box;
    this.#copy = copy;
    this.#localize = new LocalizeController(board.host, {
      th,
      en: async () => (await import('./more-acts.en.js')).en,
    });
  }

  renderThread(thread: Thread): TemplateResult {
    const { text } = this.#localize;
    const { id } = thread;
    const my = this.#board.mine.thread(id);
    return html`${this.#renderOwn('threads', thread, my)}
    ${this.#renderAct(text.report, () => this.#ask((dialogs) => dialogs.report('threads', id)))}
    ${
      this.#board.mine.value?.isModerator
        ? this.#renderAct(text.moderate, () =>
            this.#ask((dialogs) => dialogs.moderateThread(thread))
          )
        : nothing
    }`;
  }

  renderReply(reply: Reply, thread: Thread, mayReply: boolean): TemplateResult {
    const { text } = this.#localize;
    const { mine, route } = this.#board;
    const { id, author, number, grade } = reply;
    return html`${
      mayReply && author.id
        ? this.#renderAct(text.mention, () => this.#box.use((desk) => desk.mention(thread, author)))
        : nothing
    }
    ${this.#renderOwn('replies', reply, mine.reply(id))}
    ${this.#renderAct(text.report, () => this.#ask((dialogs) => dialogs.report('replies', id)))}
    ${
      mine.value?.grade === 'officer' && grade === 'official'
        ? this.#renderAct(text.promote, () =>
            this.#ask((dialogs) => dialogs.promote(thread, reply))
          )
        : nothing
    }
    ${
      mine.value?.isModerator
        ? this.#renderAct(text.moderate, () => this.#ask((dialogs) => dialogs.moderateReply(reply)))
        : nothing
    }
    ${this.#copy.render(
      route.href(thread.id, number),
      text.copyLink,
      text.copyLinkFailed,
      'copy-link',
      this.#localize
    )}`;
  }

  #renderOwn(
    posts: 'threads' | 'replies',
    { id, revision }: Pick<Reply, 'id' | 'revision'>,
    my: { isAuthor: boolean; canEdit: boolean } | undefined
  ): TemplateResult {
    const { text } = this.#localize;
    const maySee = my?.isAuthor || this.#board.mine.value?.isModerator;
    return html`${
      my?.canEdit
        ? this.#renderAct(text.edit, () => this.#box.use((desk) => desk.edit(posts, id)))
        : nothing
    }
    ${
      maySee && revision > 1
        ? this.#renderAct(text.history, () => this.#ask((dialogs) => dialogs.history(posts, id)))
        : nothing
    }
    ${
      my?.isAuthor
        ? this.#renderAct(text.remove, () => this.#ask((dialogs) => dialogs.remove(posts, id)))
        : nothing
    }`;
  }

  #renderAct(words: string, act: () => unknown): TemplateResult {
    return html`<button class="button plain" part="act" type="button" @click=${act}>
      ${words}
    </button>`;
  }

  /** Opens a box that asks more; its code comes with the first. */
  async #ask(open: (dialogs: ActDialogs) => void): Promise<void> {
    try {
      const { ActDialogs } = await import('./act-dialogs.js');
      this.#dialogs ??= new ActDialogs(this.#board);
      open(this.#dialogs);
    } catch {
      this.#board.say(this.#localize.text.failed);
    }
  }
}
