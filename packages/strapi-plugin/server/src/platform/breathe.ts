/**
 * Lets everything else that waits have its turn. A statement of SQLite holds the event loop, and
 * awaiting it does not let go: what writes much breathes in between.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
