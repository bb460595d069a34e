import { statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { step } from './progress.mjs';
import { run } from './run.mjs';

/** Installs the locked dependencies when they are missing or older than the lockfile. */
export async function installDependencies() {
  if (isInstalled()) return;
  await step('Installing dependencies (a few minutes the first time)', () =>
    run('npm', ['ci', '--no-fund', '--no-audit'])
  );
}

function isInstalled() {
  // npm writes this file last, so it stands only after a whole installation.
  const installed = modified(join(root, 'node_modules', '.package-lock.json'));
  return installed >= modified(join(root, 'package-lock.json'));
}

/** @param {string} file */
function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
