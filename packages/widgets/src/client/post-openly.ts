import { MemberError } from './member-error.js';
import { operationUrl } from './operation-url.js';

/**
 * Sends what anyone may send without signing in, and answers its parsed JSON.
 *
 * @throws {MemberError} with the server's own words where it said no.
 */
export async function postOpenly(
  api: string,
  path: string,
  body: object,
  language: string
): Promise<Record<string, unknown>> {
  let response;
  try {
    response = await fetch(operationUrl(api, path), {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Accept-Language': language, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new MemberError('offline');
  }
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (response.ok) return answer;
  const { status } = response;
  const { message, details } = (answer.error ?? {}) as {
    message?: string;
    details?: Record<string, unknown>;
  };
  const kind = status === 429 ? 'limited' : status >= 500 ? 'server' : 'refused';
  throw new MemberError(kind, message, status, details);
}
