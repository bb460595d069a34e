import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds in which answers that are under way may be finished. */
const mostForTheLast = 20_000;

/**
 * Takes no more connections, and ends those there are once each has its answer.
 *
 * @param lastLook - Milliseconds in which what was already sent over them is still taken.
 */
export async function closeGently(server: Server, lastLook: number): Promise<void> {
  // Not the HTTP server's own closing, which at once ends connections that seem idle: what a
  // reader sent over one of them a moment ago may not have been read yet.
  const closed = new Promise<void>((resolve) => {
    NetServer.prototype.close.call(server, () => resolve());
  });
  if (lastLook > 0) await Promise.race([closed, pause(lastLook)]);
  // A connection whose answer is on its way ends once it has left.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await Promise.race([closed, pause(mostForTheLast, undefined, { ref: false })]);
  clearInterval(sweep);
  server.closeAllConnections();
}
