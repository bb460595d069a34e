import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Types whose REST API the stock application offers, and those they point at. */
const types = ['topic', 'manual', 'law', 'faq', 'news', 'update', 'form'];

/**
 * Writes a plain Strapi application over a copy of our database: the same content types as its own,
 * with Strapi's own controllers, services and routes. Nothing of the plugin is in it.
 *
 * Its routes ask for no account at all (`auth: false`), which makes it faster than an installation
 * whose readers go through the public role.
 *
 * @param {string} folder - Emptied first; below the checkout, so that packages resolve.
 * @param {string} database - SQLite file to copy.
 */
export function writeStockApp(folder, database) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'public', 'uploads'), { recursive: true });
  cpSync(database, join(folder, 'data.db'));

  const plugin = require('strapi-plugin-km/strapi-server');
  const { contentTypes } = plugin.default ?? plugin;
  for (const name of types) writeApi(folder, name, contentTypes[name].schema);

  write(folder, 'package.json', JSON.stringify({ name: 'stock', version: '0.0.0' }));
  const config = {
    admin: `{ auth: { secret: 'bench' }, apiToken: { salt: 'bench' }, transfer: { token: { salt: 'bench' } }, secrets: { encryptionKey: 'bench' } }`,
    api: `{ rest: { defaultLimit: 25, maxLimit: 100, withCount: true } }`,
    database: `{ connection: { client: 'sqlite', connection: { filename: require('node:path').join(__dirname, '..', 'data.db') }, useNullAsDefault: true } }`,
    middlewares: `['strapi::logger', 'strapi::errors', 'strapi::security', 'strapi::cors', 'strapi::poweredBy', 'strapi::query', 'strapi::body', 'strapi::session', 'strapi::favicon', 'strapi::public']`,
    plugins: `{}`,
    server: `{ host: '127.0.0.1', port: Number(process.env.PORT), app: { keys: ['bench'] }, logger: { startup: { enabled: false }, updates: { enabled: false } } }`,
  };
  for (const [name, value] of Object.entries(config)) {
    write(folder, `config/${name}.js`, `module.exports = ${value};\n`);
  }
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {any} schema
 */
function writeApi(folder, name, schema) {
  const uid = `'api::${name}.${name}'`;
  const factory = (/** @type {string} */ kind, options = '') =>
    `module.exports = require('@strapi/strapi').factories.createCore${kind}(${uid}${options});\n`;
  write(folder, `src/api/${name}/controllers/${name}.js`, factory('Controller'));
  write(folder, `src/api/${name}/services/${name}.js`, factory('Service'));
  const open = `, { config: { find: { auth: false }, findOne: { auth: false } } }`;
  write(folder, `src/api/${name}/routes/${name}.js`, factory('Router', open));
  write(
    folder,
    `src/api/${name}/content-types/${name}/schema.json`,
    JSON.stringify(plainSchema(schema))
  );
}

/**
 * The schema without what only our plugin knows.
 *
 * @param {any} schema
 */
function plainSchema({ config: _view, ...schema }) {
  const text = JSON.stringify(schema).replaceAll(/plugin::km\.(\w+)/g, 'api::$1.$1');
  const plain = JSON.parse(text);
  for (const [name, attribute] of Object.entries(plain.attributes)) {
    // What is measured has no components; without them stock Strapi has less to join.
    if (attribute.type === 'component') delete plain.attributes[name];
    if (attribute.type === 'customField') {
      attribute.type = 'string';
      delete attribute.customField;
      delete attribute.options;
    }
  }
  return plain;
}

/**
 * @param {string} folder
 * @param {string} file
 * @param {string} text
 */
function write(folder, file, text) {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
