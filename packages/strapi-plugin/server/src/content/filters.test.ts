import { expect, it } from 'vitest';
import { escapeLike, startOfYear } from './filters';

it('makes the signs of LIKE stand for themselves', () => {
  expect(escapeLike('100%_\\')).toBe('100\\%\\_\\\\');
  expect(escapeLike('งบ')).toBe('งบ');
});

it('begins a Buddhist-era year at midnight in Bangkok', () => {
  expect(startOfYear(2570).toISOString()).toBe('2026-12-31T17:00:00.000Z');
});
