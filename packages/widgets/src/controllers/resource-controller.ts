import { Task, initialState } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isAbort, ServiceError } from '../client/service-error.js';

/** How a resource is read. */
export interface ResourceOptions<Value, Args extends readonly unknown[]> {
  /** What the answer depends on; null while there is nothing to ask. A change reads anew. */
  args: () => readonly [...Args] | null;
  /** Reads it; `reload` asks past the page's shared answers. */
  load: (args: Args, options: { signal: AbortSignal; reload: boolean }) => Promise<Value>;
}

/** A tab that comes back after this long looks again, in milliseconds. */
const staleAfter = 30_000;

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
  readonly #task: Task<readonly unknown[], Value>;
  readonly #options: ResourceOptions<Value, Args>;
  #valueArgs = '';
  #readAt = 0;
  #reload = false;
  #interrupted = false;

  constructor(host: ReactiveControllerHost, options: ResourceOptions<Value, Args>) {
    (this.#host = host).addController(this);
    this.#options = options;
    this.#task = new Task(host, {
      args: () => options.args() ?? [],
      task: (args, { signal }) => (options.args() ? this.#load(args, signal) : initialState),
      onComplete: (value) => {
        this.value = value;
        this.error = undefined;
      },
      onError: (error) => this.#fail(error),
    });
  }

  /** Whether it is being read now. */
  get pending(): boolean {
    return this.#task.status === 1;
  }

  /** Reads it again, past every cache. */
  retry(): Promise<void> {
    this.#reload = true;
    return this.#task.run();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#refresh);
    if (this.#interrupted) {
      this.#interrupted = false;
      void this.#task.run();
    }
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#refresh);
    this.#interrupted = this.pending;
    this.#task.abort();
  }

  readonly #refresh = () => {
    if (!document.hidden && !this.pending && Date.now() - this.#readAt >= staleAfter) {
      void this.retry();
    }
  };

  async #load(args: readonly unknown[], signal: AbortSignal): Promise<Value> {
    const reload = this.#reload;
    this.#reload = false;
    const value = await this.#options.load(args as Args, { signal, reload });
    this.#readAt = Date.now();
    this.#valueArgs = JSON.stringify(args);
    return value;
  }

  #fail(error: unknown): void {
    if (isAbort(error)) return;
    this.#readAt = Date.now();
    // Old answers may stand under a failure only if they answer the same question.
    if (JSON.stringify(this.#options.args()) !== this.#valueArgs) this.value = undefined;
    this.error = error instanceof ServiceError ? error : new ServiceError('invalid', String(error));
    this.#host.requestUpdate();
  }
}
