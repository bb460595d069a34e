import { step } from '../progress.mjs';

/** Runs checks one after another and counts them; one that fails does not stop the rest. */
export class Checks {
  passed = 0;
  failed = 0;

  /**
   * @param {string} name - A plain sentence.
   * @param {() => Promise<string | void>} work - Answers a figure worth printing.
   */
  async check(name, work) {
    try {
      const said = await step(name, work);
      this.passed += 1;
      if (said) process.stdout.write(`    ${said}\n`);
    } catch (error) {
      this.failed += 1;
      process.stdout.write(`    ${error instanceof Error ? error.stack : error}\n`);
    }
  }
}

/**
 * @param {unknown} holds
 * @param {string} sentence
 */
export function must(holds, sentence) {
  if (!holds) throw new Error(sentence);
}

/**
 * Waits until something holds.
 *
 * @param {() => Promise<boolean>} holds
 * @param {number} [within] - Milliseconds.
 * @returns {Promise<number>} Milliseconds it took.
 */
export async function until(holds, within = 60_000) {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > within) {
      throw new Error(`It did not come to hold within ${within / 1000} s.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return performance.now() - begun;
}
