import type { OwnMember } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { MemberError, type MemberFailure } from '../../client/member-error.js';
import type { MemberState } from '../../client/member-session.js';
import { LanguageController } from '../../controllers/language-controller.js';
import { MemberController } from '../../controllers/member-controller.js';
import { draw } from '../../internal/icons.js';
import { KmElement } from '../../internal/km-element.js';
import { safeAddress } from '../../internal/safe-address.js';
import { memberMenuStyles } from './member-menu.styles.js';
import { th } from './member-menu.th.js';

/** A reader has signed in or out, or the time is over, in whichever element of the page. */
export class KmMemberChangeEvent extends Event {
  constructor(
    /** Where the page stands with its reader now. */
    readonly state: MemberState,
    /** Who it is, or was until the time was over; null when nobody is. */
    readonly member: Readonly<OwnMember> | null
  ) {
    super('km-member-change', { bubbles: true, composed: true });
  }
}

const personIcon = draw('M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0M4 21c0-4 4-6 8-6s8 2 8 6');
/** How often the count of what is unread is read anew while the page is looked at. */
const countEvery = 3 * 60_000;

/**
 * Signs readers in and out, and shows who reads: the password is typed in a window of the knowledge
 * bank and never on this page.
 *
 * @element km-member-menu
 * @since 0.3.0
 *
 * @slot - What the page shows where no script runs, e.g. a link to the knowledge bank.
 * @fires {KmMemberChangeEvent} km-member-change - A reader has signed in or out, or the time is over.
 * @csspart base - The box around everything.
 * @csspart sign-in - The button that opens the sign-in window.
 * @csspart opener - The button with the member's name.
 * @csspart count - How much is unread.
 * @csspart menu - The box the name opens.
 * @csspart sign-out - The button that signs out.
 * @csspart error - What is shown when signing in or out failed.
 *
 * @example
 * <km-member-menu api="https://km.example.go.th"></km-member-menu>
 */
export class MemberMenuElement extends KmElement {
  static override styles = [KmElement.styles, memberMenuStyles];

  @query('[part=opener]') private readonly opener!: HTMLButtonElement | null;
  @state() private isOpen = false;
  @state() private failure: MemberFailure | undefined;

  /** Address of the page with the webboard, where what is unread leads. */
  @property() href = '';

  readonly #localize = new LanguageController(this, {
    th,
    en: async () => (await import('./member-menu.en.js')).en,
  });
  readonly #members = new MemberController(this, () => {
    this.dispatchEvent(new KmMemberChangeEvent(this.#members.state, this.#members.member));
  });
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#count);
    this.#timer = setInterval(this.#count, countEvery);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#count);
    clearInterval(this.#timer);
  }

  protected override updated(): void {
    this.#members.session?.prepare();
  }

  /** Opens the sign-in window, as the button does; call it while a click is being answered. */
  async signIn(): Promise<void> {
    await this.#attempt(() => this.#members.session?.signIn(this.#localize.language));
  }

  /** Signs out here, or on every machine and every site. */
  async signOut(everywhere = false): Promise<void> {
    this.isOpen = false;
    await this.#attempt(() => this.#members.session?.signOut({ everywhere }));
  }

  async #attempt(act: () => Promise<unknown> | undefined): Promise<void> {
    this.failure = undefined;
    try {
      await act();
    } catch (error) {
      this.failure = error instanceof MemberError ? error.kind : 'server';
    }
  }

  readonly #count = () => {
    const { session } = this.#members;
    if (document.hidden || !session?.isSignedIn) return;
    // A count is not worth a word: when it fails the old one stays, and so does the name.
    session.reload().catch(() => {});
  };

  readonly #leave = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (!(currentTarget as Element).contains(relatedTarget as Node | null)) this.isOpen = false;
  };

  readonly #press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.isOpen) return;
    event.preventDefault();
    this.isOpen = false;
    this.opener?.focus();
  };

  override render(): TemplateResult {
    const { text, language } = this.#localize;
    const { state: standing, member } = this.#members;
    const isIn = standing === 'in' && member !== null;
    return html`<div
      class="root"
      part="base"
      role="group"
      lang=${language}
      aria-label=${text.label}
      @focusout=${this.#leave}
      @keydown=${this.#press}
    >
      ${isIn ? this.#renderMember(member) : this.#renderSignIn(standing, member)}
      ${
        this.failure
          ? html`<p class="notice bad" part="error" role="alert">${text.failures[this.failure]}</p>`
          : nothing
      }
      <slot hidden></slot>
    </div>`;
  }

  #renderSignIn(standing: MemberState, member: OwnMember | null): TemplateResult {
    const { text } = this.#localize;
    const isOpening = standing === 'opening';
    return html`<button
        class="button opener"
        part="sign-in"
        type="button"
        ?disabled=${isOpening || !this.#members.session}
        @click=${this.signIn}
      >
        ${personIcon}<span>${member ? text.signInAgain(member.displayName) : text.signIn}</span>
      </button>
      <p class="label" role="status" ?hidden=${!isOpening}>
        ${isOpening ? text.opening : nothing}
      </p>`;
  }

  #renderMember(member: OwnMember): TemplateResult {
    const { text } = this.#localize;
    const count = this.#localize.number(member.unread);
    return html`<button
        class="button opener"
        part="opener"
        type="button"
        aria-expanded=${this.isOpen}
        aria-controls="menu"
        @click=${() => (this.isOpen = !this.isOpen)}
      >
        ${personIcon}<span class="name" lang="th">${member.displayName}</span>
        ${
          member.unread
            ? html`<span class="count" part="count" aria-hidden="true">${count}</span
                ><span class="visually-hidden">${text.unread(count)}</span>`
            : nothing
        }
      </button>
      <div class="popup" id="menu" part="menu" ?hidden=${!this.isOpen}>
        <p class="who" lang="th"><b>${member.displayName}</b>${member.authorityName}</p>
        <ul role="list">
          ${this.#renderBoard(member, count)}
          <li>
            <a href="${this.apiAddress}/members" target="_blank" rel="noopener"
              >${text.account}<span class="visually-hidden"> ${text.newWindow}</span></a
            >
          </li>
          <li>
            <button part="sign-out" type="button" @click=${() => this.signOut()}>
              ${text.signOut}
            </button>
          </li>
          <li>
            <button type="button" @click=${() => this.signOut(true)}>
              ${text.signOutEverywhere}
            </button>
          </li>
        </ul>
      </div>`;
  }

  #renderBoard(member: OwnMember, count: string): unknown {
    const { text } = this.#localize;
    const href = this.href && safeAddress(this.href, document.baseURI);
    if (!href) return nothing;
    return html`<li>
      <a href=${href}>${member.unread ? text.unread(count) : text.board}</a>
    </li>`;
  }
}
