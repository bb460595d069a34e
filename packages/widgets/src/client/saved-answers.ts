/** Most that is kept of one API, and of one answer, in characters. */
const capacity = 1_000_000;
const largest = 200_000;

interface SavedAnswer {
  /** When it was saved, in milliseconds. */
  at: number;
  answer: unknown;
}

/** Keeps the last good answer of an address for the day the API cannot be reached. */
export function saveAnswer(api: string, url: string, answer: unknown): void {
  const text = JSON.stringify({ at: Date.now(), answer } satisfies SavedAnswer);
  if (text.length > largest) return;
  withStorage((storage) => {
    const prefix = `km ${api}`;
    const others = Object.keys(storage)
      .filter((key) => key.startsWith(prefix) && key !== `km ${url}`)
      .map((key) => ({ key, size: storage[key].length, at: readSaved(storage, key)?.at ?? 0 }))
      .sort((a, b) => b.at - a.at);
    let size = text.length;
    for (const other of others) {
      size += other.size;
      if (size > capacity) storage.removeItem(other.key);
    }
    storage.setItem(`km ${url}`, text);
  });
}

/** The last good answer of an address, if the browser has kept one. */
export function findSavedAnswer(url: string): unknown {
  return withStorage((storage) => readSaved(storage, `km ${url}`)?.answer);
}

function readSaved(storage: Storage, key: string): SavedAnswer | undefined {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Storage may be full, switched off, or forbidden in a frame; then nothing is saved. */
function withStorage<Result>(use: (storage: Storage) => Result): Result | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
