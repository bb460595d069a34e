import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { php } from '../../scripts/lib/debian.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { dim, fail, table } from '../../scripts/lib/progress.mjs';
import { Service } from '../../scripts/lib/run.mjs';
import { untilAnswers } from '../../scripts/lib/services.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.PHP_PORT || '4600' },
    km: { type: 'string', default: process.env.KM_ORIGIN || 'http://localhost:1337' },
  },
});

/** @type {Service | undefined} */
let site;
let stopping = false;
async function stop(code = 0) {
  if (stopping) return;
  stopping = true;
  await site?.stop();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());

try {
  const km = new URL(values.km).origin;
  const program = await php();
  const port = await freePort(Number(values.port), (taken, used) =>
    process.stdout.write(`  Port ${taken} is taken; the page uses ${used}.\n`)
  );
  const origin = `http://localhost:${port}`;
  const folder = join(import.meta.dirname, 'site');
  site = new Service('php-windows-874', ['-S', `127.0.0.1:${port}`, '-t', folder], {
    program,
    env: { KM_ORIGIN: km },
  });
  await untilAnswers(`${origin}/`, site);
  process.stdout.write('\n');
  table([
    ['Page in Windows-874', `${origin}/`],
    ['Knowledge bank', km],
    ['Log', site.logFile],
  ]);
  process.stdout.write(`\n${dim('Ctrl-C ends everything.')}\n`);
  const code = await site.ended;
  if (!stopping) {
    process.stderr.write(`\nPHP ended by itself (${code}); its log is ${site.logFile}\n`);
    await stop(1);
  }
} catch (error) {
  if (!stopping) {
    await site?.stop();
    fail(error);
  }
}
