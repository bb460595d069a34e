import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, state } from './paths.mjs';
import { step } from './progress.mjs';
import { CommandError, run } from './run.mjs';

/**
 * @typedef {{passed: number, failed: number}} Result
 * @typedef {(() => Promise<Result>)} Suite
 */

/**
 * A suite of vitest.
 *
 * @param {string} title
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Suite}
 */
export function vitestSuite(title, args, env) {
  return suite(title, env, (report) => [
    ['npx', 'vitest', 'run', ...args, '--reporter=json', `--outputFile=${report}`],
    (json) => ({
      passed: json.numPassedTests,
      // A file that cannot even load has no test to fail.
      failed: Math.max(json.numFailedTests, json.success ? 0 : 1),
      details: json.testResults.flatMap((/** @type {any} */ file) => [
        ...(file.message ? [`${file.name}\n${file.message}`] : []),
        ...file.assertionResults
          .filter((/** @type {any} */ test) => test.status === 'failed')
          .map((/** @type {any} */ test) => `${test.fullName}\n${test.failureMessages.join('\n')}`),
      ]),
    }),
  ]);
}

/**
 * The element tests in a real Chromium.
 *
 * @param {string} title
 * @param {Record<string, string>} env
 * @returns {Suite}
 */
export function elementSuite(title, env) {
  return suite(title, env, (report) => [
    ['npx', 'wtr', '--config', 'web-test-runner.config.mjs'],
    (json) => json,
    { KM_TEST_REPORT: report },
  ]);
}

/**
 * @param {string} title
 * @param {Record<string, string>} env
 * @param {(report: string) => [string[], (json: any) => Result & {details?: string[]}, Record<string, string>?]} describe
 * @returns {Suite}
 */
function suite(title, env, describe) {
  return async () => {
    mkdirSync(state, { recursive: true });
    const report = join(state, `report-${title.replaceAll(/\W+/g, '-').toLowerCase()}.json`);
    rmSync(report, { force: true });
    const [[command, ...args], read, more = {}] = describe(report);
    let output = '';
    let endedWell = true;
    try {
      return await step(title, async (say) => {
        output = await run(/** @type {string} */ (command), args, {
          cwd: root,
          env: { ...env, ...more },
          onLine: say,
        }).catch((error) => {
          if (!(error instanceof CommandError)) throw error;
          endedWell = false;
          return error.message;
        });
        if (!existsSync(report)) throw new Error(output);
        const result = read(JSON.parse(readFileSync(report, 'utf8')));
        // A rejection nobody handled, or a teardown that failed, fails no test of its own.
        if (!endedWell && result.failed === 0)
          Object.assign(result, { failed: 1, details: [output] });
        process.stdout.write(`  ${result.passed} passed, ${result.failed} failed in ${title}\n`);
        if (result.failed > 0) {
          process.stdout.write(`${(result.details ?? [output]).join('\n\n')}\n`);
        }
        return result;
      });
    } catch (error) {
      process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
      return { passed: 0, failed: 1 };
    }
  };
}
