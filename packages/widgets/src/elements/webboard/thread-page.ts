import type { Reply, Thread } from '@km-laas/contract';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { operationUrl, type Page } from '../../client/read.js';
import { postJson } from '../../client/request.js';
import { listReplies } from '../../client/services/threads.js';
import { ListController } from '../../controllers/list-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { backIcon } from '../../internal/icons.js';
import { addStyles } from '../../internal/item/add-styles.js';
import { CopyController } from '../../internal/item/copy-controller.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderMore } from '../../internal/render-more.js';
import { renderFailure, renderSample, renderSkeleton } from '../../internal/render-states.js';

import type { Board } from './board.js';
import { PostActs } from './post-acts.js';
import { renderNotices } from './render-notices.js';
import { renderQuestion, renderReply } from './render-post.js';
import { renderState } from './render-thread-list.js';
import { ReplyBox } from './reply-box.js';
import { th, type ThreadTranslation } from './thread-page.th.js';
import { threadPageStyles } from './thread-page.styles.js';

/** Replies the API gives at a time. */
const pageSize = 50;
/** How often a thread on show is looked at for new replies, in milliseconds. */
const lookAgain = 30_000;

/** One thread with its replies; fetched when a reader opens the first. */
export class ThreadPage implements ReactiveController {
  readonly #board: Board;
  readonly #localize: LocalizeController<ThreadTranslation>;
  readonly #replies: ListController<Reply>;
  readonly #copy: CopyController;
  readonly #acts: PostActs;
  readonly #box: ReplyBox;
  #thread: Thread | undefined;
  /** Replies there were when the reader last heard of it. */
  #told: { thread: string; total: number } | undefined;
  #readMark = '';
  /** The reply an address leads to, where the reader has not been taken yet. */
  #led = '';
  /** The thread whose being looked at was told. */
  #counted = '';
  #timer = 0;

