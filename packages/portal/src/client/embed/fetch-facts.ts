import type { PageFacts } from '@km-laas/contract';
import type { Translation } from './translations/index.js';

/** Has the knowledge bank look at a page, for a browser may not read other people's. */
export async function fetchFacts(
  typed: string,
  { noAddress, noBank }: Translation['check']
): Promise<PageFacts | { problem: string }> {
  const url = addressOf(typed);
  if (!url) return { problem: noAddress };
  try {
    const answer = await fetch('/api/km/v1/page-facts', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': document.documentElement.lang,
      },
      body: JSON.stringify({ url }),
      credentials: 'omit',
    });
    const { data, error } = (await answer.json()) as {
      data: PageFacts | null;
      error?: { message: string };
    };
    return data ?? { problem: error?.message ?? '' };
  } catch {
    return { problem: noBank };
  }
}

/** An address as people type it, often without its scheme; null where it is none. */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  // Browsers differ in whether a name may hold a space.
  if (/\s/.test(text)) return null;
  const address = /^[a-z]+:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`;
  return URL.canParse(address) && /^https?:\/\/[^/]/i.test(address) ? new URL(address).href : null;
}
