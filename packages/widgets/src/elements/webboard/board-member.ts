import type { OwnMember } from '@km-laas/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MemberError } from '../../client/member-error.js';
import type { MemberSession } from '../../client/member-session.js';
import type { Query } from '../../client/operation-url.js';
import type { Language } from '../../controllers/localize-controller.js';
import type { KmElement } from '../../internal/km-element.js';

/** A question to the server, or something done there. */
interface Asking {
  /** Becomes JSON, or goes as the file it is; a read when left out. */
  body?: object | Blob;
  query?: Query;
  signal?: AbortSignal;
  /** Anyone may do it: nobody is asked to sign in for it. */
  isOpen?: boolean;
}

/** Longest wait for an answer, and for one to a file, in milliseconds. */
const timeouts = { json: 20_000, file: 120_000 };

/**
 * Whoever is signed in on this page, and what they do in their own name.
 *
 * What signs them in is fetched once the board stands: reading needs none of it.
 */
export class BoardMember implements ReactiveController {
  readonly #host: ReactiveControllerHost & KmElement;
  readonly #language: () => Language;
  #session: MemberSession | undefined;
  #loading: Promise<MemberSession> | undefined;
  #api: string | undefined;

  constructor(host: ReactiveControllerHost & KmElement, language: () => Language) {
    (this.#host = host).addController(this);
    this.#language = language;
  }

  /** The member, also when the time is over and the next act asks them again; else undefined. */
  get member(): OwnMember | undefined {
    return this.#session?.member ?? undefined;
  }

  /** Whether something can be asked in their name without asking them. */
  get isSignedIn(): boolean {
    return this.#session?.isSignedIn ?? false;
  }

  get language(): Language {
    return this.#language();
  }

  /**
   * Lets a reader sign in; answers whether they did.
   *
   * @throws {MemberError} where no window can be opened.
   */
  async signIn(): Promise<boolean> {
    const session = this.#session ?? (await this.#load());
    return (await session.signIn(this.language)) !== null;
  }

  /**
   * Asks something of the server, in the member's name where there is one.
   *
   * @throws {MemberError}
   */
  async ask<Answer>(path: string, { body, query, signal, isOpen }: Asking = {}): Promise<Answer> {
    const language = this.language;
    if (isOpen && !this.isSignedIn) {
      const { postOpenly } = await import('../../client/post-openly.js');
      return (await postOpenly(this.#host.apiAddress, path, body!, language)) as Answer;
    }
    const session = this.#session ?? (await this.#load());
    const controller = new AbortController();
    const abort = () => controller.abort();
    signal?.addEventListener('abort', abort);
    const timer = setTimeout(abort, body instanceof Blob ? timeouts.file : timeouts.json);
    try {
      return (await session.fetch(path, {
        method: body ? 'POST' : 'GET',
        language,
        signal: controller.signal,
        ...(query && { query }),
        ...(body && { body }),
      })) as Answer;
    } catch (error) {
      // Whether an answer that never came would have been yes is not known: as with no line at all.
      if (controller.signal.aborted && !signal?.aborted) throw new MemberError('offline');
      throw error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }

  hostUpdated(): void {
    if (this.#host.apiAddress === this.#api) return;
    this.#leave();
    this.#api = this.#host.apiAddress;
    this.#load().catch(() => {
      // Reading goes on; the click that wants it tries again.
    });
  }

  hostConnected(): void {
    if (this.#host.hasUpdated) this.hostUpdated();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  readonly #changed = () => this.#host.requestUpdate();

  #leave(): void {
    this.#session?.removeEventListener('km-member-change', this.#changed);
    this.#session = this.#loading = this.#api = undefined;
  }

  #load(): Promise<MemberSession> {
    const api = this.#host.apiAddress;
    this.#loading ??= import('../../client/member-session.js')
      .then(({ memberSession }) => {
        const session = memberSession(api);
        if (this.#host.isConnected && api === this.#host.apiAddress) {
          this.#session = session;
          session.addEventListener('km-member-change', this.#changed);
          this.#changed();
        }
        // Ready for a click; on the knowledge bank's own pages also for who is signed in there.
        session.prepare();
        void session.resume();
        return session;
      })
      .catch((error: unknown) => {
        this.#loading = undefined;
        throw error instanceof MemberError ? error : new MemberError('offline');
      });
    return this.#loading;
  }
}

/** Whether the server understood a request and said no. */
export function isRefusal(error: unknown): error is MemberError {
  return error instanceof MemberError && error.status >= 400 && error.status < 500;
}
