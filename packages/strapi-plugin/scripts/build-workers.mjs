// Bundles every `*.worker.ts` of the server into `dist/workers/<name>.js`, and what other packages may
// use without a Strapi into `dist/<name>/index.js`, beside what the plugin's SDK builds: the SDK knows
// two entries only.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const sources = readdirSync(join(root, 'server/src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.worker.ts'))
  .map((file) => join(root, 'server/src', file));

/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: {
    ...Object.fromEntries(sources.map((file) => [`workers/${basename(file, '.worker.ts')}`, file])),
    'search/index': join(root, 'server/src/search/engine/standalone.ts'),
  },
  outdir: join(root, 'dist'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // As the SDK does: what is installed beside the plugin stays outside, the rest is bundled.
  external: [...Object.keys(own.dependencies), ...Object.keys(own.peerDependencies)],
  logLevel: 'warning',
};

// While somebody works on them, they are built anew with every change.
if (process.argv.includes('--watch')) await (await context(options)).watch();
else await build(options);
