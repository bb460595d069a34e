import { expect, it } from 'vitest';
import { holdTickShape } from './hold-tick-shape';

it('holds an object as Node queues them for process.nextTick', () => {
  const tick = holdTickShape();
  expect(tick).toHaveProperty('callback');
  // Computed keys, which are what makes V8 slow; what follows requests by AsyncLocalStorage adds its own.
  expect(Object.getOwnPropertySymbols(tick ?? {}).length).toBeGreaterThan(1);
});
