import { describe, expect, it } from 'vitest';
import { isDatabaseFailure } from './problem';

describe('what the database fails with', () => {
  it.each([
    'Connection terminated unexpectedly',
    'insert into "km_limits" ("points") values ($1) - Connection terminated unexpectedly',
    'select 1 - Client was closed and is not queryable',
    'timeout expired',
  ])('is known without a code: %s', (message) => {
    expect(isDatabaseFailure(new Error(message))).toBe(true);
  });

  it.each(['57P01', '08006', 'ECONNREFUSED', 'SQLITE_BUSY'])('is known by its code: %s', (code) => {
    expect(isDatabaseFailure(Object.assign(new Error('any'), { code }))).toBe(true);
  });

  it.each([
    new Error('Posting failed - Connection terminated - by hand'),
    new Error('insert into "km_limits" - null value in column "points"'),
    Object.assign(new Error('Connection terminated'), { code: '23505' }),
    null,
    undefined,
    'Connection terminated',
  ])('is not what a request is wrong with: %s', (error) => {
    expect(isDatabaseFailure(error)).toBe(false);
  });
});
