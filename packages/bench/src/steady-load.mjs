import { Agent, get } from 'node:http';

/**
 * Asks at a steady rate for so many seconds, as many readers do who know nothing of one another:
 * each request is due at its own moment, and is timed from that moment, so a server that stops for a
 * second is charged with all who came meanwhile.
 *
 * @param {(turn: number) => string} addressOf - What is asked in the nth turn, from 0.
 * @param {{rate: number, until: Promise<unknown>}} options - Requests a second; when to stop.
 * @returns {Promise<{answers: number, p50: number, p99: number, longest: number}>} Milliseconds.
 */
export async function steadyLoad(addressOf, { rate, until }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  /** @type {number[]} */
  const taken = [];
  /** @type {Promise<void>[]} */
  const asked = [];
  let isOver = false;
  void until.finally(() => (isOver = true));
  const begun = performance.now();
  for (let turn = 0; !isOver; turn += 1) {
    const due = begun + (turn / rate) * 1000;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    asked.push(
      answered(addressOf(turn), agent).then(() => void taken.push(performance.now() - due))
    );
  }
  await Promise.all(asked);
  agent.destroy();
  taken.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => taken[Math.floor(taken.length * share)] ?? NaN;
  return { answers: taken.length, p50: at(0.5), p99: at(0.99), longest: taken.at(-1) ?? NaN };
}

/**
 * @param {string} url
 * @param {Agent} agent
 * @returns {Promise<void>} Once the whole answer is there; any other than 200 fails the benchmark.
 */
function answered(url, agent) {
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
