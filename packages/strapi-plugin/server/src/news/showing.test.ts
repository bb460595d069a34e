import { expect, it } from 'vitest';
import { isShownAt } from './showing';

const news = { showFrom: '2026-11-22T00:00:00.000Z', showUntil: '2026-11-23T00:00:00.000Z' };
const at = (instant: string, item: Parameters<typeof isShownAt>[0] = news) =>
  isShownAt(item, new Date(instant));

it('shows news from its first instant to just before its last', () => {
  expect(at('2026-11-21T23:59:59.999Z')).toBe(false);
  expect(at('2026-11-22T00:00:00.000Z')).toBe(true);
  expect(at('2026-11-22T23:59:59.999Z')).toBe(true);
  expect(at('2026-11-23T00:00:00.000Z')).toBe(false);
});

it('shows news without an end for ever, and without a beginning never', () => {
  expect(at('2100-01-01T00:00:00Z', { ...news, showUntil: null })).toBe(true);
  expect(at('2026-11-22T12:00:00Z', { ...news, showFrom: null })).toBe(false);
});
