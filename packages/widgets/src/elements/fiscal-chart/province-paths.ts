import { letters, outlines, type Ring } from './thailand.js';

/** Outlines as SVG paths, by code of the province; `lake` is Lake Songkhla. */
export function readProvincePaths(): ReadonlyMap<string, string> {
  const pieces: (readonly [number, number])[][] = [];
  const middle = (letters.length >> 1) - 1;
  const readSteps = (steps: string, [x, y]: readonly [number, number]) => {
    const points: (readonly [number, number])[] = [[x, y]];
    for (let at = 0; at < steps.length; at += 2) {
      x += letters.indexOf(steps[at]!) - middle;
      y += letters.indexOf(steps[at + 1]!) - middle;
      points.push([x, y]);
    }
    pieces.push(points);
    return points;
  };
  const readRing = ([x, y, ...parts]: Ring) => {
    let from: readonly [number, number] = [x, y];
    return parts.flatMap((part) => {
      // A neighbour has walked along this border already, the other way round.
      const points =
        typeof part === 'string' ? readSteps(part, from) : [...pieces[part]!].reverse();
      from = points.at(-1)!;
      return points.slice(1);
    });
  };
  return new Map(
    outlines.map(([code, rings]) => [
      code,
      rings.map((ring) => `M${readRing(ring).join('L')}z`).join(''),
    ])
  );
}
