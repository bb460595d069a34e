import { defineConfig } from 'vitest/config';

/** The plugin: rules by themselves, and services on a booted Strapi with the built plugin. */
export default defineConfig({
  test: {
    include: ['server/**/*.test.ts', 'admin/src/**/*.test.{ts,tsx}'],
    globalSetup: ['server/test/check-build.ts'],
    // Strapi is a global of its process.
    pool: 'forks',
    poolOptions: { forks: { maxForks: 2 } },
    env: { TZ: 'UTC' },
    testTimeout: 180_000,
    hookTimeout: 300_000,
    teardownTimeout: 10_000,
  },
});
