import { describe, expect, it } from 'vitest';

import { endOfDay, startOfDay, thaiDate } from './dates';

describe('days of Bangkok', () => {
  // Already the 23rd in Bangkok.
  const now = new Date('2026-11-22T20:30:00Z');

  it('counts from the day it is in Bangkok', () => {
    expect(startOfDay(now, 0)).toBe('2026-11-22T17:00:00.000Z');
    expect(startOfDay(now, -3)).toBe('2026-11-19T17:00:00.000Z');
  });

  it('ends with the last minute of the day', () => {
    expect(endOfDay(now, 0)).toBe('2026-11-23T16:59:00.000Z');
  });
});

describe('thaiDate', () => {
  it('writes a date as letters do', () => {
    expect(thaiDate('2020-07-17')).toBe('17 กรกฎาคม 2563');
  });
});
