import { defineConfig } from 'vitest/config';

/** Journeys through a whole running house; one house serves all files. */
export default defineConfig({
  test: {
    globalSetup: ['./house.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The journeys change content; one file at a time keeps them out of each other's way.
    fileParallelism: false,
    env: { TZ: 'UTC' },
  },
});
