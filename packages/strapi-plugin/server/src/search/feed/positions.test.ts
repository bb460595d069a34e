import { describe, expect, it } from 'vitest';
import { QueuePositions } from './positions';

const minute = 60_000;

describe('positions in the queue', () => {
  it('move with numbers that come in order', () => {
    const positions = new QueuePositions(4);
    positions.see([5, 6, 7], 0);
    expect([positions.top, positions.floor, positions.missing]).toEqual([7, 7, []]);
  });

  it('wait below a number that is still to be committed', () => {
    const positions = new QueuePositions(0);
    positions.see([1, 2, 4, 6], 0);
    expect([positions.top, positions.floor, positions.missing]).toEqual([6, 2, [3, 5]]);
    positions.see([3], minute);
    expect([positions.floor, positions.missing]).toEqual([4, [5]]);
  });

  it('give up on a number that was taken back', () => {
    const positions = new QueuePositions(0);
    positions.see([1, 3], 0);
    positions.forget(4 * minute);
    expect(positions.floor).toBe(1);
    positions.forget(6 * minute);
    expect(positions.floor).toBe(3);
  });

  it('take numbers in any order, and a number twice', () => {
    const positions = new QueuePositions(0);
    positions.see([3, 1, 2, 2], 0);
    expect([positions.floor, positions.missing]).toEqual([3, []]);
  });

  it('do not wait for millions after a leap', () => {
    const positions = new QueuePositions(0);
    positions.see([50_000_000], 0);
    expect(positions.missing.length).toBeLessThanOrEqual(5000);
    expect(positions.top).toBe(50_000_000);
  });
});
