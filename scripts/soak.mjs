import './lib/check-node.mjs';
import { Agent } from 'node:http';
import { parseArgs } from 'node:util';
import { ask } from './lib/cluster/load.mjs';
import { fail } from './lib/progress.mjs';

const usage = `Usage: node scripts/soak.mjs --origin <server> [--minutes 24] [--share 0.7] [--every 30] [--readers 16]

Measures the server's peak for ten seconds, reads at that share of it for so many minutes, and
prints memory and event-loop delay of the server as its /metrics say them.
`;

try {
  const { values } = parseArgs({
    options: {
      origin: { type: 'string' },
      minutes: { type: 'string', default: '24' },
      share: { type: 'string', default: '0.7' },
      every: { type: 'string', default: '30' },
      readers: { type: 'string', default: '16' },
    },
  });
  const [minutes, share, every, readers] = [
    values.minutes,
    values.share,
    values.every,
    values.readers,
  ].map(Number);
  const { origin } = values;
  if (!origin || !minutes || !share || !every || !readers) throw new Error(usage);
  await soak(origin, { minutes, share, every, readers });
} catch (error) {
  fail(error instanceof TypeError ? new Error(usage) : error);
}

/**
 * @param {string} origin
 * @param {{minutes: number, share: number, every: number, readers: number}} settings
 */
async function soak(origin, { minutes, share, every, readers }) {
  const paths = ['faqs', 'manuals', 'laws', 'news', 'updates', 'forms', 'topics'].map(
    (name) => `${origin}/api/km/v1/${name}`
  );
  const peak = await read(paths, readers, 10, Infinity);
  const rate = (peak.reads / 10) * share;
  process.stdout.write(
    `Peak ${Math.round(peak.reads / 10)} reads/s; soaking at ${Math.round(rate)}/s for ${minutes} minutes\n\n` +
      '| minute | reads | failed | resident MB | heap MB | delay p99 ms |\n| ---: | ---: | ---: | ---: | ---: | ---: |\n'
  );
  for (let second = 0; second < minutes * 60; second += every) {
    const { reads, failed } = await read(paths, readers, every, rate);
    const { resident, heap, delay } = await metricsOf(origin);
    const cells = [((second + every) / 60).toFixed(1), reads, failed, resident, heap, delay];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
}

/**
 * @param {string[]} urls
 * @param {number} readers
 * @param {number} seconds
 * @param {number} rate - Reads a second of all together.
 */
async function read(urls, readers, seconds, rate) {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let reads = 0;
  let failed = 0;
  await Promise.all(
    Array.from({ length: readers }, async () => {
      while (performance.now() < end) {
        const turn = reads;
        reads += 1;
        const due = begun + (turn / rate) * 1000;
        if (due > performance.now()) {
          await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
        }
        const { status } = await ask(urls[turn % urls.length] ?? '', { agent }).catch(() => ({
          status: 0,
        }));
        if (status !== 200) failed += 1;
      }
    })
  );
  agent.destroy();
  return { reads, failed };
}

/** @param {string} origin */
async function metricsOf(origin) {
  const { status, text } = await ask(`${origin}/metrics`);
  if (status !== 200) {
    throw new Error(`${origin}/metrics answers ${status}; ask the instance itself, not the proxy.`);
  }
  const value = (/** @type {RegExp} */ name) =>
    Number(new RegExp(`^${name.source}(?:\\{[^}]*\\})? (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN);
  return {
    resident: (value(/\w*process_resident_memory_bytes/) / 2 ** 20).toFixed(0),
    heap: (value(/\w*nodejs_heap_size_used_bytes/) / 2 ** 20).toFixed(0),
    delay: (value(/\w*nodejs_eventloop_lag_p99_seconds/) * 1000).toFixed(1),
  };
}
