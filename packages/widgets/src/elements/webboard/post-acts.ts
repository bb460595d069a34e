import type { FollowMode, Reply, Thread } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import type { CopyController } from '../../internal/item/copy-controller.js';
import { renderSelect } from '../../internal/render-select.js';
import type { Board } from './board.js';
import { isRefusal } from './board-member.js';
import type { MoreActs } from './more-acts.js';
import type { ReplyBox } from './reply-box.js';
import type { ThreadTranslation } from './thread-page.th.js';

const follows: readonly (FollowMode | 'none')[] = ['none', 'immediate', 'digest', 'site'];

/** What readers, writers and moderators can do with a post, below it. */
export class PostActs {
  readonly #board: Board;
  readonly #localize: LocalizeController<ThreadTranslation>;
  readonly #box: ReplyBox;
  readonly #copy: CopyController;
  /** Posts whose further acts are unfolded. */
  readonly #unfolded = new Set<string>();
  /** Counts as the server answered them, newer than what was read. */
  readonly #counts = new Map<string, number>();
  #failure: { id: string; message: string } | undefined;
  #busy = '';
  #more: MoreActs | undefined;

  constructor(
    board: Board,
    localize: LocalizeController<ThreadTranslation>,
    box: ReplyBox,
    copy: CopyController
  ) {
    this.#board = board;
    this.#localize = localize;
    this.#box = box;
    this.#copy = copy;
  }

  renderThread(thread: Thread): TemplateResult {
    const { id, kind, sameProblemCount } = thread;
    const { text } = this.#localize;
    const { mine, member } = this.#board;
    const my = mine.thread(id);
    return html`<div class="acts no-print">
        ${
          kind === 'question'
            ? this.#renderVote(
                id,
                my?.sameProblem ?? false,
                sameProblemCount,
                text.sameProblem,
                (on) =>
                  this.#vote(id, `/threads/${id}/same-problem`, on, (now) =>
                    mine.noteThread(id, { sameProblem: now })
                  )
              )
            : nothing
        }
        ${
          member.member
            ? renderSelect<FollowMode | 'none'>(
                text.follow,
                my?.follow ?? 'none',
                follows.map((mode) => [mode, text.follows[mode]] as const),
                (mode) => void this.#follow(id, mode === 'none' ? null : mode)
              )
            : nothing
        }
        ${this.#renderMore(id, (more) => more.renderThread(thread))}
      </div>
      ${this.#renderFailure(id)}`;
  }

  renderReply(reply: Reply, thread: Thread): TemplateResult {
    const { id } = reply;
    const { text } = this.#localize;
    const { mine } = this.#board;
    const my = mine.reply(id);
    const mayAccept = mine.thread(thread.id)?.canAccept && thread.kind === 'question';
    const mayReply = !thread.locked && thread.state !== 'closed';
    return html`<div class="acts no-print">
        ${this.#renderVote(id, my?.helpful ?? false, reply.helpfulCount, text.helpful, (on) =>
          this.#vote(id, `/replies/${id}/helpful`, on, (now) => mine.noteReply(id, thread.id, now))
        )}
        ${
          mayAccept
            ? this.#renderAct(reply.accepted ? text.unaccept : text.accept, () =>
                this.#accept(thread, reply)
              )
            : nothing
        }
        ${mayReply ? this.#renderAct(text.quote, () => this.#box.use((desk) => desk.quote(thread, reply))) : nothing}
        ${this.#renderMore(id, (more) => more.renderReply(reply, thread, mayReply))}
      </div>
      ${this.#renderFailure(id)}`;
  }

  #renderVote(
    id: string,
    isOn: boolean,
    count: number,
    words: (count: string) => string,
    vote: (on: boolean) => void
  ): TemplateResult {
    const shown = this.#counts.get(id) ?? count;
    return html`<button
      class="button vote"
      part="vote"
      type="button"
      aria-pressed=${isOn}
      aria-disabled=${this.#busy === id}
      @click=${() => this.#busy === id || vote(!isOn)}
    >
      ${words(this.#localize.number(shown))}
    </button>`;
  }

  #renderAct(words: string, act: () => unknown): TemplateResult {
    return html`<button class="button plain" part="act" type="button" @click=${act}>
      ${words}
    </button>`;
  }

  #renderMore(id: string, draw: (more: MoreActs) => TemplateResult): TemplateResult {
    const isOpen = this.#unfolded.has(id);
    return html`<button
        class="button plain"
        part="act"
        type="button"
        aria-expanded=${isOpen}
        @click=${() => this.#toggle(id)}
      >
        ${this.#localize.text.more}
      </button>
      ${isOpen && this.#more ? html`<div class="acts">${draw(this.#more)}</div>` : nothing}`;
  }

  #renderFailure(id: string): unknown {
    return this.#failure?.id === id
      ? html`<p class="notice bad" role="alert"><span>${this.#failure.message}</span></p>`
      : nothing;
  }

  async #toggle(id: string): Promise<void> {
    if (!this.#unfolded.delete(id)) this.#unfolded.add(id);
    const { host, say } = this.#board;
    host.requestUpdate();
    try {
      const { MoreActs } = await import('./more-acts.js');
      this.#more ??= new MoreActs(this.#board, this.#box, this.#copy);
    } catch {
      say(this.#localize.text.failed);
    }
    host.requestUpdate();
  }

  /** Does something in the member's name; who has not signed in is asked to, and it is done then. */
  async #act<Answer>(
    id: string,
    path: string,
    body: object,
    done: (answer: Answer) => void
  ): Promise<void> {
    const { member, host, say, signIn, reload } = this.#board;
    if (this.#busy) return;
    this.#busy = id;
    this.#failure = undefined;
    host.requestUpdate();
    try {
      if (!member.member && !(await signIn())) return;
      const { data } = await member.ask<{ data: Answer }>(path, { body });
      done(data);
    } catch (error) {
      const { text } = this.#localize;
      if (isRefusal(error) && error.status === 409) {
        say(text.changed);
        this.#failure = { id, message: text.changed };
        reload();
      } else {
        this.#failure = { id, message: isRefusal(error) ? error.message : text.failed };
      }
    } finally {
      this.#busy = '';
      host.requestUpdate();
    }
  }

  #vote(id: string, path: string, on: boolean, note: (on: boolean) => void): void {
    void this.#act<{ on: boolean; count: number }>(id, path, { on }, (answer) => {
      this.#counts.set(id, answer.count);
      note(answer.on);
    });
  }

  async #follow(id: string, mode: FollowMode | null): Promise<void> {
    await this.#act<{ mode: FollowMode | null }>(id, `/threads/${id}/follow`, { mode }, (answer) =>
      this.#board.mine.noteThread(id, { follow: answer.mode })
    );
  }

  #accept(thread: Thread, reply: Reply): void {
    const body = {
      reply: reply.accepted ? null : reply.id,
      replaces: thread.acceptedReply?.id ?? null,
    };
    void this.#act(reply.id, `/threads/${thread.id}/accept`, body, () => this.#board.reload());
  }
}
