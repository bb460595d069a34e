/** Most that is kept of one API, in characters. */
const capacity = 400_000;

/** Keeps the last good answer of an address for the day the API cannot be reached. */
export function saveAnswer(api: string, url: string, answer: unknown): void {
  withStorage((storage) => {
    const { [url]: _before, ...others } = readAll(storage, api);
    // Last in, last out: what was read longest ago makes room.
    const kept = Object.entries({ ...others, [url]: answer });
    let text;
    while ((text = JSON.stringify(Object.fromEntries(kept))).length > capacity) kept.shift();
    storage.setItem(`km ${api}`, text);
  });
}

/** The last good answer of an address, if the browser has kept one. */
export function findSavedAnswer(api: string, url: string): unknown {
  return withStorage((storage) => readAll(storage, api)[url]);
}

function readAll(storage: Storage, api: string): Record<string, unknown> {
  return JSON.parse(storage.getItem(`km ${api}`) ?? '{}') as Record<string, unknown>;
}

/** Storage may be full, spoilt, switched off, or forbidden in a frame; then nothing is saved. */
function withStorage<Result>(use: (storage: Storage) => Result): Result | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
