import './lib/check-node.mjs';
import { buildStale } from './lib/build.mjs';
import { chromium, mariadbPrograms, php, wordpress, wordpressModules } from './lib/debian.mjs';
import { installDependencies } from './lib/install.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { fail, step } from './lib/progress.mjs';
import { elementSuite, vitestSuite } from './lib/suites.mjs';

let failed = 0;
let passed = 0;

try {
  await installDependencies();
  await buildStale();
  const browser = await chromium();
  // What the examples on PHP need: installed here, so that no test waits for it.
  await php(wordpressModules);
  await mariadbPrograms();
  await wordpress();
  const postgres = await step('Starting PostgreSQL', startPostgres);
  const env = { CHROMIUM_PATH: browser, TZ: 'UTC' };
  const suites = [
    vitestSuite('Thai, contract, scripts and samples', ['--config', 'vitest.config.mjs'], env),
    elementSuite('Elements in Chromium', env),
    vitestSuite('Plugin on SQLite', ['--root', 'packages/strapi-plugin'], env),
    vitestSuite('Plugin on PostgreSQL', ['--root', 'packages/strapi-plugin'], {
      ...env,
      KM_TEST_DATABASE_URL: postgres.url,
    }),
    vitestSuite('Journeys across two origins', ['--root', 'e2e'], env),
  ];
  try {
    for (const suite of suites) {
      const result = await suite();
      passed += result.passed;
      failed += result.failed;
    }
  } finally {
    await postgres.stop();
  }
} catch (error) {
  process.stdout.write(`\n${passed} passed, ${failed + 1} failed\n`);
  fail(error);
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
