const key = 'km-recent-searches';
const most = 8;

/** What was searched for on this device, the latest first. It is never sent anywhere. */
export function readRecent(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((text) => typeof text === 'string').slice(0, most)
      : [];
  } catch {
    return [];
  }
}

/** Keeps a query on this device, unless it is long or holds what may belong to a person. */
export function keepRecent(query: string): void {
  if (query.length > 100 || /[\d๐-๙]{9}|[\n@]/.test(query.replace(/[- ]/g, ''))) return;
  write([query, ...readRecent().filter((text) => text !== query)].slice(0, most));
}

/** Forgets them all. */
export function clearRecent(): void {
  write([]);
}

function write(queries: readonly string[]): void {
  try {
    if (queries.length) localStorage.setItem(key, JSON.stringify(queries));
    else localStorage.removeItem(key);
  } catch {
    // Storage is full or forbidden: nothing is kept then.
  }
}
