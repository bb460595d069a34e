import type { StatusNotice } from '@km-laas/contract';
import { describe, expect, it } from 'vitest';
import { statusAt } from './status-at';

const notice = (id: string, more: Partial<StatusNotice> = {}): StatusNotice => ({
  id,
  state: 'slow',
  headline: id,
  advice: [],
  startsAt: '2026-11-20T01:00:00.000Z',
  endsAt: null,
  updatedAt: '2026-11-19T01:00:00.000Z',
  sample: false,
  ...more,
});
const at = (instant: string, ...notices: StatusNotice[]) => {
  const { data, validUntil } = statusAt(notices, new Date(instant));
  return {
    state: data.state,
    told: data.notices.map(({ id }) => id),
    until: validUntil?.toISOString() ?? null,
  };
};

describe('the state of e-LAAS', () => {
  it('is as usual while nothing is announced', () => {
    expect(at('2026-11-20T01:00:00Z')).toEqual({ state: 'normal', told: [], until: null });
  });

  it('changes at the first instant of a notice, and back at its last', () => {
    const night = notice('night', { endsAt: '2026-11-20T05:00:00.000Z' });
    expect(at('2026-11-20T00:59:59.999Z', night).state).toBe('normal');
    expect(at('2026-11-20T01:00:00Z', night)).toEqual({
      state: 'slow',
      told: ['night'],
      until: '2026-11-20T05:00:00.000Z',
    });
    expect(at('2026-11-20T05:00:00Z', night)).toEqual({ state: 'normal', told: [], until: null });
  });

  it('is the worst that holds, which is told first', () => {
    const closed = notice('closed', { state: 'closed', startsAt: '2026-11-20T02:00:00.000Z' });
    const slow = notice('slow');
    expect(at('2026-11-20T03:00:00Z', slow, closed)).toMatchObject({
      state: 'closed',
      told: ['closed', 'slow'],
    });
  });

  it('tells what is coming for two weeks, and when that begins', () => {
    const later = notice('later', { startsAt: '2026-12-10T01:00:00.000Z' });
    expect(at('2026-11-26T00:59:59Z', later)).toEqual({
      state: 'normal',
      told: [],
      until: '2026-11-26T01:00:00.000Z',
    });
    expect(at('2026-11-26T01:00:00Z', later)).toEqual({
      state: 'normal',
      told: ['later'],
      until: '2026-12-10T01:00:00.000Z',
    });
  });
});
