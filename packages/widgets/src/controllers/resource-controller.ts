import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isAbort, ServiceError } from '../client/service-error.js';

/** How a resource is read. */
export interface ResourceOptions<Value, Args extends readonly unknown[]> {
  /** What the answer depends on; null while there is nothing to ask. A change reads anew. */
  args: () => readonly [...Args] | null;
  /** Reads it; `reload` asks past the page's shared answers. */
  load: (
    args: Args,
    options: { signal: AbortSignal; reload: boolean; showSaved?: (value: Value) => void }
  ) => Promise<Value>;
}

/** A tab that comes back after this long looks again, in milliseconds. */
const staleAfter = 30_000;
/** First pause before an outage is looked at again by itself, in milliseconds; each is twice the last. */
const firstPause = 60_000;
const longestPause = 15 * firstPause;

/**
 * Something an element reads from the API, in every state it can be in.
 *
 * What has been read stays while it is read again, so that nothing jumps; a late answer never
 * replaces a newer one, and an element that leaves the page stops asking.
 */
export class ResourceController<
  Value,
  Args extends readonly unknown[],
> implements ReactiveController {
  /** The last answer; older than `error` when reading it again has failed. */
  value: Value | undefined;
  /** Why the last attempt failed. */
  error: ServiceError | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #options: ResourceOptions<Value, Args>;
  /** What was last asked for. */
  #asked: readonly unknown[] | undefined;
  /** The read under way. */
  #flight: AbortController | undefined;
  #valueArgs = '';
  #readAt = 0;
  #reload = false;
  #interrupted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = firstPause;

  constructor(host: ReactiveControllerHost, options: ResourceOptions<Value, Args>) {
    (this.#host = host).addController(this);
    this.#options = options;
    // Apart and last, so that what extends this class has its own say before each look.
    host.addController({ hostUpdate: () => this.#follow() });
  }

  /** Whether it is being read now. */
  get pending(): boolean {
    return this.#flight !== undefined;
  }

  /** Reads it again, past every cache. */
  retry(): Promise<void> {
    this.#reload = true;
    return this.#read();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#refresh);
    document.addEventListener('km-refresh', this.#refresh);
    window.addEventListener('online', this.#refresh);
    if (this.#interrupted) {
      this.#interrupted = false;
      void this.#read();
    }
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#refresh);
    document.removeEventListener('km-refresh', this.#refresh);
    window.removeEventListener('online', this.#refresh);
    clearTimeout(this.#timer);
    this.#interrupted = this.pending;
    this.#flight?.abort();
  }

  readonly #refresh = ({ type }: Event) => {
    const isStale = !document.hidden && Date.now() - this.#readAt >= staleAfter;
    if (!this.pending && (isStale || type !== 'visibilitychange')) void this.retry();
  };

  #follow(): void {
    const args = this.#options.args() ?? [];
    const isAsked =
      this.#asked?.length === args.length &&
      args.every((arg, index) => Object.is(arg, this.#asked![index]));
    if (!isAsked) void this.#read();
  }

  async #read(): Promise<void> {
    const args = this.#options.args();
    this.#asked = args ?? [];
    this.#flight?.abort();
    this.#flight = undefined;
    clearTimeout(this.#timer);
    if (!args) return;
    const flight = (this.#flight = new AbortController());
    const reload = this.#reload;
    this.#reload = false;
    this.#host.requestUpdate();
    try {
      const question = JSON.stringify(args);
      const show = (value: Value) => {
        this.value = value;
        this.error = undefined;
        this.#valueArgs = question;
      };
      const value = await this.#options.load(args as Args, {
        signal: flight.signal,
        reload,
        // What is on screen already is newer, if it answers this question.
        showSaved: (saved) => {
          if (this.#flight !== flight || question === this.#valueArgs) return;
          show(saved);
          this.#host.requestUpdate();
        },
      });
      if (this.#flight !== flight) return;
      show(value);
      this.#readAt = Date.now();
      this.#await((value as { saved?: boolean }).saved);
    } catch (error) {
      if (this.#flight !== flight) return;
      this.#fail(error);
    }
    this.#flight = undefined;
    this.#host.requestUpdate();
  }

  /** Looks again by itself after an outage, ever more rarely, and not with thousands of others. */
  #await(isOutage: boolean | undefined): void {
    if (!isOutage) {
      this.#pause = firstPause;
      return;
    }
    this.#timer = setTimeout(() => void this.retry(), this.#pause * (0.5 + Math.random()));
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }

  #fail(error: unknown): void {
    if (isAbort(error)) return;
    this.#await(error instanceof ServiceError && /^(offline|slow|server)$/.test(error.kind));
    this.#readAt = Date.now();
    // Old answers may stand under a failure only if they answer the same question.
    if (JSON.stringify(this.#options.args()) !== this.#valueArgs) this.value = undefined;
    this.error = error instanceof ServiceError ? error : new ServiceError('invalid', String(error));
  }
}
