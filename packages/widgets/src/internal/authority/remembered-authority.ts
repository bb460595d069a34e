/** Where the choice is kept on the reader's device, for all the elements that ask for it. */
const key = 'km authority';

/** Code of the authority the reader chose last on this device; empty for none. */
export function recallAuthority(): string {
  try {
    return /^\d{8}$/.exec(localStorage.getItem(key) ?? '')?.[0] ?? '';
  } catch {
    // Storage may be switched off, or forbidden in a frame.
    return '';
  }
}

/** Keeps the reader's authority on this device; an empty code forgets it. */
export function rememberAuthority(code: string): void {
  try {
    if (code) localStorage.setItem(key, code);
    else localStorage.removeItem(key);
  } catch {
    // It is asked for again next time.
  }
}
