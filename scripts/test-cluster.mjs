import './lib/check-node.mjs';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStale } from './lib/build.mjs';
import { Checks } from './lib/cluster/checks.mjs';
import { checkHouse } from './lib/cluster/house-checks.mjs';
import { checkReplica } from './lib/cluster/replica-checks.mjs';
import { createInstances } from './lib/cluster/instance.mjs';
import { startNginx } from './lib/cluster/nginx.mjs';
import { installDependencies } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { step } from './lib/progress.mjs';
import { run } from './lib/run.mjs';

// Three instances, PostgreSQL and nginx on this machine, and what must hold while parts of it fail.
const folder = mkdtempSync(join(tmpdir(), 'km-cluster-'));
const logins = {
  editor: { email: 'editor@example.org', password: 'Not-a-secret-1' },
  admin: { email: 'admin@example.org', password: 'Not-a-secret-2' },
};
const checks = new Checks();
/** @type {(() => Promise<void>)[]} */
const cleaning = [];
const clean = async () => {
  for (const undo of cleaning.splice(0).reverse()) await undo();
  rmSync(folder, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => void clean().finally(() => process.exit(130)));
}

try {
  if (!process.argv.includes('--built')) {
    await installDependencies();
    await buildStale();
  }
  const postgres = await step('Starting PostgreSQL', startPostgres);
  cleaning.push(postgres.stop);
  const env = {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    TRUSTED_PROXIES: '1',
    DATABASE_URL: postgres.url,
    PUBLIC_DIR: join(folder, 'public'),
    STRAPI_TELEMETRY_DISABLED: 'true',
    APP_KEYS: 'test-1,test-2',
    API_TOKEN_SALT: 'test',
    ADMIN_JWT_SECRET: 'test',
    TRANSFER_TOKEN_SALT: 'test',
    ENCRYPTION_KEY: 'test',
  };
  mkdirSync(join(folder, 'public', 'uploads'), { recursive: true });
  await step('Making the tables, accounts and thirty questions', () =>
    run(process.execPath, ['scripts/lib/cluster/prepare.mjs'], {
      cwd: root,
      env: { ...env, KM_LOGINS: JSON.stringify(logins), KM_SEARCH_FILE: join(folder, 'first.db') },
    })
  );
  const instances = await createInstances(3, env, folder);
  cleaning.push(async () => void (await Promise.all(instances.map((each) => each.stop()))));
  await step('Starting three instances at once', () =>
    Promise.all(instances.map((each) => each.start()))
  );
  const nginx = await step('Starting nginx', () => startNginx(folder, instances));
  cleaning.push(nginx.stop);
  const house = { folder, env, postgres, instances, nginx, login: logins.admin };
  await checkReplica(checks, house);
  await checkHouse(checks, house);
} catch (error) {
  checks.failed += 1;
  process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
} finally {
  await clean();
}
process.stdout.write(`\n${checks.passed} passed, ${checks.failed} failed\n`);
process.exit(checks.failed === 0 ? 0 : 1);
