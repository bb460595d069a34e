import type { Thread, ThreadListItem } from '@km-laas/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Single } from '../../client/read.js';
import { ServiceError } from '../../client/service-error.js';
import { getThread, listThreads } from '../../client/services/threads.js';
import { ListController } from '../../controllers/list-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { ResourceController } from '../../controllers/resource-controller.js';
import { TopicController } from '../../controllers/topic-controller.js';
import { chooseValue } from '../../internal/choose.js';
import { backIcon } from '../../internal/icons.js';
import { entryStyles } from '../../internal/item/entry.styles.js';
import { KmElement } from '../../internal/km-element.js';
import { renderMore } from '../../internal/render-more.js';
import { renderSkeleton, renderStates } from '../../internal/render-states.js';
import type { AskPage } from './ask-page.js';
import type { Board } from './board.js';
import { BoardMember } from './board-member.js';
import { asking, BoardRoute } from './board-route.js';
import { hasPending } from './has-pending.js';
import { ListFilters } from './list-filters.js';
import { MyBoard } from './my-board.js';
import type { PendingPosts } from './pending-posts.js';
import { renderThreadList } from './render-thread-list.js';
import type { ThreadPage } from './thread-page.js';
import { webboardStyles } from './webboard.styles.js';
import { th } from './webboard.th.js';

/**
 * The webboard: questions of local authorities, and answers of the department and of one another.
 *
 * Everyone reads. Who signs in, in a window of the knowledge bank, also asks, answers and follows;
 * moderators keep order in the same place.
 *
 * @element km-webboard
 * @since 0.1.0
 *
 * @slot - Fallback markup, shown until the threads arrive or if they never do.
 * @slot empty - Shown when no thread matches.
 * @csspart base - The box around everything.
 * @csspart search - The field that filters.
 * @csspart filter - A choice: a filter, the order, or how to follow a thread.
 * @csspart ask - The button that begins a thread.
 * @csspart item - A thread in the list.
 * @csspart state - The chip that says where a thread stands.
 * @csspart post - A question or a reply.
 * @csspart accepted - The answer that was accepted.
 * @csspart author - Who wrote a post, and when.
 * @csspart file - A link to an attachment.
 * @csspart vote - The button that counts a reader in: same problem, or helpful.
 * @csspart act - A button that does something with a post.
 * @csspart composer - The field for a post with its tools.
 * @csspart preview - A post as readers will see it.
 * @csspart suggestion - Something that may answer the question already.
 * @csspart dialog - The box that asks for a reason.
 * @csspart pending - Posts that have not left yet.
 * @csspart back - The button that leads back to the list.
 * @csspart copy-link - The button that copies the address of a thread or a reply.
 * @csspart print - The button that prints a thread.
 * @csspart more - The button for more threads or replies.
 * @csspart empty - What is shown when no thread matches.
 * @csspart error - What is shown when the threads cannot be read.
 * @csspart offline - What is shown above saved threads.
 * @csspart checking - When what is shown was read, while the newest is asked for.
 *
 * @example
 * <km-webboard api="https://km.example.go.th" topic="budget"></km-webboard>
 */
export class WebboardElement extends KmElement {
  static override styles = [KmElement.styles, entryStyles, webboardStyles];

  @state() private said = '';
  @state() private problem = '';

  /** Where the open thread is kept: `hash`, in the page's address, or `element`, which leaves the address alone. */
  @property() routes = 'hash';

  /** Threads about which system to show: `elaas` or `newElaas`; what is about both is always shown. */
  @property({ attribute: 'applies-to' }) appliesTo = '';

