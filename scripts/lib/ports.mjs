import { createServer } from 'node:net';

/**
 * The wanted port, or the next free one above it.
 *
 * @param {number} wanted
 * @param {(taken: number, used: number) => void} [onTaken] - Told when the wanted port was taken.
 * @returns {Promise<number>}
 */
export async function freePort(wanted, onTaken) {
  for (let port = wanted; port < wanted + 100; port += 1) {
    if (await isFree(port)) {
      if (port !== wanted) onTaken?.(wanted, port);
      return port;
    }
  }
  throw new Error(`No port between ${wanted} and ${wanted + 99} is free.`);
}

/** @param {number} port */
async function isFree(port) {
  // Both families: a server on one of them alone still answers on localhost.
  for (const host of ['0.0.0.0', '::']) {
    const taken = await new Promise((resolve) => {
      const probe = createServer();
      probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
        resolve(error.code === 'EADDRINUSE')
      );
      probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(false)));
    });
    if (taken) return false;
  }
  return true;
}
