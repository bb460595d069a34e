import { existsSync, writeFileSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';

const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome']
  .filter(Boolean)
  .find((path) => existsSync(path));
if (!executablePath) {
  throw new Error(
    'Chromium was not found: install it (apt-get install chromium) or set CHROMIUM_PATH to one.'
  );
}

/** Leaves the count, and what failed, in the file that `KM_TEST_REPORT` names. */
function countReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const results = sessions.flatMap(({ testResults }) => testsIn(testResults));
      const failures = results.filter(({ passed, skipped }) => !passed && !skipped);
      const broken = sessions.filter(({ errors }) => errors.length);
      const report = {
        passed: results.filter(({ passed }) => passed).length,
        failed: failures.length + broken.length,
        details: [
          ...failures.map(({ name, error }) => `${name}\n${error?.message ?? ''}`),
          ...broken.map(({ testFile, errors }) => `${testFile}\n${errors[0].message}`),
        ],
      };
      writeFileSync(file, JSON.stringify(report));
    },
  };
}

const testsIn = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsIn)] : []);

export default {
  rootDir: new URL('.', import.meta.url).pathname,
  files: ['packages/widgets/src/**/*.test.ts'],
  nodeResolve: { exportConditions: ['production', 'browser'] },
  // Keyboard and focus need the tab in front, so one file after the other.
  concurrency: 1,
  reporters: [
    defaultReporter(),
    ...(process.env.KM_TEST_REPORT ? [countReporter(process.env.KM_TEST_REPORT)] : []),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath,
        // Dates are shown in Bangkok's time whatever the reader's clock says; so the clock is foreign.
        env: { ...process.env, TZ: 'America/New_York' },
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      },
    }),
  ],
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: new URL('packages/widgets/tsconfig.json', import.meta.url).pathname,
    }),
  ],
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 180_000,
};
