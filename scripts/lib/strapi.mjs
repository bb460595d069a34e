import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cms } from './paths.mjs';
import { loadEnvironment } from './settings.mjs';

const require = createRequire(join(cms, 'package.json'));

/** Loads the built CMS for a command: its database and services, but no server. */
export async function loadStrapi() {
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
  return strapi.load();
}
