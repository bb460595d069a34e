import { findSavedAnswer, saveAnswer } from './saved-answers.js';
import { ServiceError } from './service-error.js';
import { conform, type Shape } from './shape.js';
import { sharedJson } from './shared-request.js';

const base = '/api/km/v1';

/** How a caller wants its answer. */
export interface ReadOptions {
  /** Address of the API, without a trailing slash. */
  api: string;
  signal: AbortSignal;
  /** Ask the server even if the page has just done so. */
  reload?: boolean;
}

/** Parameters of a list; what is empty is left out. */
export type Query = Record<string, string | number | null | undefined>;

/** What an answer says about itself. */
export interface Dated {
  /** When it was true, an ISO instant. */
  asOf: string;
  /** The API could not be reached; this is the last good answer the browser has kept. */
  saved: boolean;
}

/** One page of a list. */
export interface Page<Item> extends Dated {
  items: Item[];
  total: number;
}

/** One whole thing. */
export interface Single<Item> extends Dated {
  item: Item;
}

/** Reads a list; items that do not have the shape are left out. */
export async function readList<Item>(
  path: string,
  query: Query,
  shape: Shape<Item>,
  options: ReadOptions
): Promise<Page<Item>> {
  return readAnswer(path, query, options, (data, meta) => {
    if (!Array.isArray(data)) return undefined;
    const items = data
      .map((item) => conform<Item>(item, shape))
      .filter((item): item is Awaited<Item> & {} => item !== undefined) as Item[];
    if (items.length < data.length) {
      console.warn(`${path}: left out ${data.length - items.length} broken items`);
    }
    return { items, total: typeof meta.total === 'number' ? meta.total : items.length };
  });
}

/** Reads one thing. */
export async function readItem<Item>(
  path: string,
  shape: Shape<Item>,
  options: ReadOptions
): Promise<Single<Item>> {
  return readAnswer(path, {}, options, (data) => {
    const item = conform<Item>(data, shape);
    return item === undefined ? undefined : { item };
  });
}

/** The address of an operation of the API. */
export function operationUrl(api: string, path: string, query: Query = {}): string {
  if (!api) throw new ServiceError('misused', path);
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value) parameters.set(name, String(value));
  }
  const search = parameters.toString();
  return `${api}${base}${path}${search && `?${search}`}`;
}

/**
 * Reads an answer, or the last good one when the API cannot be reached.
 *
 * @param adapt - Makes the result of its data and meta; undefined where they are not what was expected.
 */
export async function readAnswer<Result extends object>(
  path: string,
  query: Query,
  { api, signal, reload }: ReadOptions,
  adapt: (data: unknown, meta: Record<string, unknown>) => Result | undefined
): Promise<Result & Dated> {
  const url = operationUrl(api, path, query);
  const open = (answer: unknown, saved: boolean) => {
    const { data, meta } = (answer ?? {}) as { data?: unknown; meta?: Record<string, unknown> };
    const result = meta && adapt(data, meta);
    if (!result) throw new ServiceError('invalid', url);
    return { ...result, asOf: String(meta.asOf), saved };
  };
  try {
    const answer = await sharedJson(url, signal, reload);
    const opened = open(answer, false);
    // What a reader types is neither worth keeping nor anybody's business on a shared PC.
    if (!query.q && !query.number) saveAnswer(api, url, answer);
    return opened;
  } catch (error) {
    const kept =
      error instanceof ServiceError && /^(offline|slow|server|invalid)$/.test(error.kind)
        ? findSavedAnswer(api, url)
        : undefined;
    if (!kept || signal.aborted) throw error;
    return open(kept, true);
  }
}
