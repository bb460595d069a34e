import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

// A thread of its own: what else the benchmark does meanwhile must not be taken for the server's.
const { addresses, from, rate } = workerData;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
/** @type {number[]} */
const taken = [];
/** @type {Promise<unknown>[]} */
const asked = [];
/** Milliseconds in which it warms up itself, and times nothing. */
const settling = 1000;
let isOver = false;
parentPort?.once('message', () => (isOver = true));

const begun = performance.now();
for (let turn = 0; !isOver; turn += 1) {
  const due = begun + (turn / rate) * 1000;
  const early = due - performance.now();
  if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
  const address = addresses[(from + turn) % addresses.length];
  const isTimed = due - begun >= settling;
  asked.push(answered(address).then(() => isTimed && void taken.push(performance.now() - due)));
}
await Promise.all(asked);
agent.destroy();
taken.sort((a, b) => a - b);
const at = (/** @type {number} */ share) => taken[Math.floor(taken.length * share)] ?? NaN;
parentPort?.postMessage({
  answers: asked.length,
  p50: at(0.5),
  p99: at(0.99),
  longest: taken.at(-1) ?? NaN,
});

/**
 * @param {string} url
 * @returns {Promise<void>} Once the whole answer is there; any other than 200 fails the benchmark.
 */
function answered(url) {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`${url} answers ${response.statusCode}`))
      );
    }).on('error', reject);
  });
}
