import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import map from '@svg-maps/thailand';
import { format, resolveConfig } from 'prettier';

/**
 * Draws the map of the provinces small enough for a slow line, from @svg-maps/thailand (CC BY 4.0).
 *
 *   node scripts/draw-map.mjs          writes src/elements/fiscal-chart/thailand.ts
 *   node scripts/draw-map.mjs --check  fails when it is out of date
 *
 * Borders are cut where three provinces meet and each piece is simplified once, so that neighbours
 * keep touching.
 */

const target = fileURLToPath(new URL('../src/elements/fiscal-chart/thailand.ts', import.meta.url));

/** Ids of the map and the two-digit codes of ISO 3166-2:TH. */
const codes = Object.fromEntries(
  `
    bkk:10 spk:11 nbi:12 pte:13 aya:14 atg:15 lri:16 sbr:17 cnt:18 sri:19 cbi:20 ryg:21
    cti:22 trt:23 cco:24 pri:25 nyk:26 skw:27 nma:30 brm:31 srn:32 ssk:33 ubn:34 yst:35
    cpm:36 acr:37 bkn:38 nbp:39 kkn:40 udn:41 lei:42 nki:43 mkm:44 ret:45 ksn:46 snk:47
    npm:48 mdh:49 cmi:50 lpn:51 lpg:52 utd:53 pre:54 nan:55 pyo:56 cri:57 msn:58 nsn:60
    uti:61 kpt:62 tak:63 sti:64 plk:65 pct:66 pnb:67 rbr:70 kri:71 spb:72 npt:73 skn:74
    skm:75 pbi:76 pkn:77 nrt:80 kbi:81 pna:82 pkt:83 sni:84 rng:85 cpn:86 ska:90 stn:91
    trg:92 plg:93 ptn:94 yla:95 nwt:96 lksg:lake
  `
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':'))
);

/** Least area of the triangle a point makes with its neighbours, in square units of the drawing. */
const leastArea = 8;
/** Islands below this area are left out, unless they are all a province has. */
const leastIsland = 2.2;
/** Points closer than this are one: the rounding of the source adds up along its relative paths. */
const tolerance = 0.12;

const known = new Map();
/** The point, or one met before that is the same but for rounding. */
function snap([x, y]) {
  const column = Math.floor(x / tolerance);
  const row = Math.floor(y / tolerance);
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      const near = known.get(`${column + dx},${row + dy}`);
      if (near && Math.hypot(near[0] - x, near[1] - y) < tolerance) return near;
    }
  }
  const point = [x, y];
  known.set(`${column},${row}`, point);
  return point;
}

/** The rings of a path that knows only m, its implied lines, and z. */
function readRings(path) {
  const rings = [];
  let [x, y] = [0, 0];
  for (const part of path.split('z')) {
    const numbers = [...part.matchAll(/-?[\d.]+/g)].map(Number);
    if (!numbers.length) continue;
    const ring = [];
    let start;
    for (let index = 0; index < numbers.length; index += 2) {
      x += numbers[index];
      y += numbers[index + 1];
      start ??= [x, y];
      const point = snap([x, y]);
      if (ring.at(-1) !== point) ring.push(point);
    }
    if (ring.at(-1) === ring[0]) ring.pop();
    [x, y] = start;
    if (ring.length > 2) rings.push(ring);
  }
  return rings;
}

const areaOf = (ring) =>
  Math.abs(
    ring.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length];
      return sum + x * nextY - nextX * y;
    }, 0)
  ) / 2;

const triangle = (a, b, c) =>
  Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;

/** Visvalingam: takes away the point that matters least until every one matters; keeps the ends. */
function simplify(points, keep = 2) {
  const line = [...points];
  while (line.length > keep) {
    let least = Infinity;
    let at = 0;
    for (let index = 1; index < line.length - 1; index++) {
      const area = triangle(line[index - 1], line[index], line[index + 1]);
      if (area < least) [least, at] = [area, index];
    }
    if (least >= leastArea) break;
    line.splice(at, 1);
  }
  return line;
}

/** Pieces of border by their points, each with its number and its points as whole numbers. */
const pieces = new Map();
const names = new Map();
const nameOf = (point) => names.get(point) ?? (names.set(point, names.size), names.size - 1);

