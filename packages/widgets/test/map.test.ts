import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { drawMap } from '../scripts/draw-map.mjs';

it('the map is what the script draws; `node scripts/draw-map.mjs` brings it up to date', async () => {
  const target = new URL('../src/elements/fiscal-chart/thailand.ts', import.meta.url);
  expect(await drawMap()).toBe(readFileSync(fileURLToPath(target), 'utf8'));
});
