import './lib/check-node.mjs';
import { buildStale } from './lib/build.mjs';
import { installDependencies } from './lib/install.mjs';
import { fail, step } from './lib/progress.mjs';
import { run } from './lib/run.mjs';

// `--static` stops before the tests: what a machine can say without running the house.
const staticOnly = process.argv.includes('--static');
const npx = (/** @type {string[]} */ ...args) => run('npx', args);

try {
  await installDependencies();
  await step('Format', () => npx('prettier', '--check', '.'));
  await buildStale();
  // Both take a minute, and one processor.
  const lint = step('Lint', () => npx('eslint', '--max-warnings', '0', '.'));
  const types = step('Types', async () => {
    await npx('tsc', '--build');
    await npx('tsc', '--noEmit', '--project', 'packages/strapi-plugin/server/tsconfig.json');
    await npx('tsc', '--noEmit', '--project', 'packages/strapi-plugin/admin/tsconfig.json');
    await npx('tsc', '--noEmit', '--project', 'cms/tsconfig.json');
    await npx('tsc', '--project', 'scripts/tsconfig.json');
    await npx('tsc', '--project', 'e2e/tsconfig.json');
    await npx('tsc', '--noEmit', '--project', 'packages/widgets/tsconfig.test.json');
  });
  await Promise.all([lint, types]);
  await step('Custom-elements manifest', () =>
    run('npm', ['run', 'manifest', '--workspace', '@km-laas/widgets'])
  );
  await step('Size budgets', async () => {
    process.stdout.write(await run('npm', ['run', 'size', '--workspace', '@km-laas/widgets']));
  });
} catch (error) {
  fail(error);
}
if (!staticOnly) await import('./test.mjs');
