import './lib/check-node.mjs';
import { buildStale } from './lib/build.mjs';
import { installDependencies } from './lib/install.mjs';
import { fail } from './lib/progress.mjs';

try {
  await installDependencies();
  await buildStale();
} catch (error) {
  fail(error);
}
