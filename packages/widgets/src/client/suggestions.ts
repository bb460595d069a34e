import type { SearchCorrection, SearchSuggestion } from '@km-laas/contract';
import { operationUrl } from './operation-url.js';
import { requestJson } from './request.js';

/** What could be meant by what has been typed so far. */
export interface Suggestions {
  items: readonly SearchSuggestion[];
  correction: SearchCorrection | undefined;
}

/** Asks for at most eight suggestions; what does not have their shape is left out. */
export async function readSuggestions(
  api: string,
  query: { q: string; in: string },
  signal: AbortSignal
): Promise<Suggestions> {
  const answer = (await requestJson(operationUrl(api, '/search/suggest', query), signal)) as {
    data?: SearchSuggestion[];
    meta?: { correction?: SearchCorrection };
  } | null;
  return {
    items: (answer?.data ?? []).filter((item) => typeof item?.text === 'string').slice(0, 8),
    correction: answer?.meta?.correction ?? undefined,
  };
}
