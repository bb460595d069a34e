import type { MemberToken, OwnMember } from '@km-laas/contract';
import { MemberError } from './member-error.js';
import { operationUrl, type Query } from './operation-url.js';
import { conform, type Shape } from './shape.js';
import { makePair, openSignInWindow, type Pair, type WindowCode } from './sign-in-window.js';

/**
 * Where a page stands with its reader.
 *
 * - `out`: nobody has signed in
 * - `opening`: the sign-in window is open
 * - `in`: a member is signed in
 * - `ended`: the time is over; who it was is still known, and the window knows them without asking
 */
export type MemberState = 'out' | 'opening' | 'in' | 'ended';

/** How a member's request is sent. */
export interface MemberRequest {
  method?: 'GET' | 'POST';
  query?: Query;
  /** Becomes JSON; a Blob goes as it is, with its own type. */
  body?: unknown;
  signal?: AbortSignal;
  language?: string;
}

const memberShape = {
  id: 'string',
  displayName: 'string',
  authorityCode: 'string?',
  authorityName: 'string?',
  provinceCode: 'string?',
  grade: 'string',
  isModerator: 'boolean',
  unread: 'number',
} as Shape<OwnMember>;

/** A token is renewed when it has less than this left, in milliseconds. */
const renewBefore = 3 * 60_000;

const sessions = new Map<string, MemberSession>();

/** The session all elements of a page share that use the same knowledge bank. */
export function memberSession(api: string): MemberSession {
  const session = sessions.get(api) ?? new MemberSession(api);
  sessions.set(api, session);
  return session;
}

/**
 * Who reads this page, for as long as it stands: the token is kept in memory alone, where no other
 * page and no later reader of a shared PC finds it.
 *
 * Fires `km-member-change` on itself whenever `state` or `member` changes.
 */
export class MemberSession extends EventTarget {
  readonly #api: string;
  #state: MemberState = 'out';
  #member: OwnMember | null = null;
  #token = '';
  /** On the clock that nobody can set wrong. */
  #tokenUntil = 0;
  #renewing: Promise<void> | undefined;
  #opening: Promise<OwnMember | null> | undefined;
  #pair: Promise<Pair> | undefined;
  #hasLooked = false;

  constructor(api: string) {
    super();
    this.#api = api;
  }

  get state(): MemberState {
    return this.#state;
  }

  /** Who it is, or was until the time was over; null when nobody is. */
  get member(): OwnMember | null {
    return this.#member;
  }

  get isSignedIn(): boolean {
    return this.#state === 'in';
  }

  /** Makes ready for a sign-in, so that the click that asks for it is answered at once. */
  prepare(): void {
    this.#pair ??= makePair();
    this.#pair.catch(() => {});
  }

