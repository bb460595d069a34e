import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** @param {string} text - Where a benchmark is; not part of its result. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Prints a result as a Markdown table below a line that says what it was measured on.
 *
 * @param {string} on - e.g. `SQLite, Strapi 5.54.0`.
 * @param {string[]} headings
 * @param {string[][]} rows
 * @returns {string} What was printed.
 */
export function printTable(on, headings, rows) {
  const lines = [
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${on}, ${new Date().toISOString().slice(0, 10)}`,
    '',
    ...aligned([headings, ...rows]),
  ];
  const text = `${lines.join('\n')}\n`;
  process.stdout.write(text);
  return text;
}

/**
 * The lines of a table, its columns as wide as their widest cell: as a page of ours is formatted.
 *
 * @param {string[][]} rows
 */
function aligned(rows) {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(3, ...rows.map((row) => row[at]?.length ?? 0))
  );
  const line = (/** @type {string[]} */ cells) =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`;
  const [headings = [], ...others] = rows.map(line);
  return [headings, line(widths.map((width) => '-'.repeat(width))), ...others];
}

const [begin, end] = ['<!-- result -->', '<!-- end of result -->'];

/**
 * Puts a result between the marks of a page, in place of the one before.
 *
 * @param {string} file
 * @param {string} text
 */
export function writeResult(file, text) {
  const page = readFileSync(file, 'utf8');
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} has no place for a result.`);
  writeFileSync(file, `${page.slice(0, from + begin.length)}\n\n${text}\n${page.slice(to)}`);
}
