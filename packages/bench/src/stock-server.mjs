import { createRequire } from 'node:module';

// Started as a process of its own, so that each server has the machine to itself.
const require = createRequire(import.meta.url);
const { createStrapi } = require('@strapi/strapi');
const folder = /** @type {string} */ (process.argv[2]);
const strapi = createStrapi({
  appDir: folder,
  distDir: folder,
  autoReload: false,
  serveAdminPanel: false,
});
await strapi.start();
