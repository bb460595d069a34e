import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

/**
 * Starts the Strapi of an application folder on a free port of loopback.
 *
 * @param {string} appDir
 * @returns {Promise<{strapi: import('@strapi/types').Core.Strapi, origin: string}>}
 */
export async function bootStrapi(appDir) {
  const { createStrapi } = require('@strapi/strapi');
  const strapi = createStrapi({
    appDir,
    distDir: appDir,
    autoReload: false,
    serveAdminPanel: false,
  });
  await strapi.load();
  strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise((resolve) => httpServer.listen(0, '127.0.0.1', () => resolve(undefined)));
  const port = strapi.plugin('km')?.config('front')
    ? await portOfFront(strapi)
    : httpServer.address().port;
  return { strapi, origin: `http://127.0.0.1:${port}` };
}

/**
 * The port the plugin's front got, which asks for any.
 *
 * @param {import('@strapi/types').Core.Strapi} strapi
 */
async function portOfFront(strapi) {
  while (!strapi.config.get('server.port')) await new Promise((resolve) => setTimeout(resolve, 5));
  return strapi.config.get('server.port');
}

// As a program: a second instance of an application, told to its parent by its origin.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { strapi, origin } = await bootStrapi(process.argv[2] ?? '');
  process.send?.({ origin });
  process.on('message', async (/** @type {{publish: [string, string]}} */ { publish }) => {
    const [uid, documentId] = publish;
    await strapi.documents(/** @type {any} */ (uid)).publish({ documentId });
    process.send?.({ published: documentId });
  });
}
