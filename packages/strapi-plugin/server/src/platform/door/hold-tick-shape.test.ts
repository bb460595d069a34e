import { expect, it } from 'vitest';
import { holdTickShape } from './hold-tick-shape';

it('holds an object as Node queues them for process.nextTick', () => {
  const tick = holdTickShape();
  expect(tick).toHaveProperty('callback');
  // What makes V8 take its class for another: keys that are computed.
  expect(Object.getOwnPropertySymbols(tick ?? {})).toHaveLength(2);
});
