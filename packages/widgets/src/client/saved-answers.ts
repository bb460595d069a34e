/** Most that is kept on one page's origin, in characters. */
const capacity = 400_000;
/** Names what is kept; another format gets another number, and leaves the old one behind. */
const prefix = 'km/1 ';

/** Keeps the last good answer of an address for the day the API cannot be reached. */
export function saveAnswer(url: string, answer: unknown): void {
  withStorage((storage) => {
    const text = JSON.stringify(answer);
    const sizes = JSON.parse(storage.getItem(prefix) ?? '{}') as Record<string, number>;
    delete sizes[url];
    // Last in, last out: what was read longest ago makes room.
    const kept = Object.entries({ ...sizes, [url]: text.length });
    let total = kept.reduce((sum, [, size]) => sum + size, 0);
    while (total > capacity) {
      const [oldest, size] = kept.shift()!;
      storage.removeItem(prefix + oldest);
      total -= size;
    }
    storage.setItem(prefix, JSON.stringify(Object.fromEntries(kept)));
    if (kept.length) storage.setItem(prefix + url, text);
  });
}

/** The last good answer of an address, if the browser has kept one; else null or undefined. */
export function findSavedAnswer(url: string): unknown {
  return withStorage((storage) => JSON.parse(storage.getItem(prefix + url) ?? 'null'));
}

/** Storage may be full, spoilt, switched off, or forbidden in a frame; then nothing is saved. */
function withStorage<Result>(use: (storage: Storage) => Result): Result | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
