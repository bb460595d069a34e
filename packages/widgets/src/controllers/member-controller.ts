import type { OwnMember } from '@km-laas/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { memberSession, type MemberSession, type MemberState } from '../client/member-session.js';

/** Shows an element's host anew whenever the page's reader signs in or out, in whichever element. */
export class MemberController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { apiAddress: string };
  readonly #onChange: (() => void) | undefined;
  #session: MemberSession | undefined;

  /** @param onChange - Runs at every change, before the host is shown anew. */
  constructor(host: ReactiveControllerHost & { apiAddress: string }, onChange?: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  /** The session of the knowledge bank the host uses; undefined where nobody has named one. */
  get session(): MemberSession | undefined {
    return this.#session;
  }

  get state(): MemberState {
    return this.#session?.state ?? 'out';
  }

  get member(): OwnMember | null {
    return this.#session?.member ?? null;
  }

  hostConnected(): void {
    this.#follow();
  }

  hostUpdate(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#session?.removeEventListener('km-member-change', this.#tell);
    this.#session = undefined;
  }

  #follow(): void {
    const api = this.#host.apiAddress;
    const session = api ? memberSession(api) : undefined;
    if (session === this.#session) return;
    this.#session?.removeEventListener('km-member-change', this.#tell);
    this.#session = session;
    session?.addEventListener('km-member-change', this.#tell);
    void session?.resume();
  }

  readonly #tell = () => {
    this.#onChange?.();
    this.#host.requestUpdate();
  };
}
