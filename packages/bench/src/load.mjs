import { execFile, spawnSync } from 'node:child_process';
import { Agent, get } from 'node:http';
import { promisify } from 'node:util';
import autocannon from 'autocannon';

/** Whether `wrk` is there. It asks several times as fast as a load tool that is written in JavaScript. */
export const hasWrk = spawnSync('wrk', ['-v']).error === undefined;

/** Of each load; the least a load tool takes. */
const seconds = 1;

/**
 * Asks one address over and over.
 *
 * @param {string} url
 * @param {Record<string, string>} headers
 * @returns {Promise<number>} Requests answered in a second.
 */
export async function load(url, headers) {
  const expected = await fetch(url, { headers });
  await expected.arrayBuffer();
  const status = headers['if-none-match'] ? 304 : 200;
  if (expected.status !== status) throw new Error(`${url} answers ${expected.status}`);
  return (hasWrk ? askByWrk : askByAutocannon)(url, headers);
}

const connections = 10;

/**
 * @param {string} url
 * @param {Record<string, string>} headers
 */
async function askByWrk(url, headers) {
  const asked = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const flags = ['-t1', `-c${connections}`, `-d${seconds}s`, ...asked, url];
  const { stdout } = await promisify(execFile)('wrk', flags);
  const failed = /Non-2xx or 3xx responses: \d+|Socket errors: .*/.exec(stdout);
  if (failed) throw new Error(`${url}: ${failed[0]}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
}

/**
 * @param {string} url
 * @param {Record<string, string>} headers
 */
async function askByAutocannon(url, headers) {
  const result = await autocannon({ url, connections, duration: seconds, headers });
  const unexpected = result.non2xx - (headers['if-none-match'] ? result['3xx'] : 0);
  if (result.errors > 0 || unexpected > 0) {
    throw new Error(`${url}: ${result.errors} errors, ${unexpected} unexpected answers`);
  }
  return result.requests.average;
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
    await answered(address, headers);
    if (index >= 30) taken.push(performance.now() - started);
  }
  taken.sort((a, b) => a - b);
  return /** @type {number} */ (taken[taken.length >> 1]);
}

const agent = new Agent({ keepAlive: true });

/**
 * Asks for nothing but that the whole answer comes: `fetch` takes a millisecond of its own.
 *
 * @param {string} url
 * @param {Record<string, string>} headers
 * @returns {Promise<void>}
 */
function answered(url, headers) {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      response.resume().once('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${url}: ${response.statusCode}`));
      });
    }).once('error', reject);
  });
}
