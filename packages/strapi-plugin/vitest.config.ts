import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The plugin: rules by themselves, and services on a booted Strapi with the built plugin. */
export default defineConfig({
  test: {
    // PostgreSQL changes nothing for what asks no database.
    include: process.env.KM_TEST_DATABASE_URL
      ? ofDatabase()
      : ['server/**/*.test.ts', 'admin/src/**/*.test.{ts,tsx}'],
    globalSetup: ['server/test/check-build.ts', 'server/test/first-start.ts'],
    // Strapi is a global of its process, which serves one file after another: loading Strapi takes
    // longer than most files.
    pool: 'forks',
    poolOptions: { forks: { maxForks: 2, isolate: false } },
    env: { TZ: 'UTC' },
    testTimeout: 180_000,
    hookTimeout: 300_000,
    teardownTimeout: 10_000,
  },
});

/** Test files that make an application or boot one. */
function ofDatabase(): string[] {
  return readdirSync(join(__dirname, 'server'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join('server', file))
    .filter((file) =>
      /\b(startApp|createApplication|openHouse)\b/.test(readFileSync(join(__dirname, file), 'utf8'))
    );
}
