import { Worker } from 'node:worker_threads';

/**
 * Asks at a steady rate for so many seconds, as many readers do who know nothing of one another:
 * each request is due at its own moment, and is timed from that moment, so a server that stops for a
 * second is charged with all who came meanwhile. Requests of the first second are not timed: the
 * thread that asks warms up in it.
 *
 * @param {string[]} addresses - What is asked, one after the other and over again.
 * @param {{rate: number, until: Promise<unknown>}} options - Requests a second; when to stop.
 * @returns {Promise<{answers: number, p50: number, p99: number, longest: number}>} Milliseconds.
 */
export function steadyLoad(addresses, { from, rate, until }) {
  const worker = new Worker(new URL('steady-load.worker.mjs', import.meta.url), {
    workerData: { addresses, from, rate },
  });
  const stop = () => worker.postMessage('stop');
  until.then(stop, stop);
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
