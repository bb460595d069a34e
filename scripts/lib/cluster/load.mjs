import { Agent, request } from 'node:http';
import { request as requestByTls } from 'node:https';

/**
 * Asks once. Addresses of loopback stand for readers of different offices.
 *
 * @param {string} url
 * @param {{method?: string, body?: object, agent?: Agent, from?: string}} [options]
 * @returns {Promise<{status: number, headers: import('node:http').IncomingHttpHeaders, text: string}>}
 */
export function ask(url, { method = 'GET', body, agent, from } = {}) {
  return new Promise((resolve, reject) => {
    const by = url.startsWith('https:') ? requestByTls : request;
    const asked = by(
      url,
      {
        method,
        agent,
        localAddress: from,
        timeout: 30_000,
        headers: body ? { 'Content-Type': 'application/json' } : {},
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk) => (text += chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text })
        );
        answer.on('error', reject);
      }
    );
    asked.on('timeout', () => asked.destroy(new Error('No answer within 30 s')));
    asked.on('error', reject);
    asked.end(body && JSON.stringify(body));
  });
}

/**
 * Reads without a pause until stopped.
 *
 * @param {string} origin
 * @param {string[]} paths
 * @param {number} readers
 */
export function readAllTheTime(origin, paths, readers) {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  let isOver = false;
  let reads = 0;
  /** @type {string[]} */
  const failed = [];
  const work = Array.from({ length: readers }, async (_, reader) => {
    for (let turn = reader; !isOver; turn += 1) {
      const path = paths[turn % paths.length] ?? '/';
      try {
        const { status } = await ask(origin + path, { agent });
        reads += 1;
        if (status !== 200) failed.push(`${path} ${status}`);
      } catch (error) {
        failed.push(`${path} ${error instanceof Error ? error.message : error}`);
      }
      // The machine has to run the servers as well.
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });
  return {
    reads: () => reads,
    async stop() {
      isOver = true;
      await Promise.all(work);
      agent.destroy();
      return { reads, failed };
    },
  };
}

/**
 * Sends readers' words, each with a mark of its own, without a pause until stopped.
 *
 * @param {string} origin
 * @param {string} path
 * @param {string} mark
 */
export function writeAllTheTime(origin, path, mark) {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  let isOver = false;
  /** @type {Set<string>} */
  const kept = new Set();
  /** @type {{word: string, status: number, retryAfter: string | undefined}[]} */
  const refused = [];
  const work = Array.from({ length: 4 }, async (_, writer) => {
    for (let turn = 0; !isOver; turn += 1) {
      const word = `${mark}-${writer}-${turn}`;
      // An office writes sixty times in ten minutes at most.
      const from = `127.0.${10 + writer}.${1 + (turn % 250)}`;
      try {
        const { status, headers } = await ask(origin + path, {
          method: 'POST',
          body: { helpful: false, comment: word },
          from,
        });
        if (status === 201 || status === 200) kept.add(word);
        else refused.push({ word, status, retryAfter: headers['retry-after'] });
      } catch {
        refused.push({ word, status: 0, retryAfter: undefined });
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  return {
    kept: () => kept.size,
    async stop() {
      isOver = true;
      await Promise.all(work);
      agent.destroy();
      return { kept, refused };
    },
  };
}
