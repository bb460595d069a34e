/** What a reader looks for, and the filters they have set; what is empty is not asked for. */
export interface SearchRequest {
  q: string;
  in: string;
  topic: string;
  audience: string;
  year: string;
  /** `true` looks for the words as typed. */
  verbatim: string;
}

/** The filters a reader can set, and take back. */
export type SearchFilters = Omit<SearchRequest, 'q'>;

export const noFilters: SearchFilters = { in: '', topic: '', audience: '', year: '', verbatim: '' };
const names = ['q', 'in', 'topic', 'audience', 'year', 'verbatim'] as const;

/** Most characters the API takes. */
export const longestQuery = 1000;

/** What a page's address asks for. */
export function readRequest(search: string): SearchRequest {
  const query = new URLSearchParams(search);
  return Object.fromEntries(
    names.map((name) => [name, (query.get(name) ?? '').trim().slice(0, longestQuery)])
  ) as unknown as SearchRequest;
}

/** An address that asks for it; what else the address says stays. */
export function writeRequest(address: string, request: SearchRequest): string {
  const url = new URL(address, document.baseURI);
  url.hash = '';
  for (const name of names) {
    if (request[name]) url.searchParams.set(name, request[name]);
    else url.searchParams.delete(name);
  }
  return url.href;
}
