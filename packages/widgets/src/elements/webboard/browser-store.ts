/** What this browser keeps under a name; undefined where it keeps nothing, or may not. */
export function readStored<Value>(name: string): Value | undefined {
  try {
    const text = localStorage.getItem(name);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

/** Keeps a value under a name, or forgets it when undefined; answers whether that could be done. */
export function writeStored(name: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    // Storage may be full, switched off, or forbidden in a frame.
    return false;
  }
}
