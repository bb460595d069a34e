import autocannon from 'autocannon';

/**
 * @typedef {object} Load
 * @property {number} perSecond - Requests answered per second, mean.
 * @property {number} p50 - Milliseconds, median.
 * @property {number} p99 - Milliseconds.
 * @property {number} bytes - Of one answer.
 */

/**
 * Asks one address over and over, after a warm-up.
 *
 * @param {string} url
 * @param {{connections?: number, seconds?: number, headers?: Record<string, string>}} [options]
 * @returns {Promise<Load>}
 */
export async function load(url, { connections = 10, seconds = 5, headers = {} } = {}) {
  const expected = await fetch(url, { headers });
  const body = await expected.arrayBuffer();
  const status = headers['if-none-match'] ? 304 : 200;
  if (expected.status !== status) throw new Error(`${url} answers ${expected.status}`);
  await autocannon({ url, connections, duration: 1, headers });
  const result = await autocannon({ url, connections, duration: seconds, headers });
  const unexpected = result.non2xx - (headers['if-none-match'] ? result['3xx'] : 0);
  if (result.errors > 0 || unexpected > 0) {
    throw new Error(`${url}: ${result.errors} errors, ${unexpected} unexpected answers`);
  }
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    bytes: body.byteLength,
  };
}

/**
 * Median time of one request after another, finer than a load tool's milliseconds.
 *
 * @param {string | (() => string)} url - Or what gives the next one.
 * @param {number} times
 * @param {Record<string, string>} headers
 * @returns {Promise<number>} Milliseconds.
 */
export async function medianLatency(url, times = 300, headers = {}) {
  const addressOf = typeof url === 'string' ? () => url : url;
  const taken = [];
  for (let index = 0; index < times + 30; index += 1) {
    const address = addressOf();
    const started = performance.now();
    const answer = await fetch(address, { headers });
    await answer.arrayBuffer();
    if (index === 0 && answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
    if (index >= 30) taken.push(performance.now() - started);
  }
  taken.sort((a, b) => a - b);
  return /** @type {number} */ (taken[taken.length >> 1]);
}