/** Letters for steps from -45 to 44; neither quotes nor what begins an escape. */
const letters = Array.from({ length: 93 }, (_, index) => String.fromCharCode(index + 34))
  .filter((letter) => !/["'\\]/.test(letter))
  .join('');
const furthest = (letters.length >> 1) - 1;

/** Steps between points as letters, two a step; a step too far for a letter is made of several. */
function writeSteps(points) {
  let steps = '';
  points.slice(1).forEach((point, index) => {
    const step = point.map((value, axis) => value - points[index][axis]);
    const parts = Math.ceil(Math.max(...step.map(Math.abs)) / furthest);
    let done = [0, 0];
    for (let part = 1; part <= parts; part++) {
      const upTo = step.map((value) => Math.round((value * part) / parts));
      steps += upTo.map((value, axis) => letters[value - done[axis] + furthest]).join('');
      done = upTo;
    }
  });
  return steps;
}

/** A piece of border: its steps where it is met first, its number where the other side meets it. */
function writePiece(piece) {
  const key = piece.map(nameOf);
  const known = pieces.get([...key].reverse().join());
  if (known) return known.number;
  if (pieces.has(key.join())) throw new Error('A border is met twice from the same side.');
  const rounded = simplify(piece, piece[0] === piece.at(-1) ? 4 : 2).map((point) =>
    point.map(Math.round)
  );
  pieces.set(key.join(), { number: pieces.size });
  return writeSteps(rounded);
}

/** Cuts a ring where its neighbour changes; the first two numbers say where it begins. */
function writeRing(ring, isJunction) {
  const first = Math.max(ring.findIndex(isJunction), 0);
  const turned = [...ring.slice(first), ...ring.slice(0, first), ring[first]];
  const written = turned[0].map(Math.round);
  let piece = [turned[0]];
  turned.slice(1).forEach((point, index) => {
    piece.push(point);
    if (isJunction(point) || index === turned.length - 2) {
      written.push(writePiece(piece));
      piece = [point];
    }
  });
  return written;
}

export async function drawMap() {
  const shapes = map.locations.map(({ id, path }) => ({ code: codes[id], rings: readRings(path) }));
  const unknown = shapes.filter(({ code }) => !code);
  if (unknown.length || shapes.length !== 78) throw new Error('@svg-maps/thailand has other ids.');

  // Whose rings a point belongs to, and what it stands between: a junction is where that changes.
  const owners = new Map();
  for (const { code, rings } of shapes) {
    for (const point of rings.flat()) {
      owners.set(point, (owners.get(point) ?? new Set()).add(code));
    }
  }
  const ownersOf = (point) => [...owners.get(point)].sort().join();
  const junctions = new Set();
  for (const { rings } of shapes) {
    for (const ring of rings) {
      ring.forEach((point, index) => {
        const before = ring.at(index - 1);
        const after = ring[(index + 1) % ring.length];
        const own = ownersOf(point);
        if (owners.get(point).size > 2) junctions.add(point);
        else if (
          owners.get(point).size === 2 &&
          (ownersOf(before) !== own || ownersOf(after) !== own)
        ) {
          if (owners.get(before).size < 2 || owners.get(after).size < 2) junctions.add(point);
        }
      });
    }
  }
  const outlines = shapes.map(({ code, rings }) => {
    const sorted = [...rings].sort((a, b) => areaOf(b) - areaOf(a));
    const kept = sorted.filter((ring, index) => !index || areaOf(ring) >= leastIsland);
    return [code, kept.map((ring) => writeRing(ring, (point) => junctions.has(point)))];
  });
  const corners = shapes.flatMap(({ rings }) => rings.flat());
  const size = [0, 1].map(
    (axis) => Math.ceil(Math.max(...corners.map((point) => point[axis]))) + 1
  );
  const source = `// Written by scripts/draw-map.mjs; change that, not this.
// Map of Thailand by MapSVG (https://mapsvg.com/maps/thailand), CC BY 4.0, simplified.

/** Width and height of the drawing. */
export const mapSize = [${size.join(', ')}] as const;

/** Letters that stand for steps, the middle one for none. */
export const letters = '${letters}';

/** A ring: where it begins, then its pieces as steps, or as the number of a piece met before. */
export type Ring = readonly [x: number, y: number, ...pieces: (string | number)[]];

/** Rings of each province, by its code, and of Lake Songkhla, which is no province's. */
export const outlines: readonly (readonly [code: string, rings: readonly Ring[]])[] = ${JSON.stringify(outlines)};
`;
  return format(source, { ...(await resolveConfig(target)), filepath: target });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = await drawMap();
  if (!process.argv.includes('--check')) {
    writeFileSync(target, wanted);
  } else if (readFileSync(target, 'utf8') !== wanted) {
    console.error('The map is out of date; run `node scripts/draw-map.mjs` in packages/widgets.');
    process.exitCode = 1;
  }
}
