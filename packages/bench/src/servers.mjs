import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/**
 * Starts a server, works with it, and ends it whatever happens.
 *
 * @template Result
 * @param {{args: string[], cwd: string, env?: Record<string, string>, answersAt: string}} server
 * @param {(origin: string) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withServer({ args, cwd, env = {}, answersAt }, work) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, args, {
    cwd,
    env: {
      ...process.env,
      ...env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const ended = new Promise((resolve) => child.on('exit', resolve));
  try {
    await untilAnswers(
      origin + answersAt,
      () => child.exitCode !== null,
      () => output
    );
    return await work(origin);
  } finally {
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(force);
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/**
 * @param {string} url
 * @param {() => boolean} hasEnded
 * @param {() => string} output
 */
async function untilAnswers(url, hasEnded, output) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (hasEnded()) break;
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} does not answer:\n${output().slice(-4000)}`);
}
