import { readStored } from './browser-store.js';

/** Name under which a browser keeps the posts for an API that have not left. */
export const outboxName = (api: string): string => `km outbox ${api}`;

/** Whether this browser keeps any. */
export function hasPending(api: string): boolean {
  return readStored(outboxName(api)) !== undefined;
}
