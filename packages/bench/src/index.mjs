import { readdirSync } from 'node:fs';

/**
 * `npm run bench -- <name>`: runs one benchmark, or `read` where none is named. Each is a file here
 * that exports `run`.
 */
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.replace(/\.bench\.mjs$/, ''));
const [name = 'read', ...rest] = process.argv.slice(2);
if (!names.includes(name)) {
  process.stderr.write(`There is no benchmark "${name}"; there are: ${names.join(', ')}.\n`);
  process.exit(2);
}
const { run } = await import(`./${name}.bench.mjs`);
await run(rest);
