import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cms, root } from '../paths.mjs';

/**
 * Makes a release that follows this one: the same programs, another version, and one more step of
 * our tables.
 *
 * @param {string} folder
 * @returns {string} The folder of its application.
 */
export function makeNextRelease(folder) {
  const app = join(folder, 'next');
  const modules = join(app, 'node_modules');
  mkdirSync(modules, { recursive: true });
  for (const name of [
    'dist',
    'package.json',
    'server.mjs',
    'tsconfig.json',
    'public',
    'favicon.png',
  ]) {
    cpSync(join(cms, name), join(app, name), { recursive: true });
  }
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name === 'strapi-plugin-km') continue;
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  const plugin = join(modules, 'strapi-plugin-km');
  const from = join(root, 'packages', 'strapi-plugin');
  mkdirSync(plugin);
  cpSync(join(from, 'dist'), join(plugin, 'dist'), { recursive: true });
  for (const name of readdirSync(join(from, 'node_modules'))) {
    mkdirSync(join(plugin, 'node_modules'), { recursive: true });
    symlinkSync(join(from, 'node_modules', name), join(plugin, 'node_modules', name));
  }
  const settings = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  writeFileSync(
    join(plugin, 'package.json'),
    JSON.stringify({ ...settings, version: `${settings.version}-next` })
  );
  // Strapi looks for plugins from its own folder first, which is this release's.
  const chosen = join(app, 'dist', 'config', 'plugins.js');
  const plugins = readFileSync(chosen, 'utf8');
  if (!plugins.includes('enabled: true,')) throw new Error(`${chosen} enables no plugin.`);
  writeFileSync(
    chosen,
    plugins.replace('enabled: true,', `enabled: true, resolve: ${JSON.stringify(plugin)},`)
  );
  for (const name of ['index.js', 'index.mjs']) {
    const file = join(plugin, 'dist', 'server', name);
    const built = readFileSync(file, 'utf8');
    const begin = 'const migrations = [';
    if (!built.includes(begin)) throw new Error(`${file} has no list of table steps.`);
    writeFileSync(file, built.replace(begin, `${begin}${nextStep},`));
  }
  return app;
}

/** Slow enough for two instances to be in it at once, were they let. */
const nextStep = `{ version: 9001, name: 'the next release', async up(schema) {
  await schema.raw('select pg_sleep(1)');
  await schema.alterTable('km_feedback', (columns) => columns.string('release', 20));
} }`;
