import './lib/check-node.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildStale } from './lib/build.mjs';
import { root } from './lib/paths.mjs';
import { fail, step } from './lib/progress.mjs';
import { published, releaseFaults } from './lib/release.mjs';
import { run } from './lib/run.mjs';

// Publishes the packages of npm with provenance: npm says by which build of which commit each was
// made. `--dry-run` names what stands in the way, and packs them without sending them anywhere.
const isRehearsal = process.argv.includes('--dry-run');
const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');
const versions = ['packages/widgets/src/version.ts', 'packages/widgets/src/kit/kit-api.ts'];
const { GITHUB_ACTIONS, GITLAB_CI } = process.env;

try {
  const faults = releaseFaults({
    packages: published.map((name) => JSON.parse(read(`packages/${name}/package.json`))),
    changelog: read('CHANGELOG.md'),
    sources: Object.fromEntries(versions.map((path) => [path, read(path)])),
    changes: (await run('git', ['status', '--porcelain'])).trim(),
    hasIdentity: Boolean(GITHUB_ACTIONS || GITLAB_CI),
  });
  for (const fault of faults) process.stdout.write(`- ${fault}\n`);
  if (faults.length > 0 && !isRehearsal) throw new Error('Nothing was published.');
  await buildStale();
  for (const name of published) {
    const how = isRehearsal ? ['--dry-run'] : ['--provenance'];
    await step(`Publishing @km-laas/${name}${isRehearsal ? ' (rehearsal)' : ''}`, () =>
      run('npm', ['publish', '--access', 'public', ...how], { cwd: join(root, 'packages', name) })
    );
  }
} catch (error) {
  fail(error);
}
