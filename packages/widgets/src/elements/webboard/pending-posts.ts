import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { MemberError } from '../../client/member-error.js';
import { warningIcon } from '../../internal/icons.js';
import type { Board } from './board.js';
import { asking } from './board-route.js';
import { writeDraft, type Draft } from './drafts.js';
import { Outbox, type Delivery, type Outgoing, type Send } from './outbox.js';

/** First and longest wait before another attempt, in milliseconds. */
const waits = { first: 15_000, longest: 300_000 };

/** Sends what could not leave as soon as it can, and shows it until then. */
export class PendingPosts implements ReactiveController {
  readonly #board: Board;
  #isSending = false;
  #timer = 0;
  #wait = waits.first;

  constructor(board: Board) {
    this.#board = board;
    board.host.addController(this);
  }

  /**
   * Sends a post that was just written. What cannot leave now waits here; what the server refused
   * is the writer's again.
   */
  async send(
    path: string,
    key: string,
    body: Record<string, unknown>,
    draft: Draft
  ): Promise<Delivery> {
    const { member, host } = this.#board;
    const writer = member.member?.id;
    if (!writer) throw new MemberError('signedOut');
    const post: Outgoing = { key, member: writer, path, body, draft, at: new Date().toISOString() };
    this.#outbox.put(post);
    const delivery = await this.#outbox.deliver(post, this.#send);
    if (delivery.kind === 'refused') this.#outbox.take(key);
    if (delivery.kind === 'waiting') this.#schedule();
    host.requestUpdate();
    return delivery;
  }

  /** Sends all that is waiting. */
  async flush(): Promise<void> {
    const { host, localize, member, reload, say } = this.#board;
    if (this.#isSending || !member.isSignedIn || !this.#waiting.some((post) => !post.refusal))
      return;
    this.#isSending = true;
    host.requestUpdate();
    try {
      // Where the time is over, this says so without opening a window that nobody asked for.
      await member.ask('/members/me');
      const sent = await this.#outbox.flush(member.member!.id, this.#send);
      if (sent.length) {
        say(localize.text.arrived);
        reload();
      }
    } catch {
      // Still no line, or nobody signed in: they go on waiting.
    } finally {
      this.#isSending = false;
      this.#schedule();
      host.requestUpdate();
    }
  }

  hostConnected(): void {
    window.addEventListener('online', this.#hurry);
    void this.flush();
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#hurry);
    clearTimeout(this.#timer);
  }

  readonly #hurry = () => {
    this.#wait = waits.first;
    void this.flush();
  };

  get #outbox(): Outbox {
    return new Outbox(this.#board.host.apiAddress);
  }

  get #waiting(): Outgoing[] {
    const { member } = this.#board.member;
    return member ? this.#outbox.of(member.id) : [];
  }

  readonly #send: Send = (path, body) => this.#board.member.ask(path, { body });

  #schedule(): void {
    clearTimeout(this.#timer);
    if (!this.#board.host.isConnected || !this.#waiting.some(({ refusal }) => !refusal)) {
      this.#wait = waits.first;
      return;
    }
    this.#timer = window.setTimeout(() => void this.flush(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, waits.longest);
  }

  /** Gives a refused post back to its writer. */
  #mend({ key, path, draft, member }: Outgoing): void {
    const { host, mend } = this.#board;
    const place = /^\/threads\/([a-z0-9]+)\/replies$/.exec(path)?.[1] ?? asking;
    writeDraft({ api: host.apiAddress, member, place }, draft);
    this.#outbox.take(key);
    mend(place);
  }

  #discard(key: string): void {
    this.#outbox.take(key);
    this.#board.host.requestUpdate();
  }

  render(): unknown {
    const waiting = this.#waiting;
    if (!waiting.length) return nothing;
    const { text, number } = this.#words;
    return html`<div class="notice warning pending" part="pending" role="status">
      ${warningIcon}
      <div>
        <p><strong>${text.waiting(number(waiting.length))}</strong></p>
        <p class="quiet">${text.waitingHint}</p>
        <ul role="list">
          ${waiting.map((post) => this.#renderPost(post))}
        </ul>
      </div>
      <button
        class="button"
        type="button"
        aria-disabled=${this.#isSending}
        @click=${() => this.#isSending || this.flush()}
      >
        ${this.#isSending ? text.loading : text.sendNow}
      </button>
    </div>`;
  }

  #renderPost(post: Outgoing): TemplateResult {
    const { text } = this.#words;
    const words = String(post.body.title ?? post.body.body ?? '');
    return html`<li>
      <bdi lang="th">${words.length > 80 ? `${words.slice(0, 80)}…` : words}</bdi>
      ${
        post.refusal
          ? html`<p class="bad-words" role="alert">${text.refused}: ${post.refusal}</p>
              <button class="button" type="button" @click=${() => this.#mend(post)}>
                ${text.mend}
              </button>`
          : nothing
      }
      <button class="button plain" type="button" @click=${() => this.#discard(post.key)}>
        ${text.discard}
      </button>
    </li>`;
  }

  get #words() {
    const { localize } = this.#board;
    return { text: localize.text, number: (value: number) => localize.number(value) };
  }
}
