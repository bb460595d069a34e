const prefix = 'km-portal-';

/** What the reader chose earlier; null where nothing was, or where the browser keeps nothing. */
export function readPreference(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

/** Keeps a choice for the next page; null forgets it. A browser that refuses keeps nothing. */
export function keepPreference(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, value);
  } catch {
    // The choice then holds for this page alone.
  }
}
