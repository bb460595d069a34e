import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Serves the built CMS; what `strapi start` does, without the rest of Strapi's command line. That
 * loads Node's `repl` and with it `domain`, which gives every request and response another shape:
 * an answer that is ready then takes half as long again, and a start a second longer.
 */
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
const appDir = import.meta.dirname;
// Strapi finds its database from the folder it runs in.
process.chdir(appDir);
await createStrapi({ appDir, distDir: join(appDir, 'dist') }).start();
