import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { breathe, goFirst } from './breathe';

afterEach(() => vi.restoreAllMocks());

/** A read that ends when it is told. */
function readUntilTold(): { tell: () => void; ended: Promise<void> } {
  let tell = () => {};
  const told = new Promise<void>((resolve) => (tell = resolve));
  return { tell, ended: goFirst(() => told) };
}

test('lets a read that takes several turns end first', async () => {
  // However slow the machine is, no time passes.
  vi.spyOn(performance, 'now').mockReturnValue(0);
  const order: string[] = [];
  const read = goFirst(async () => {
    for (let step = 0; step < 3; step += 1) await turn();
    order.push('read');
  });
  await breathe();
  order.push('work');
  await read;
  expect(order).toEqual(['read', 'work']);
});

test('takes one turn inside a read, which would wait for itself', async () => {
  vi.spyOn(performance, 'now').mockReturnValue(0);
  await expect(goFirst(async () => breathe())).resolves.toBeUndefined();
});

test('does not wait for ever where there is always a read', async () => {
  const { tell, ended } = readUntilTold();
  await expect(breathe()).resolves.toBeUndefined();
  tell();
  await ended;
});

test('counts a read that failed as ended, and hands its failure on', async () => {
  const order: string[] = [];
  await expect(goFirst(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
  const work = breathe().then(() => order.push('work'));
  // Without a read, one turn is enough: a millisecond's timer would come later.
  await turn();
  await turn();
  order.push('two turns');
  await work;
  expect(order).toEqual(['work', 'two turns']);
});
