import './lib/check-node.mjs';
import { createRequire } from 'node:module';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cms } from './lib/paths.mjs';
import { fail } from './lib/progress.mjs';
import { loadEnvironment } from './lib/settings.mjs';

const [command] = process.argv.slice(2);
const require = createRequire(join(cms, 'package.json'));

try {
  if (command !== 'rebuild') throw new Error('Usage: node scripts/search.mjs rebuild');
  if (!existsSync(join(cms, 'dist', 'config'))) {
    throw new Error('The CMS is not built. Run `npm run build` and try again.');
  }
  loadEnvironment();
  // Strapi finds its database from the folder it runs in.
  process.chdir(cms);
  // Its upload provider stops where this folder is missing.
  mkdirSync(resolve(process.env.PUBLIC_DIR ?? 'public', 'uploads'), { recursive: true });
  process.stdout.write('Loading the CMS\n');
  const { createStrapi } = require('@strapi/strapi');
  const strapi = createStrapi({
    appDir: cms,
    distDir: join(cms, 'dist'),
    autoReload: false,
    serveAdminPanel: false,
  });
  strapi.log.level = 'warn';
  await strapi.load();
  // The index is each server's own; all of them are told through the database they share.
  await strapi.plugin('km').service('search').rebuildEverywhere();
  await strapi.destroy();
  process.stdout.write(
    'Every running server makes its search index anew now, and answers from the old one until then.\n' +
      'A server that is not running does it when it starts. /api/km/v1/health says how far it is.\n'
  );
  // Strapi leaves timers behind that would keep the process alive.
  process.exit(0);
} catch (error) {
  fail(error);
}
