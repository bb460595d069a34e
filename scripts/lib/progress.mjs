const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (/** @type {number} */ code, /** @type {string} */ text) =>
  colour ? `\x1b[${code}m${text}\x1b[0m` : text;

export const dim = (/** @type {string} */ text) => paint(2, text);
export const bold = (/** @type {string} */ text) => paint(1, text);

/**
 * Does one step and says so: a line when it starts, its time when it ends.
 *
 * @template Result
 * @param {string} name
 * @param {(say: (detail: string) => void) => Promise<Result>} work - `say` shows what it is at.
 * @returns {Promise<Result>}
 */
export async function step(name, work) {
  const started = performance.now();
  const live = process.stdout.isTTY;
  const show = (/** @type {string} */ text) => {
    if (live) process.stdout.write(`\r\x1b[K${text}`);
  };
  if (live) show(`◌ ${name} …`);
  else process.stdout.write(`◌ ${name} …\n`);
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  try {
    const result = await work((detail) => show(`◌ ${name} … ${dim(detail.slice(0, 70))}`));
    if (live) show('');
    process.stdout.write(`${paint(32, '✔')} ${name} ${dim(`${seconds()} s`)}\n`);
    return result;
  } catch (error) {
    if (live) show('');
    process.stdout.write(`${paint(31, '✘')} ${name} ${dim(`${seconds()} s`)}\n`);
    throw error;
  }
}

/**
 * Prints rows as an aligned table.
 *
 * @param {[string, string][]} rows
 */
export function table(rows) {
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value] of rows) {
    process.stdout.write(`  ${bold(name.padEnd(width))}  ${value}\n`);
  }
}

/**
 * Ends the process with a sentence instead of a stack trace.
 *
 * @param {unknown} error
 * @returns {never}
 */
export function fail(error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
