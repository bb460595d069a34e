import { Refusal } from './refusal.js';
import { ServiceError } from './service-error.js';

/** A request on behalf of whoever is signed in, or of any reader without a token. */
export interface Sending {
  /** A member's token. */
  token?: string | undefined;
  /** Language of the answer's sentences. */
  language: string;
  /** A JSON value, or a file as it is; a read when left out. */
  body?: object | Blob;
  signal?: AbortSignal;
}

/** Longest wait for an answer, and for one to a file, in milliseconds. */
const timeouts = { json: 15_000, file: 120_000 };

/**
 * Sends one request, once, and answers its parsed JSON.
 *
 * @throws Refusal where the server said no, with its own words.
 * @throws ServiceError where it could not be reached, failed, or answered something else: whether
 * it did what was asked is then unknown.
 */
export async function send<Answer>(
  url: string,
  { token, language, body, signal }: Sending
): Promise<Answer> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  signal?.addEventListener('abort', abort);
  const isFile = body instanceof Blob;
  let late = false;
  const timer = setTimeout(
    () => {
      late = true;
      abort();
    },
    isFile ? timeouts.file : timeouts.json
  );
  try {
    const response = await fetch(url, {
      ...(body && { method: 'POST', body: isFile ? body : JSON.stringify(body) }),
      headers: {
        'Accept-Language': language,
        ...(body && { 'Content-Type': isFile ? body.type : 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      cache: 'no-store',
      credentials: 'omit',
      signal: controller.signal,
    });
    return await readAnswer<Answer>(response);
  } catch (error) {
    if (error instanceof ServiceError || error instanceof Refusal || signal?.aborted) throw error;
    throw new ServiceError(late ? 'slow' : 'offline', url);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

async function readAnswer<Answer>(response: Response): Promise<Answer> {
  const { ok, status, url } = response;
  const text = await response.text();
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new ServiceError(status >= 500 ? 'server' : 'invalid', url);
  }
  if (ok) return answer as Answer;
  const { error } = (answer ?? {}) as {
    error?: { message?: string; details?: Record<string, unknown> };
  };
  if (status >= 500 || !error?.message) throw new ServiceError('server', url);
  throw new Refusal(status, error.message, error.details ?? {});
}
