import { expect, it } from 'vitest';
import { holdTickShape } from './hold-tick-shape';

it('holds an object as Node queues them for process.nextTick', () => {
  const tick = holdTickShape();
  expect(tick).toHaveProperty('callback');
  expect(Object.getOwnPropertySymbols(tick ?? {}).map(String)).toEqual(
    expect.arrayContaining(['Symbol(asyncId)', 'Symbol(triggerId)'])
  );
});
