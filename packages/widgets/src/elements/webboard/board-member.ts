import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { sessionOf, type MemberSession } from '../../client/member-session.js';
import { Refusal } from '../../client/refusal.js';
import { send } from '../../client/send.js';
import { operationUrl, type Query } from '../../client/operation-url.js';
import type { Language } from '../../controllers/localize-controller.js';
import type { KmElement } from '../../internal/km-element.js';

/** Whoever is signed in on this page, and what they ask of the server in their own name. */
export class BoardMember implements ReactiveController {
  readonly #host: ReactiveControllerHost & KmElement;
  readonly #language: () => Language;
  #session: MemberSession | undefined;

  constructor(host: ReactiveControllerHost & KmElement, language: () => Language) {
    (this.#host = host).addController(this);
    this.#language = language;
  }

  /** The member; undefined for a reader who has not signed in. */
  get member(): MemberSession['member'] {
    return this.#session?.member;
  }

  get language(): Language {
    return this.#language();
  }

  /** Lets a reader sign in; answers whether they did. */
  async signIn(): Promise<boolean> {
    await this.#session?.signIn();
    return this.member !== undefined;
  }

  /** A token that works now; undefined where nobody is signed in. */
  token(): Promise<string | undefined> {
    return this.#session?.token() ?? Promise.resolve(undefined);
  }

  /** Asks something that is this member's own, or does something in their name. */
  async ask<Answer>(
    path: string,
    body?: object | Blob,
    { query, signal }: { query?: Query; signal?: AbortSignal } = {}
  ): Promise<Answer> {
    const token = await this.token();
    try {
      return await send<Answer>(operationUrl(this.#host.apiAddress, path, query), {
        ...(token && { token }),
        language: this.language,
        ...(body && { body }),
        ...(signal && { signal }),
      });
    } catch (error) {
      // Signed out elsewhere, or blocked: what the page shows must follow.
      if (error instanceof Refusal && error.status === 401 && token) this.#session?.forget();
      throw error;
    }
  }

  hostConnected(): void {
    this.#watch();
  }

  hostUpdate(): void {
    this.#watch();
  }

  hostDisconnected(): void {
    this.#session?.removeEventListener('change', this.#changed);
    this.#session = undefined;
  }

  readonly #changed = () => this.#host.requestUpdate();

  /** The session of the API in use, which another attribute may have changed. */
  #watch(): void {
    const session = this.#host.isConnected ? sessionOf(this.#host.apiAddress) : undefined;
    if (session === this.#session) return;
    this.#session?.removeEventListener('change', this.#changed);
    this.#session = session;
    session?.addEventListener('change', this.#changed);
  }
}
