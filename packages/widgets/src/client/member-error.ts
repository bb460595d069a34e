/**
 * Why something a member asked for was not done.
 *
 * - `signedOut`: nobody is signed in, or the time is over
 * - `blockedWindow`: the browser did not open the sign-in window
 * - `insecure`: the page is not on https, so that nobody can sign in from it
 * - `refused`: the server says no, and `message` says why in the reader's language
 * - `limited`: too many requests
 * - `offline`: no connection
 * - `server`: the server failed
 */
export type MemberFailure =
  'signedOut' | 'blockedWindow' | 'insecure' | 'refused' | 'limited' | 'offline' | 'server';

/** What a member asked for was not done. */
export class MemberError extends Error {
  override readonly name = 'MemberError';

  /**
   * @param message - For the reader where the server wrote it; for the console else.
   * @param details - What the server adds, e.g. the fields that are wrong.
   */
  constructor(
    readonly kind: MemberFailure,
    message: string = kind,
    readonly status = 0,
    readonly details: Readonly<Record<string, unknown>> = {}
  ) {
    super(message);
  }
}
