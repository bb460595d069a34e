/** An answer, or how one comes about. */
type Script = (url: URL, options: RequestInit) => Response | Promise<Response>;

const realFetch = globalThis.fetch;
const realSetTimeout = globalThis.setTimeout;
let count = 0;

/** The API's side of the wire, played by a test. */
export interface ScriptedApi {
  /** Its address; a new one each time, so that no test sees another's cached answers. */
  readonly address: string;
  /** Every request so far. */
  readonly requests: { url: URL; options: RequestInit }[];
  /** Sets what a path below `/api/km/v1` answers, e.g. `/faqs`; the last setting counts. */
  answer(path: string, script: Script): void;
  /** Gives the page its network and clock back. */
  restore(): void;
}

/** Plays the API until {@link ScriptedApi.restore}; waits of half a second and more are shortened. */
export function scriptApi(): ScriptedApi {
  const scripts = new Map<string, Script>();
  const address = `https://km-${++count}.example`;
  const requests: ScriptedApi['requests'] = [];

  globalThis.fetch = (input, options = {}) => {
    const url = new URL(input as string);
    if (url.origin !== address) return realFetch(input, options);
    requests.push({ url, options });
    const script = scripts.get(url.pathname.replace('/api/km/v1', ''));
    return new Promise((resolve, reject) => {
      options.signal?.addEventListener('abort', () =>
        reject(new DOMException('aborted', 'AbortError'))
      );
      Promise.resolve(script ? script(url, options) : failure(404)).then(resolve, reject);
    });
  };
  globalThis.setTimeout = ((callback: () => void, delay = 0) =>
    realSetTimeout(callback, delay >= 400 ? delay / 50 : delay)) as typeof setTimeout;

  return {
    address,
    requests,
    answer: (path, script) => void scripts.set(path, script),
    restore() {
      globalThis.fetch = realFetch;
      globalThis.setTimeout = realSetTimeout;
    },
  };
}

/** A list as the API answers it. */
export function listAnswer(items: readonly unknown[], total = items.length): Response {
  return Response.json({
    data: items,
    meta: { page: 1, pageSize: 25, total, asOf: '2026-11-22T03:04:05.000Z' },
  });
}

/** One thing as the API answers it. */
export function itemAnswer(item: unknown): Response {
  return Response.json({ data: item, meta: { asOf: '2026-11-22T03:04:05.000Z' } });
}

/** A failure as the API answers it. */
export function failure(status: number): Response {
  return Response.json(
    { data: null, error: { status, name: 'Error', message: 'ไม่สำเร็จ', details: {} } },
    { status }
  );
}

/** A network that is down. */
export function unreachable(): Promise<Response> {
  return Promise.reject(new TypeError('Failed to fetch'));
}
