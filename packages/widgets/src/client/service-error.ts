/**
 * Why an answer did not come, as far as it changes what the reader should do.
 *
 * - `offline`: no connection to it
 * - `slow`: it did not answer in time
 * - `notFound`: it has no such thing
 * - `misused`: the page asks wrongly: it names no API, or an attribute is wrong
 * - `limited`: too many requests from this network
 * - `invalid`: its answer is not what the contract says
 * - `server`: it failed
 */
export type FailureKind =
  'offline' | 'slow' | 'notFound' | 'misused' | 'limited' | 'invalid' | 'server';

/** A failed read or write; the words for the reader are in the translations under its kind. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  /** @param about - What was asked, for a webmaster who reads the console. */
  constructor(
    readonly kind: FailureKind,
    about: string
  ) {
    super(`${kind}: ${about}`);
  }
}

/** Whether a caller gave up by its own signal; nothing to tell a reader. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
