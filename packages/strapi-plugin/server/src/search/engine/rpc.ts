import { parentPort, Worker } from 'node:worker_threads';

/** What a thread can be asked to do: functions of plain data. */
export type Verbs = Record<string, (...given: never[]) => unknown>;

interface Request {
  call: number;
  verb: string;
  given: unknown[];
}
interface Reply {
  call: number;
  result?: unknown;
  error?: { message: string; code: string | null };
}

/** A thread that failed or refused; `code` is SQLite's where it comes from there. */
export class ThreadError extends Error {
  override name = 'ThreadError';
  readonly code: string | null;

  constructor(message: string, code: string | null = null) {
    super(message);
    this.code = code;
  }
}

/** Answers calls in a worker thread, one after another. */
export function serve(verbs: Verbs): void {
  const port = parentPort;
  if (!port) throw new ThreadError('serve() runs in a worker thread only');
  port.on('message', ({ call, verb, given }: Request) => {
    let reply: Reply;
    try {
      reply = { call, result: verbs[verb]?.(...(given as never[])) };
    } catch (error) {
      const { message, code } = error as Error & { code?: unknown };
      reply = { call, error: { message, code: typeof code === 'string' ? code : null } };
    }
    port.postMessage(reply);
  });
}

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Calls a worker thread's verbs from outside. A thread that died is started again by the next call. */
export class Thread<Of extends Verbs> {
  readonly #file: string;
  readonly #onStart: (thread: Thread<Of>) => Promise<unknown>;
  #worker: Worker | null = null;
  #started: Promise<unknown> = Promise.resolve();
  #pending = new Map<number, Pending>();
  #calls = 0;
  #closed = false;

  /** `onStart` is done with every new thread before it is asked anything else. */
  constructor(file: string, onStart: (thread: Thread<Of>) => Promise<unknown>) {
    this.#file = file;
    this.#onStart = onStart;
  }

  async call<Verb extends keyof Of & string>(
    verb: Verb,
    ...given: Parameters<Of[Verb]>
  ): Promise<ReturnType<Of[Verb]>> {
    if (this.#closed) throw new ThreadError('The search engine is closed.');
    if (!this.#worker) {
      this.#start();
      this.#started = this.#onStart(this);
    }
    await this.#started;
    return this.callNow(verb, ...given);
  }

  /** Calls without waiting for `onStart`, which is made of such calls. */
  callNow<Verb extends keyof Of & string>(
    verb: Verb,
    ...given: Parameters<Of[Verb]>
  ): Promise<ReturnType<Of[Verb]>> {
    const worker = this.#worker;
    if (!worker) return Promise.reject(new ThreadError('The thread has ended.'));
    return new Promise((resolve, reject) => {
      this.#calls += 1;
      this.#pending.set(this.#calls, { resolve: resolve as Pending['resolve'], reject });
      worker.postMessage({ call: this.#calls, verb, given } satisfies Request);
      worker.ref();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  #start(): void {
    const worker = new Worker(this.#file);
    this.#worker = worker;
    worker.on('message', ({ call, result, error }: Reply) => {
      const pending = this.#pending.get(call);
      this.#pending.delete(call);
      // An idle thread keeps no process alive.
      if (this.#pending.size === 0) worker.unref();
      if (error) pending?.reject(new ThreadError(error.message, error.code));
      else pending?.resolve(result);
    });
    let reason = 'The thread has ended.';
    worker.on('error', (error) => {
      reason = error.message;
    });
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null;
      const left = [...this.#pending.values()];
      this.#pending = new Map();
      for (const { reject } of left) reject(new ThreadError(reason));
    });
  }
}
