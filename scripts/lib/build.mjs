import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, stamps } from './paths.mjs';
import { step } from './progress.mjs';
import { run } from './run.mjs';

/**
 * What is built, in order. `from` are the sources; `after` the targets whose change makes this one stale.
 *
 * @type {{name: string, title: string, from: string[], after: string[], makes: string[], command: string[], env?: Record<string, string>}[]}
 */
const targets = [
  {
    name: 'thai-contract',
    title: 'Building the Thai and contract packages',
    from: ['packages/thai/src', 'packages/contract/src', 'tsconfig.base.json'],
    after: [],
    makes: ['packages/thai/dist/index.js', 'packages/contract/dist/index.js'],
    command: ['npx', 'tsc', '--build', 'packages/thai', 'packages/contract'],
  },
  {
    name: 'widgets',
    title: 'Building the widgets',
    from: [
      'packages/widgets/src',
      'packages/widgets/scripts',
      'packages/widgets/package.json',
      'rollup.config.mjs',
    ],
    after: ['thai-contract'],
    makes: [
      'packages/widgets/dist/embed/km.js',
      'packages/widgets/dist/index.js',
      'packages/widgets/custom-elements.json',
    ],
    command: ['npm', 'run', 'build', '--workspace', '@km-laas/widgets'],
  },
  {
    name: 'portal',
    title: 'Building the portal',
    from: ['packages/portal/src', 'packages/portal/package.json', 'packages/widgets/src/themes'],
    after: ['thai-contract'],
    makes: ['packages/portal/dist/index.html'],
    command: ['npm', 'run', 'build', '--workspace', '@km-laas/portal'],
  },
  {
    name: 'plugin',
    title: 'Building the Strapi plugin',
    from: [
      'packages/strapi-plugin/server/src',
      'packages/strapi-plugin/admin/src',
      'packages/strapi-plugin/scripts',
      'packages/strapi-plugin/package.json',
    ],
    after: ['thai-contract'],
    makes: [
      'packages/strapi-plugin/dist/server/index.js',
      'packages/strapi-plugin/dist/admin/index.js',
      'packages/strapi-plugin/dist/workers/write-xlsx.js',
    ],
    command: ['npm', 'run', 'build', '--workspace', 'strapi-plugin-km'],
  },
  {
    name: 'cms',
    title: 'Building the CMS and its admin pages (about a minute)',
    from: ['cms/src', 'cms/config', 'cms/package.json', 'cms/tsconfig.json'],
    after: ['plugin'],
    makes: ['cms/dist/src/index.js', 'cms/dist/build/index.html'],
    command: ['npm', 'run', 'build', '--workspace', '@km-laas/cms'],
    env: { NODE_OPTIONS: '--max-old-space-size=4096', STRAPI_TELEMETRY_DISABLED: 'true' },
  },
];

/** Builds what is stale, judged by the contents of the sources and of the lockfile. */
export async function buildStale() {
  mkdirSync(stamps, { recursive: true });
  const marks = new Map();
  for (const target of targets) {
    const hash = createHash('sha1');
    hash.update(readFileSync(join(root, 'package-lock.json')));
    hash.update(process.versions.modules);
    hash.update(target.command.join(' '));
    for (const source of target.from) hashTree(hash, source);
    for (const name of target.after) hash.update(marks.get(name));
    const mark = hash.digest('hex');
    marks.set(target.name, mark);

    const stamp = join(stamps, target.name);
    const isBuilt = target.makes.every((file) => existsSync(join(root, file)));
    if (isBuilt && existsSync(stamp) && readFileSync(stamp, 'utf8') === mark) continue;
    const [command, ...args] = target.command;
    await step(target.title, (say) =>
      run(/** @type {string} */ (command), args, { env: target.env, onLine: say })
    );
    const missing = target.makes.filter((file) => !existsSync(join(root, file)));
    if (missing.length > 0) throw new Error(`The build did not make ${missing.join(', ')}.`);
    writeFileSync(stamp, mark);
  }
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path - File or folder below the checkout.
 */
function hashTree(hash, path) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return;
  if (statSync(absolute).isFile()) {
    hash.update(readFileSync(absolute));
    return;
  }
  const entries = readdirSync(absolute, { withFileTypes: true, recursive: true, encoding: 'utf8' });
  const files = entries
    .filter((entry) => entry.isFile() && !/\.test\.\w+$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    hash.update(file.slice(root.length));
    hash.update(readFileSync(file));
  }
}
