import './lib/check-node.mjs';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { cms } from './lib/paths.mjs';
import { fail } from './lib/progress.mjs';

const usage =
  'Usage: npm run sample -- [--authorities 7850] [--years 3] [--today 2026-11-22] [--seed km] [--out samples]';

try {
  const { values } = parseArgs({
    options: {
      authorities: { type: 'string', default: '7850' },
      years: { type: 'string', default: '3' },
      today: { type: 'string', default: bangkokToday() },
      seed: { type: 'string', default: 'km' },
      out: { type: 'string', default: 'samples' },
    },
  });
  const authorities = wholeNumber('--authorities', values.authorities, 303, 7850);
  const years = wholeNumber('--years', values.years, 1, 20);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(values.today) || Number.isNaN(Date.parse(values.today))) {
    throw new Error(`--today is "${values.today}"; a day such as 2026-11-22 is expected. ${usage}`);
  }
  // By another name: type checkers follow `require` into built files.
  const load = createRequire(join(cms, 'package.json'));
  const built = join(cms, 'dist', 'src', 'seed', 'figures', 'index.js');
  if (!existsSync(built))
    throw new Error('The CMS is not built. Run `npm run build` and try again.');
  const { sampleSheets } = load(built);
  // The register's own provinces and districts, which need no running server.
  const plugin = load('strapi-plugin-km/strapi-server');
  const places = await (plugin.default ?? plugin).services
    .samples(/** @type {any} */ ({}))
    .places();
  const out = resolve(values.out);
  mkdirSync(out, { recursive: true });
  const { today, seed } = values;
  const sheets = await sampleSheets({ places, authorities, years, today, seed, figures: 'all' });
  for (const { fileName, lines } of sheets) {
    const rows = await write(join(out, fileName), lines());
    process.stdout.write(`${join(out, fileName)}  ${rows} rows\n`);
  }
} catch (error) {
  fail(error);
}

/**
 * Writes a CSV file that Excel opens in Thai.
 *
 * @param {string} file
 * @param {Iterable<string>} lines
 */
async function write(file, lines) {
  let rows = -1;
  function* text() {
    let waiting = '\uFEFF';
    for (const line of lines) {
      rows += 1;
      waiting += `${line}\r\n`;
      if (waiting.length < 65_536) continue;
      yield waiting;
      waiting = '';
    }
    yield waiting;
  }
  await pipeline(Readable.from(text()), createWriteStream(file));
  return rows;
}

/**
 * @param {string} name
 * @param {string} text
 * @param {number} least
 * @param {number} most
 */
function wholeNumber(name, text, least, most) {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(
    `${name} is "${text}"; a whole number from ${least} to ${most} is expected. ${usage}`
  );
}

function bangkokToday() {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}
