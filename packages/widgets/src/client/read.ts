import { operationUrl, type Query } from './operation-url.js';
import { findSavedAnswer, saveAnswer } from './saved-answers.js';
import { ServiceError } from './service-error.js';
import { conform, type Shape } from './shape.js';
import { sharedJson } from './shared-request.js';

export { operationUrl, type Query };

/** How a caller wants its answer. */
export interface ReadOptions {
  /** Address of the API, without a trailing slash. */
  api: string;
  signal: AbortSignal;
  /** Ask the server even if the page has just done so. */
  reload?: boolean;
  /** Told at once of the last good answer the browser has kept, while the server is asked. */
  showSaved?: (value: never) => void;
}

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

/**
 * Reads a list; items that do not have the shape are left out.
 *
 * @param adaptMeta - What else the answer says of itself, for lists that say more than others.
 */
export async function readList<Item, More extends object = object>(
  path: string,
  query: Query,
  shape: Shape<Item>,
  options: ReadOptions,
  adaptMeta?: (meta: Record<string, unknown>) => More
): Promise<Page<Item> & More> {
  return readAnswer(path, query, options, (data, meta) => {
    if (!Array.isArray(data)) return undefined;
    const items = data
      .map((item) => conform<Item>(item, shape))
      .filter((item): item is Awaited<Item> & {} => item !== undefined) as Item[];
    if (items.length < data.length) {
      console.warn(`${path}: left out ${data.length - items.length} broken items`);
    }
    const total = typeof meta.total === 'number' ? meta.total : items.length;
    return { items, total, ...(adaptMeta?.(meta) as More) };
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

/**
 * Reads an answer, or the last good one when the API cannot be reached.
 *
 * @param adapt - Makes the result of its data and meta; undefined where they are not what was expected.
 */
export async function readAnswer<Result extends object>(
  path: string,
  query: Query,
  { api, signal, reload, showSaved }: ReadOptions,
  adapt: (data: unknown, meta: Record<string, unknown>) => Result | undefined
): Promise<Result & Dated> {
  const url = operationUrl(api, path, query);
  const open = (answer: unknown, saved: boolean) => {
    const { data, meta } = (answer ?? {}) as { data?: unknown; meta?: Record<string, unknown> };
    const result = meta && adapt(data, meta);
    if (!result) throw new ServiceError('invalid', url);
    return { ...result, asOf: String(meta.asOf), saved };
  };
  const findSaved = () => {
    const kept = findSavedAnswer(url);
    return kept ? open(kept, true) : undefined;
  };
  try {
    const saved = showSaved && findSaved();
    if (saved) showSaved(saved as never);
  } catch {
    // What was kept is of a release with other shapes.
  }
  try {
    const answer = await sharedJson(url, signal, reload);
    const opened = open(answer, false);
    // What a reader types is neither worth keeping nor anybody's business on a shared PC.
    if (!query.q && !query.number) saveAnswer(url, answer);
    return opened;
  } catch (error) {
    const isOutage =
      error instanceof ServiceError && /^(offline|slow|server|invalid)$/.test(error.kind);
    const saved = isOutage && !signal.aborted && findSaved();
    if (!saved) throw error;
    return saved;
  }
}