  readonly #localize = new LocalizeController(this, {
    th,
    en: async () => (await import('./webboard.en.js')).en,
  });
  readonly #route = new BoardRoute(this);
  readonly #topics: TopicController = new TopicController(
    this,
    // Whoever may move a thread to another menu chooses among all of them.
    () => {
      const mine = this.#mine.value;
      const id = this.#route.thread;
      return !id || !!mine?.isModerator || !!this.#mine.thread(id)?.canEdit;
    }
  );
  readonly #filters = new ListFilters(this, this.#topics, this.#localize);
  readonly #threads = new ListController<ThreadListItem>(this, {
    api: () => this.apiAddress,
    query: () =>
      this.#route.id
        ? null
        : {
            ...this.#filters.query,
            topic: this.#topics.slug,
            appliesTo: this.appliesTo,
            pageSize: this.pageSize,
          },
    load: listThreads,
  });
  readonly #thread = new ResourceController<Single<Thread>, readonly [string, string]>(this, {
    args: () => (this.#route.thread ? [this.apiAddress, this.#route.thread] : null),
    load: async ([api, id], options) => {
      const [single] = await Promise.all([getThread(id, { api, ...options }), this.#prepare()]);
      return single;
    },
  });
  readonly #member = new BoardMember(this, () => this.#localize.language);
  readonly #mine = new MyBoard(this, this.#member, () =>
    this.#route.thread
      ? [this.#route.thread]
      : (this.#threads.value?.items ?? []).map(({ id }) => id)
  );
  readonly #board: Board = {
    host: this,
    route: this.#route,
    member: this.#member,
    mine: this.#mine,
    topics: this.#topics,
    localize: this.#localize,
    signIn: () => this.#signIn(),
    pending: () => this.#openPending(),
    mend: (place) => {
      this.#threadPage?.lookForDraft();
      this.#askPage?.lookForDraft();
      if (this.#route.id !== place) this.#route.open(place);
      this.requestUpdate();
    },
    reload: () => this.#reload(),
    say: (words) => (this.said = words),
  };
  #threadPage: ThreadPage | undefined;
  #askPage: AskPage | undefined;
  #askFailure: ServiceError | undefined;
  #pending: PendingPosts | undefined;
  #fetchesPending = false;
  #opened = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('routes')) chooseValue(this, 'routes', this.routes, ['hash', 'element']);
    if (this.#route.id !== this.#opened) {
      // The thread before is no answer to this question, however long the new one takes.
      this.#thread.value = this.#thread.error = undefined;
      this.#opened = this.#route.id;
      this.said = '';
    }
    if (this.#route.isAsking && !this.#askPage && !this.#askFailure) void this.#prepareAsking();
    if (!this.#fetchesPending && this.#member.member && hasPending(this.apiAddress)) {
      this.#openPending().catch(() => (this.#fetchesPending = false));
    }
  }

  async #prepare(): Promise<void> {
    try {
      const { ThreadPage } = await import('./thread-page.js');
      this.#threadPage ??= new ThreadPage(this.#board);
    } catch {
      throw new ServiceError('offline', 'webboard');
    }
  }

  async #prepareAsking(): Promise<void> {
    try {
      const { AskPage } = await import('./ask-page.js');
      this.#askPage ??= new AskPage(this.#board);
    } catch {
      this.#askFailure = new ServiceError('offline', 'webboard');
    }
    this.requestUpdate();
  }

  async #openPending(): Promise<PendingPosts> {
    this.#fetchesPending = true;
    const { PendingPosts } = await import('./pending-posts.js');
    this.#pending ??= new PendingPosts(this.#board);
    this.requestUpdate();
    return this.#pending;
  }

  #reload(): void {
    if (this.#route.thread) void this.#thread.retry();
    else void this.#threads.retry();
    void this.#mine.retry();
    this.#threadPage?.reload();
  }

  async #signIn(): Promise<boolean> {
    this.problem = '';
    try {
      return await this.#member.signIn();
    } catch (error) {
      const { cannotSignIn } = this.#localize.text;
      const kind = (error as { kind?: string }).kind;
      this.problem =
        kind === 'blockedWindow' || kind === 'insecure' ? cannotSignIn[kind] : cannotSignIn.other;
      return false;
    }
  }

  readonly #ask = async () => {
    if (this.#member.member || (await this.#signIn())) this.#route.open(asking);
  };

  override render(): TemplateResult {
    return html`${
        this.#route.isAsking
          ? this.#renderAsking()
          : this.#route.id
            ? this.#renderThread()
            : this.#renderList()
      }
      <p class="visually-hidden" role="status">${this.said}</p>`;
  }

  #renderThread(): TemplateResult {
    return renderStates({
      host: this,
      localize: this.#localize,
      resource: this.#thread,
      label: this.#localize.text.label,
      toolbar: html`${
        this.#threadPage?.renderTools(this.#thread.value?.item) ??
        html`<div class="toolbar">${this.#renderBack()}</div>`
      }
      ${this.#renderProblem()}`,
      rows: 5,
      loaded: ({ item }) => html`${this.#pending?.render()} ${this.#threadPage?.render(item)}`,
    });
  }

  #renderAsking(): TemplateResult {
    const { text, language } = this.#localize;
    return html`<div
      class="root"
      part="base"
      role="group"
      lang=${language}
      aria-label=${text.label}
    >
      <div class="toolbar">${this.#renderBack()}</div>
      ${this.#renderProblem()}
      ${
        this.#askFailure
          ? html`<p class="notice bad" part="error" role="alert">
              ${text.failure[this.#askFailure.kind]}
              <button class="button" type="button" @click=${this.#retryAsking}>
                ${text.retry}
              </button>
            </p>`
          : (this.#askPage?.render() ?? renderSkeleton(5, this.#localize))
      }
    </div>`;
  }

  readonly #retryAsking = () => {
    this.#askFailure = undefined;
    this.requestUpdate();
  };

  #renderProblem(): unknown {
    return this.problem
      ? html`<div class="notice bad" role="alert">
          <p>${this.problem}</p>
          <button class="button" type="button" @click=${() => (this.problem = '')}>
            ${this.#localize.text.close}
          </button>
        </div>`
      : nothing;
  }

  #renderBack(): TemplateResult {
    return html`<button
      class="button"
      part="back"
      type="button"
      @click=${() => this.#route.open('')}
    >
      ${backIcon}${this.#localize.text.back}
    </button>`;
  }

  #renderList(): TemplateResult {
    const { text } = this.#localize;
    return renderStates({
      host: this,
      localize: this.#localize,
      resource: this.#threads,
      label: text.label,
      toolbar: html`${this.#filters.render(this.#renderAsk())} ${this.#renderProblem()}
      ${this.#pending?.render()}`,
      rows: Math.min(this.pageSize, 6),
      isEmpty: ({ items }) => !items.length,
      empty: html`<p><strong>${text.empty}</strong></p>
        <p class="quiet">${text.emptyHint}</p>
        ${
          this.#filters.isNarrow
            ? html`<button class="button" type="button" @click=${this.#filters.clear}>
                ${text.clear}
              </button>`
            : nothing
        }`,
      loaded: ({ items }) =>
        html`${this.#renderHeld()} ${renderThreadList(items, this.#board)}
        ${renderMore(this.#threads, this.#localize)}`,
    });
  }

  /** What the member wrote and nobody else sees yet, so that it does not seem lost. */
  #renderHeld(): unknown {
    const held = this.#mine.value?.held ?? [];
    if (!held.length) return nothing;
    const { text } = this.#localize;
    return html`<div class="notice warning held">
      <div>
        <p><strong>${text.held}</strong></p>
        <p class="quiet">${text.heldHint}</p>
        <ul lang="th">
          ${held.map(({ title }) => html`<li><bdi>${title}</bdi></li>`)}
        </ul>
      </div>
    </div>`;
  }

  #renderAsk(): TemplateResult {
    const { text } = this.#localize;
    return html`<button class="button primary" part="ask" type="button" @click=${this.#ask}>
      ${this.#member.member ? text.ask : text.signInToAsk}
    </button>`;
  }
}
