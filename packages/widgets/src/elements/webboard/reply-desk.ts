import type { PublicAuthor, PostSource, Reply, SentPost, Thread } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { LocalizeController } from '../../controllers/localize-controller.js';
import type { Board } from './board.js';
import { isRefusal } from './board-member.js';
import type { Composer, ComposerTask } from './composer.js';
import { createComposer, prepareComposer } from './create-composer.js';
import type { Draft } from './drafts.js';
import type { Delivery } from './outbox.js';
import { th, type ReplyTranslation } from './reply-desk.th.js';
import { checkTitle, renderThreadFields } from './thread-fields.js';

/** What is being written below a thread, or in place of a post; fetched with the first. */
export class ReplyDesk {
  readonly #board: Board;
  readonly #localize: LocalizeController<ReplyTranslation>;
  readonly #replied: () => void;
  /** The reply that is being written, by its thread. */
  #reply: { thread: string; composer: Composer } | undefined;
  /** The post that is being changed. */
  #change: { id: string; composer: Composer } | undefined;
  #failure = '';
  #note = '';

  constructor(board: Board, replied: () => void) {
    this.#board = board;
    this.#replied = replied;
    this.#localize = new LocalizeController(board.host, {
      th,
      en: async () => (await import('./reply-desk.en.js')).en,
    });
  }

  /** The field for a reply below a thread, where one is being written, and what became of the last. */
  render(thread: Thread): TemplateResult {
    return html`<p class=${this.#note ? 'notice good' : ''} role="status">
        ${this.#note ? html`<span>${this.#note}</span>` : nothing}
      </p>
      ${
        this.#failure
          ? html`<p class="notice bad" role="alert"><span>${this.#failure}</span></p>`
          : nothing
      }
      ${this.isWriting(thread.id) ? this.#reply!.composer.render() : nothing}`;
  }

  /** Whether a reply to a thread is being written. */
  isWriting(thread: string): boolean {
    return this.#reply?.thread === thread;
  }

  /** The field in place of a post's words; undefined for a post nobody is changing. */
  renderEdit(id: string): TemplateResult | undefined {
    return this.#change?.id === id ? this.#change.composer.render() : undefined;
  }

  /** Opens the field for a reply without taking the reader there: something was begun before. */
  resume(thread: Thread): void {
    const composer = createComposer(this.#board, this.#replyTask(thread));
    this.#reply = { thread: thread.id, composer };
    this.#board.host.requestUpdate();
  }

  /** Opens the field for a reply, and lets a reader sign in first. */
  async open(thread: Thread, change: Partial<Draft> = {}): Promise<Composer | undefined> {
    const { member, host, signIn } = this.#board;
    this.#failure = this.#note = '';
    if (!member.member && !(await signIn())) return undefined;
    if (this.#reply?.thread !== thread.id) {
      this.resume(thread);
    }
    const { composer } = this.#reply!;
    if (Object.keys(change).length) composer.change(change);
    host.requestUpdate();
    await host.updateComplete;
    composer.focus();
    return composer;
  }

  /** Answers one reply in particular. */
  quote(thread: Thread, { id, number, author }: Reply): void {
    void this.open(thread, { quoteOf: { id, number, name: author.displayName } });
  }

  /** Names a member, who is told of it. */
  async mention(thread: Thread, { id, displayName }: PublicAuthor): Promise<void> {
    const composer = await this.open(thread);
    composer?.insert(`[@${displayName.replace(/[[\]]/g, '')}](member:${id}) `);
  }

  /** Changes a post of the member's own, or any for who may. */
  async edit(posts: 'threads' | 'replies', id: string): Promise<void> {
    const { member, host } = this.#board;
    const { text } = this.#localize;
    this.#failure = '';
    try {
      const { data } = await member.ask<{ data: PostSource }>(`/${posts}/${id}/source`);
      const composer = createComposer(this.#board, this.#changeTask(posts, id, data));
      this.#change = { id, composer };
      host.requestUpdate();
      await host.updateComplete;
      composer.focus();
    } catch (error) {
      this.#failure = isRefusal(error) ? error.message : text.failed;
      host.requestUpdate();
    }
  }

  #replyTask({ id }: Thread): ComposerTask {
    const { text } = this.#localize;
    return {
      place: id,
      label: () => this.#localize.text.yourReply,
      submit: () => this.#localize.text.reply,
      send: async (draft, key, personalDataSeen) => {
        const { body, attachments = [], quoteOf } = draft;
        const pending = await this.#board.pending();
        return pending.send(
          `/threads/${id}/replies`,
          key,
          {
            body: body!.trim(),
            attachments: attachments.map((file) => file.id),
            personalDataSeen,
            ...(quoteOf && { quoteOf: quoteOf.id }),
          },
          draft
        );
      },
      sent: ({ state, heldReason }) => {
        this.#reply = undefined;
        this.#note = state === 'shown' ? text.sent : text.heldForYou[heldReason ?? 'other'];
        this.#board.say(this.#note);
        this.#replied();
        void this.#board.mine.retry();
      },
      cancel: () => {
        this.#reply = undefined;
        this.#board.host.requestUpdate();
      },
    };
  }

  #changeTask(posts: 'threads' | 'replies', id: string, source: PostSource): ComposerTask {
    const isThread = posts === 'threads';
    const words = prepareComposer(this.#board);
    const close = () => {
      this.#change = undefined;
      this.#board.host.requestUpdate();
    };
    return {
      place: isThread ? `${id}-edit` : id,
      label: () => this.#localize.text.edit,
      submit: () => this.#localize.text.edit,
      initial: {
        body: source.body,
        attachments: source.attachments,
        ...(isThread && {
          title: source.title ?? '',
          topic: source.topic?.slug ?? '',
          appliesTo: source.appliesTo ?? 'both',
          errorMessage: source.errorMessage ?? '',
        }),
      },
      ...(isThread && {
        fields: (composer: Composer) =>
          renderThreadFields(composer, this.#board, { topic: source.topic }),
        check: (draft: Draft) => checkTitle(draft, words.text),
      }),
      send: async (draft, _key, personalDataSeen): Promise<Delivery> => {
        const { body, attachments = [] } = draft;
        const { data } = await this.#board.member.ask<{ data: SentPost }>(`/${posts}/${id}/edit`, {
          body: {
            revision: source.revision,
            body: body!.trim(),
            attachments: attachments.map((file) => file.id),
            personalDataSeen,
            ...(isThread && {
              title: draft.title!.trim(),
              topic: draft.topic || null,
              appliesTo: draft.appliesTo,
              errorMessage: draft.errorMessage?.trim() || null,
            }),
          },
        });
        return { kind: 'sent', post: data };
      },
      sent: () => {
        close();
        this.#board.reload();
      },
      cancel: close,
    };
  }
}
