import { describe, expect, it } from 'vitest';

import { inReferenceOrder } from './reference-order';

const item = (key: string, ...refers: string[]) => ({ key, refers });

describe('inReferenceOrder', () => {
  it('puts each item after those it refers to and keeps the order otherwise', () => {
    const items = [item('new', 'middle'), item('alone'), item('middle', 'old'), item('old')];

    expect(inReferenceOrder(items, ({ refers }) => refers).map(({ key }) => key)).toEqual([
      'old',
      'middle',
      'new',
      'alone',
    ]);
  });

  it('names the circle it cannot order', () => {
    const items = [item('a', 'b'), item('b', 'a')];

    expect(() => inReferenceOrder(items, ({ refers }) => refers)).toThrow('a → b → a');
  });

  it('names a reference to nothing', () => {
    expect(() => inReferenceOrder([item('a', 'gone')], ({ refers }) => refers)).toThrow('"gone"');
  });
});
