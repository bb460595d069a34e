import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from './ports.mjs';

/** @type {import('node:net').Server[]} */
const servers = [];
afterEach(() =>
  Promise.all(servers.splice(0).map((server) => new Promise((r) => server.close(r))))
);

/** @returns {Promise<number>} A port somebody listens on. */
function occupy(host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = createServer().listen(0, host, () => {
      servers.push(server);
      resolve(/** @type {import('node:net').AddressInfo} */ (server.address()).port);
    });
  });
}

describe('freePort', () => {
  it('names a taken port and goes on to the next free one', async () => {
    const taken = await occupy();
    /** @type {number[][]} */
    const told = [];
    const port = await freePort(taken, (...ports) => told.push(ports));
    expect(port).toBeGreaterThan(taken);
    expect(told).toEqual([[taken, port]]);
  });

  it('sees a server that listens on IPv6 alone', async () => {
    const taken = await occupy('::1');
    expect(await freePort(taken)).not.toBe(taken);
  });
});
