import { createHook } from 'node:async_hooks';

let held: object | undefined;

/**
 * Keeps `process.nextTick` as fast as it is at first, in the thread that calls this.
 *
 * Node queues each tick as an object with computed keys. At rest V8 collects the last of them and
 * with it their hidden class; the next ones have another, which the code that makes them takes for
 * a second kind of object, and from then on it makes all of them the slow way, from the first quiet
 * seconds of a server until it ends. One that stays alive keeps the class; what that is worth stands
 * in docs/benchmarks.md.
 *
 * @returns The object; undefined where Node calls it otherwise and nothing was gained.
 */
export function holdTickShape(): object | undefined {
  const hook = createHook({
    init(_id, type, _trigger, resource) {
      if (type === 'TickObject') held = resource;
    },
  });
  hook.enable();
  process.nextTick(() => {});
  hook.disable();
  return held;
}
