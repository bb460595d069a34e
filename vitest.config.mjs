import { defineConfig } from 'vitest/config';

/** Everything that needs neither a browser nor a booted Strapi. */
export default defineConfig({
  test: {
    include: [
      'packages/{thai,contract,portal}/src/**/*.test.ts',
      'packages/widgets/test/*.test.ts',
      'cms/src/**/*.test.ts',
      'scripts/**/*.test.mjs',
    ],
    // No file leaves anything behind for the next one in its process.
    pool: 'forks',
    poolOptions: { forks: { maxForks: 2, isolate: false } },
    env: { TZ: 'UTC' },
    // Browsers on a busy machine take their time.
    testTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
