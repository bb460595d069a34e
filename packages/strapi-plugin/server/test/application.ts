import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { createDatabase, type TestDatabase } from './database';

const root = resolve(__dirname, '../../../..');

export interface ApplicationOptions {
  /** Settings of the plugin; `null` leaves the plugin out of the application. */
  plugin?: Record<string, unknown> | null;
  /** The reference installation's own `config/plugins`, instead of the plugin's settings alone. */
  ownPluginSettings?: boolean;
  /** The tables are there already, as a first start has left them; quicker. */
  isStartedBefore?: boolean;
  /** A database that another application left. */
  database?: TestDatabase;
}

/** A Strapi application in a temporary folder, with the settings of the reference installation. */
export interface Application {
  folder: string;
  database: TestDatabase;
  /** What the application reads from its environment. */
  env: Record<string, string>;
  remove(): Promise<void>;
}

export async function createApplication(options: ApplicationOptions = {}): Promise<Application> {
  const { plugin = {}, ownPluginSettings = false, isStartedBefore = false } = options;
  const folder = await mkdtemp(join(tmpdir(), 'km-test-'));
  const database =
    options.database ??
    (await createDatabase(isStartedBefore ? process.env.KM_TEST_FIRST_START : undefined));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await mkdir(join(folder, 'public/uploads'), { recursive: true });
  await mkdir(join(folder, 'config'));
  const dependencies = {
    '@strapi/plugin-users-permissions': '5.54.0',
    ...(plugin && { 'strapi-plugin-km': '0.1.0' }),
  };
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'km-test', version: '0.0.0', dependencies, strapi: { uuid: false } })
  );
  await compileSettings(folder);
  if (!ownPluginSettings) {
    const settings = {
      'users-permissions': { config: { jwtSecret: 'test-secret' } },
      ...(plugin && { km: { enabled: true, config: plugin } }),
    };
    await writeFile(
      join(folder, 'config/plugins.js'),
      `module.exports = ${JSON.stringify(settings)};`
    );
  }
  await quieten(folder);
  return {
    folder,
    database,
    env: {
      ...database.env,
      NODE_ENV: 'test',
      TZ: 'UTC',
      HOST: '127.0.0.1',
      PORT: '0',
      STRAPI_TELEMETRY_DISABLED: 'true',
      STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true',
      STARTUP_LOG: 'false',
      APP_KEYS: 'test-key-1,test-key-2',
      API_TOKEN_SALT: 'test-salt',
      ADMIN_JWT_SECRET: 'test-secret',
      TRANSFER_TOKEN_SALT: 'test-salt',
      ENCRYPTION_KEY: 'test-encryption-key-test-encryption-key',
    },
    async remove() {
      await rm(folder, { recursive: true, force: true });
      if (!options.database) await database.drop();
    },
  };
}

/** The reference installation's settings, as its own build would compile them. */
async function compileSettings(folder: string): Promise<void> {
  const from = join(root, 'cms/config');
  for (const name of await readdir(from)) {
    const source = await readFile(join(from, name), 'utf8');
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: {
        module: ts.ModuleKind.CommonJS,
        target: ts.ScriptTarget.ES2022,
        esModuleInterop: true,
      },
    });
    await writeFile(join(folder, 'config', name.replace(/\.ts$/, '.js')), outputText);
  }
}

/** Errors still show; requests and steps do not. */
async function quieten(folder: string): Promise<void> {
  await writeFile(
    join(folder, 'config/logger.js'),
    `module.exports = { level: process.env.KM_TEST_LOG ?? 'error' };`
  );
}
