import { registry } from './registry.js';
import { ServiceError, type FailureKind } from './service-error.js';

const timeout = 12_000;
const attempts = 3;

/** Sends a request and answers its parsed JSON; tries again where that can help. */
export async function requestJson(url: string, signal: AbortSignal): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptJson(url, { cache: 'no-cache' }, signal);
    } catch (error) {
      if (signal.aborted || attempt === attempts || !isWorthRetrying(error)) throw error;
    }
    // Jitter keeps thousands of pages from coming back in the same instant after an outage.
    const wait = 400 * 2 ** attempt * (0.5 + Math.random());
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/**
 * Posts a JSON body once: a write is never repeated on its own, nor taken back when the element
 * that sent it, or its reader, leaves the page.
 */
export function postJson(url: string, body: unknown): Promise<unknown> {
  return attemptJson(
    url,
    {
      method: 'POST',
      keepalive: true,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    },
    new AbortController().signal
  );
}

async function attemptJson(
  url: string,
  options: RequestInit,
  signal: AbortSignal
): Promise<unknown> {
  // AbortSignal.any came with Chrome 116; offices still on Windows 7 have 109.
  const controller = new AbortController();
  const abort = () => controller.abort(signal.reason);
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    controller.abort();
  }, timeout);
  try {
    const request = { ...options, credentials: 'omit', signal: controller.signal } as const;
    const { [url]: early } = registry.early;
    delete registry.early[url];
    const response = await ((!options.method && early) || fetch(url, request));
    if (!response.ok) throw await describeFailure(response);
    const text = await response.text();
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new ServiceError('invalid', url);
    }
  } catch (error) {
    if (error instanceof ServiceError || signal.aborted) throw error;
    throw new ServiceError(late ? 'slow' : 'offline', url);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

async function describeFailure(response: Response): Promise<ServiceError> {
  const { status, url } = response;
  const kinds: Record<number, FailureKind> = { 404: 'notFound', 429: 'limited' };
  const kind = kinds[status] ?? (status >= 500 ? 'server' : 'misused');
  if (kind === 'misused') {
    // Most likely a wrong attribute: the API says which, and only the webmaster can mend it.
    console.warn(`${url} was refused:`, await response.text());
  }
  return new ServiceError(kind, url);
}

function isWorthRetrying(error: unknown): boolean {
  return navigator.onLine && error instanceof ServiceError && /^(server|offline)$/.test(error.kind);
}
