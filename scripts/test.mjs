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
  const postgres = await step('Starting PostgreSQL', startPostgres);
  // Brought while other suites run.
  const phpHosts = bringPhpHosts();
  phpHosts.catch(() => {});
  const env = { CHROMIUM_PATH: browser, TZ: 'UTC' };
  const journeys = vitestSuite('Journeys across two origins', ['--root', 'e2e'], env);
  const suites = [
    vitestSuite('Thai, contract, scripts and samples', ['--config', 'vitest.config.mjs'], env),
    elementSuite('Elements in Chromium', env),
    vitestSuite('Plugin on SQLite', ['--root', 'packages/strapi-plugin'], env),
    vitestSuite('Plugin on PostgreSQL', ['--root', 'packages/strapi-plugin'], {
      ...env,
      KM_TEST_DATABASE_URL: postgres.url,
    }),
    () => phpHosts.then(journeys),
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

/** What the examples on PHP need, from Debian where it is missing; apt does one thing at a time. */
async function bringPhpHosts() {
  await php(wordpressModules);
  await mariadbPrograms();
  await wordpress();
}