  constructor(board: Board) {
    const { host, route } = (this.#board = board);
    this.#localize = new LocalizeController(host, {
      th,
      en: async () => (await import('./thread-page.en.js')).en,
    });
    this.#replies = new ListController<Reply>(host, {
      api: () => host.apiAddress,
      query: () => (route.thread ? { pageSize, thread: route.thread } : null),
      load: ({ thread, ...query }, options) => listReplies(String(thread), query, options),
    });
    this.#copy = new CopyController(host);
    this.#box = new ReplyBox(board, this.#localize, () => void this.#replies.retry());
    this.#acts = new PostActs(board, this.#localize, this.#box, this.#copy);
    addStyles(host, threadPageStyles);
    host.addController(this);
  }

  /** Reads the replies again. */
  reload(): void {
    if (this.#board.route.thread) void this.#replies.retry();
  }

  /** A draft was given back. */
  lookForDraft(): void {
    this.#box.lookAgain();
  }

  hostConnected(): void {
    this.#timer = window.setTimeout(this.#look, lookAgain);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  hostUpdate(): void {
    const { route } = this.#board;
    const replies = this.#replies.value?.items ?? [];
    if (replies[0] && replies[0].thread !== route.thread && !this.#replies.pending) {
      this.#replies.value = undefined;
    }
  }

  hostUpdated(): void {
    const { value, pending } = this.#replies;
    if (this.#board.route.thread !== this.#thread?.id) return;
    this.#countView();
    if (!value || pending) return;
    this.#tellOfNew(value);
    this.#noteRead(value);
    this.#leadToReply(value);
  }

  /** Tells that somebody looks at the thread: its answer may have come from a cache, which counts none. */
  #countView(): void {
    const { host, route } = this.#board;
    if (this.#counted === route.thread) return;
    this.#counted = route.thread;
    postJson(operationUrl(host.apiAddress, `/threads/${route.thread}/views`), {}).catch(() => {
      // It is read all the same.
    });
  }

  readonly #look = () => {
    this.#timer = window.setTimeout(this.#look, lookAgain);
    if (!document.hidden && this.#board.route.thread && !this.#replies.pending) {
      void this.#replies.retry();
    }
  };

  /** Says that there are new replies, once, without moving anything. */
  #tellOfNew({ total }: Page<Reply>): void {
    const thread = this.#board.route.thread;
    const before = this.#told?.thread === thread ? this.#told.total : total;
    this.#told = { thread, total };
    if (total > before) {
      this.#board.say(this.#localize.text.newReplies(this.#localize.number(total - before)));
    }
  }

  /** Tells the server up to where a member has read; unread marks go on every machine. */
  #noteRead({ items }: Page<Reply>): void {
    const { mine, member, route } = this.#board;
    const thread = route.thread;
    const lastRead = Math.max(0, ...items.map(({ number }) => number));
    const mark = `${thread} ${lastRead}`;
    const known = mine.thread(thread);
    if (
      !known ||
      !member.isSignedIn ||
      mark === this.#readMark ||
      (known.lastRead ?? -1) >= lastRead
    )
      return;
    this.#readMark = mark;
    member.ask(`/threads/${thread}/read`, { body: { lastRead } }).then(
      () => mine.noteThread(thread, { lastRead, unread: 0 }),
      () => {
        // The mark stays unread: the next look tries again.
        this.#readMark = '';
      }
    );
  }

  /** Takes the reader to the reply an address names, reading on until it is there. */
  #leadToReply({ items }: Page<Reply>): void {
    const { host, route } = this.#board;
    const wanted = `${route.thread} ${route.reply}`;
    if (!route.reply || this.#led === wanted) return;
    const reply = host.shadowRoot!.getElementById(`reply-${route.reply}`);
    if (reply) {
      this.#led = wanted;
      reply.scrollIntoView();
      reply.focus({ preventScroll: true });
    } else if (this.#replies.hasMore && (items.at(-1)?.number ?? 0) < route.reply) {
      this.#replies.showMore();
    } else {
      this.#led = wanted;
    }
  }

  renderTools(thread: Thread | undefined): TemplateResult {
    const { route, localize } = this.#board;
    const { text } = localize;
    const words = html`${backIcon}${text.back}`;
    return html`<div class="toolbar tools">
      ${
        route.listHref
          ? html`<a class="button" part="back" href=${route.listHref}>${words}</a>`
          : html`<button class="button" part="back" type="button" @click=${() => route.open('')}>
              ${words}
            </button>`
      }
      <span class="tools">
        ${this.#copy.render(
          route.href(route.thread),
          text.copyLink,
          text.copyLinkFailed,
          'copy-link',
          localize
        )}
        <button
          class="button"
          part="print"
          type="button"
          aria-disabled=${!thread}
          @click=${() => thread && this.#print()}
        >
          ${text.print}
        </button>
      </span>
    </div>`;
  }

  async #print(): Promise<void> {
    const { printItem } = await import('../../internal/item/print-item.js');
    printItem(this.#board.host);
  }

  render(thread: Thread): TemplateResult {
    this.#thread = thread;
    const board = this.#board;
    const { text } = this.#localize;
    return html`<div class="page">
      <header class="head">
        <p class="chips">
          ${renderState(thread, board)} ${this.#renderTopic(thread)}
          ${
            thread.appliesTo === 'both'
              ? nothing
              : html`<span class="chip">${text.appliesTo[thread.appliesTo]}</span>`
          }
          ${thread.pinned ? html`<span class="chip accent">${board.localize.text.pinned}</span>` : nothing}
          ${renderSample(thread, this.#localize)}
        </p>
        <div data-item tabindex="-1" lang="th">
          ${renderHeading(board.host.outlineLevel(), html`<bdi>${thread.title}</bdi>`)}
        </div>
      </header>
      ${renderNotices(thread, board, text)}
      ${renderQuestion(thread, {
        board,
        text,
        instead: this.#box.renderEdit(thread.id),
        acts: this.#acts.renderThread(thread),
      })}
      ${this.#renderAccepted(thread)} ${this.#renderReplies(thread)} ${this.#box.render(thread)}
    </div>`;
  }

  #renderTopic({ topic }: Thread): TemplateResult {
    const { text, language } = this.#board.localize;
    const name = topic ? (language === 'en' && topic.titleEn) || topic.titleTh : text.general;
    return html`<span class="chip">${name}</span>`;
  }

  /** The accepted answer stands first, so that nobody reads a long talk for it. */
  #renderAccepted(thread: Thread): unknown {
    const { acceptedReply: reply } = thread;
    if (!reply) return nothing;
    const { text } = this.#localize;
    const href = this.#board.route.href(thread.id, reply.number);
    return renderReply(
      reply,
      {
        board: this.#board,
        text,
        acts: html`<p class="no-print">
          <a href=${href} @click=${this.#leap}>${text.acceptedBelow}</a>
        </p>`,
      },
      true
    );
  }

  readonly #leap = (event: MouseEvent) => {
    const { host } = this.#board;
    const number = /reply[=-](\d+)$/.exec((event.currentTarget as HTMLAnchorElement).href)?.[1];
    const reply = host.shadowRoot!.getElementById(`reply-${number}`);
    if (!reply || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    reply.scrollIntoView();
    reply.focus({ preventScroll: true });
  };

  #renderReplies(thread: Thread): TemplateResult {
    const { text } = this.#localize;
    const { value, error } = this.#replies;
    const count = value?.total ?? thread.replyCount;
    return html`<section class="replies" aria-busy=${this.#replies.pending}>
      ${renderHeading(
        this.#board.host.outlineLevel(1),
        count ? text.replies(this.#localize.number(count)) : text.noReplies
      )}
      ${error ? renderFailure(error, this.#replies, this.#localize) : nothing}
      ${value || error || !count ? nothing : renderSkeleton(Math.min(count, 3), this.#localize)}
      ${value?.items.map((reply) =>
        renderReply(reply, {
          board: this.#board,
          text,
          instead: this.#box.renderEdit(reply.id),
          acts: this.#acts.renderReply(reply, thread),
        })
      )}
      ${value && value.total > pageSize ? renderMore(this.#replies, this.#localize) : nothing}
    </section>`;
  }
}