  /**
   * On the knowledge bank's own pages, takes over who is signed in there; elsewhere nothing happens:
   * no page of others learns who reads it before the reader says so.
   */
  async resume(): Promise<void> {
    if (this.#hasLooked || !isOwnPage(this.#api)) return;
    this.#hasLooked = true;
    try {
      const pair = await makePair();
      const response = await fetch(`${this.#api}/members/here`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ challenge: pair.challenge }),
      });
      if (!response.ok || response.status === 204) return;
      const { code } = (await response.json()) as { code: string };
      if (this.#state === 'out') await this.#take({ code, verifier: pair.verifier });
    } catch {
      // Then the reader signs in as on any other page.
    }
  }

  /**
   * Lets the reader sign in, in a window of the knowledge bank; null when they close it. To be
   * called while a click is being answered.
   *
   * @throws {MemberError}
   */
  signIn(language = 'th'): Promise<OwnMember | null> {
    this.#opening ??= this.#open(language).finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  /** Signs out, here and in the sign-in window, or on every machine and every site. */
  async signOut({ everywhere = false } = {}): Promise<void> {
    try {
      if (this.#token) {
        await this.#send('/members/sign-out', { method: 'POST', body: { everywhere } });
      }
    } catch (error) {
      // A token that works no more has nothing to end; whatever else failed, the reader must know.
      if (!(error instanceof MemberError) || error.kind !== 'signedOut') throw error;
    }
    this.#token = '';
    this.#become('out', null);
  }

  /**
   * Sends a request as the member and answers its parsed JSON, `{ data, meta }`. Where the time is
   * over the window opens again by itself for a write, if a click is being answered.
   *
   * @throws {MemberError}
   */
  async fetch(path: string, request: MemberRequest = {}): Promise<Record<string, unknown>> {
    await this.#keepAlive();
    if (!this.isSignedIn && request.method === 'POST') await this.signIn(request.language);
    if (!this.isSignedIn) throw new MemberError('signedOut');
    return this.#send(path, request);
  }

  /** Reads anew who the member is and how much is unread. */
  async reload(): Promise<void> {
    const { data } = await this.fetch('/members/me');
    const member = conform<OwnMember>(data, memberShape);
    if (member && this.isSignedIn) this.#become('in', member);
  }

  async #open(language: string): Promise<OwnMember | null> {
    const before = this.#state;
    this.prepare();
    const pair = this.#pair!;
    this.#pair = undefined;
    this.#become('opening', this.#member);
    try {
      const taken = await openSignInWindow(this.#api, await pair, language);
      if (taken) await this.#take(taken);
      else this.#become(before, this.#member);
      return this.isSignedIn ? this.#member : null;
    } catch (error) {
      this.#become(before, this.#member);
      throw error;
    } finally {
      this.prepare();
    }
  }

  async #take(taken: WindowCode): Promise<void> {
    this.#adopt(await this.#send('/members/token', { method: 'POST', body: taken }));
  }

  /** Gives a token that is running out a successor; elements that ask at once share it. */
  async #keepAlive(): Promise<void> {
    if (!this.isSignedIn) return;
    const left = this.#tokenUntil - performance.now();
    if (left <= 0) return this.#end();
    if (left > renewBefore) return;
    this.#renewing ??= this.#renew().finally(() => (this.#renewing = undefined));
    await this.#renewing;
  }

  async #renew(): Promise<void> {
    try {
      this.#adopt(await this.#send('/members/token/refresh', { method: 'POST', body: {} }));
    } catch (error) {
      // The old one still works for a while; where it does not, the request itself will say so.
      if (error instanceof MemberError && error.kind === 'signedOut') this.#end();
    }
  }

  #adopt({ data, meta }: Record<string, unknown>): void {
    const { token, expiresAt, member } = data as MemberToken;
    const { asOf } = meta as { asOf: string };
    const sound = conform<OwnMember>(member, memberShape);
    if (typeof token !== 'string' || !sound) throw new MemberError('server');
    this.#token = token;
    // The server's two clocks agree; that of an old PC may be years away.
    this.#tokenUntil = performance.now() + (Date.parse(expiresAt) - Date.parse(asOf));
    this.#become('in', sound);
  }

  async #send(
    path: string,
    { method = 'GET', query, body, signal, language }: MemberRequest
  ): Promise<Record<string, unknown>> {
    const isRaw = body instanceof Blob;
    let response;
    try {
      response = await fetch(operationUrl(this.#api, path, query), {
        method,
        credentials: 'omit',
        ...(signal && { signal }),
        headers: {
          ...(this.#token && { Authorization: `Bearer ${this.#token}` }),
          ...(language && { 'Accept-Language': language }),
          ...(body !== undefined && { 'Content-Type': isRaw ? body.type : 'application/json' }),
        },
        ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body) }),
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new MemberError('offline');
    }
    const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    if (response.ok) return answer;
    const { message, details } = (answer.error ?? {}) as {
      message?: string;
      details?: Record<string, unknown>;
    };
    const { status } = response;
    if (status === 401) this.#end();
    throw new MemberError(kindOf(status), message, status, details);
  }

  #end(): void {
    this.#token = '';
    if (this.#state === 'in') this.#become('ended', this.#member);
  }

  #become(state: MemberState, member: OwnMember | null): void {
    if (this.#state === state && this.#member === member) return;
    this.#state = state;
    this.#member = member;
    this.dispatchEvent(new Event('km-member-change'));
  }
}

function kindOf(status: number) {
  if (status === 401) return 'signedOut';
  if (status === 429) return 'limited';
  return status >= 500 ? 'server' : 'refused';
}

function isOwnPage(api: string): boolean {
  try {
    return new URL(api).origin === location.origin;
  } catch {
    return false;
  }
}
