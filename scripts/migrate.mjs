import './lib/check-node.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cms } from './lib/paths.mjs';
import { fail } from './lib/progress.mjs';
import { loadStrapi } from './lib/strapi.mjs';

// What a start does to the database, without a server: an upgrade that fails here leaves the
// servers of the old release running.
try {
  if (!existsSync(join(cms, 'dist', 'config'))) {
    throw new Error('The CMS is not built. Run `npm run build` and try again.');
  }
  const strapi = await loadStrapi();
  await strapi.destroy();
  process.stdout.write('The tables are those of this release.\n');
  // Strapi leaves timers behind that would keep the process alive.
  process.exit(0);
} catch (error) {
  fail(error);
}
