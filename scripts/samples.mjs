import './lib/check-node.mjs';
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cms } from './lib/paths.mjs';
import { fail } from './lib/progress.mjs';
import { accountsMade } from './lib/settings.mjs';
import { loadStrapi } from './lib/strapi.mjs';

const [command] = process.argv.slice(2);
const compiled = join(cms, 'dist', 'src', 'seed', 'index.js');
const require = createRequire(join(cms, 'package.json'));

/** @typedef {Awaited<ReturnType<typeof loadStrapi>>} Strapi */

try {
  if (command !== 'seed' && command !== 'remove') {
    throw new Error('Usage: node scripts/samples.mjs seed | remove');
  }
  if (!existsSync(compiled)) {
    throw new Error('The CMS is not built. Run `npm run build` and try again.');
  }
  await (command === 'seed' ? seed() : withStrapi(remove));
  // Strapi leaves timers behind that would keep the process alive.
  process.exit(0);
} catch (error) {
  fail(error);
}

async function seed() {
  const { createFirstAccounts, seedSamples, startDrawing } = require(compiled);
  const drawing = startDrawing();
  try {
    await withStrapi(async (strapi) => {
      const created = await seedSamples(strapi, drawing, report);
      process.stdout.write(
        created === null
          ? 'There is content already; nothing was added.\n'
          : `${created} entries created and published.\n`
      );
      if (!process.env.KM_LOGINS) return;
      const made = await createFirstAccounts(strapi, JSON.parse(process.env.KM_LOGINS));
      process.stdout.write(made ? `${accountsMade}\n` : 'There are accounts already.\n');
    });
  } finally {
    await drawing.end();
  }
}

/** @param {Strapi} strapi */
async function remove(strapi) {
  const { removeSamples } = require(compiled);
  /** @type {{removed: Record<string, number>, files: number, figures: Record<string, number>, threads: number}} */
  const { removed, files, figures, threads } = await removeSamples(strapi);
  const counts = Object.entries(removed).map(([name, count]) => `${name} ${count}`);
  process.stdout.write(`Removed sample content: ${counts.join(', ')}; ${files} files.\n`);
  const { authorities, months, transfers } = figures;
  process.stdout.write(
    `Removed sample figures: ${authorities} authorities, ${months} months of revenue and expenditure, ${transfers} transfers.\n`
  );
  process.stdout.write(`Removed sample threads: ${threads}.\n`);
}

/** @param {(strapi: Strapi) => Promise<void>} work */
async function withStrapi(work) {
  const strapi = await loadStrapi();
  try {
    await work(strapi);
  } finally {
    await strapi.destroy();
  }
}

/**
 * Shows how far a task is: on one line of a terminal, else at its start and end.
 *
 * @param {string} what
 * @param {number} done
 * @param {number} total
 */
function report(what, done, total) {
  if (process.stdout.isTTY) {
    process.stdout.write(`\r\x1b[K${what} ${done} of ${total}${done === total ? '\n' : ''}`);
  } else if (done === total || done % 10 === 0) {
    process.stdout.write(`${what} ${done} of ${total}\n`);
  }
}
