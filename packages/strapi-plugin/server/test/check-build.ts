import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const plugin = resolve(__dirname, '../..');
const built = join(plugin, 'dist/server/index.js');
const stamp = join(plugin, 'dist/server/.sources');
const sources = ['server/src', '../contract/src', '../thai/src'];

/** Refuses to test a build that is older than what it was built from. */
export default function checkBuild(): void {
  if (!existsSync(built)) throw new Error(`${built} is missing. ${howToBuild}`);
  const files = sources.flatMap((folder) =>
    readdirSync(join(plugin, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  );
  const mark = createHash('sha1');
  for (const file of files) mark.update(file.slice(plugin.length)).update(readFileSync(file));
  const digest = mark.digest('hex');
  const since = statSync(built).mtimeMs;
  const newer = files.filter((file) => statSync(file).mtimeMs > since);
  // A file may be written anew without a change, by a checkout for one.
  const isSame = existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
  if (newer.length > 0 && !isSame) {
    throw new Error(`The build is older than ${newer.join(', ')}. ${howToBuild}`);
  }
  writeFileSync(stamp, digest);
}

const howToBuild =
  'Run `npx tsc -b packages/thai packages/contract && npm run build -w strapi-plugin-km` first.';
