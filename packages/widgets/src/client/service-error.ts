/**
 * Why an answer did not come, as far as it changes what the reader should do.
 *
 * - `unset`: nobody has named the API
 * - `offline`: no connection to it
 * - `slow`: it did not answer in time
 * - `notFound`: it has no such thing
 * - `refused`: it does not accept the request
 * - `limited`: too many requests from this network
 * - `invalid`: its answer is not what the contract says
 * - `server`: it failed
 */
export type FailureKind =
  'unset' | 'offline' | 'slow' | 'notFound' | 'refused' | 'limited' | 'invalid' | 'server';

/** A failed read or write; the words for the reader are in the translations under its kind. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  constructor(
    readonly kind: FailureKind,
    message: string
  ) {
    super(message);
  }
}

/** Whether a caller gave up by its own signal; nothing to tell a reader. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
