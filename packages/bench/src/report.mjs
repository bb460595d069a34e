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
 */
export function printTable(on, headings, rows) {
  const lines = [
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${on}, ${new Date().toISOString().slice(0, 10)}`,
    '',
    `| ${headings.join(' | ')} |`,
    `| ${headings.map(() => '---').join(' | ')} |`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
