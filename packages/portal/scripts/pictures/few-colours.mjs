/** As many as a screen of ours has, with some shades between letters and their ground. */
const most = 32;

/** @typedef {[red: number, green: number, blue: number]} Colour */

/**
 * The same picture in few colours: WebP without loss is then lighter than with it, and letters stay
 * sharp. Palettes of PNG lose a small green chip among a thousand greys; this keeps whatever covers
 * an area, however small.
 *
 * @param {Buffer} dots - Red, green and blue of each.
 */
export function withFewColours(dots) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let at = 0; at < dots.length; at += 3) {
    const key = dots.readUIntBE(at, 3);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const palette = choose([...counts].sort(([, one], [, other]) => other - one));
  const nearest = new Map(
    [...counts.keys()].map((key) => [key, nearestOf(colourOf(key), palette)])
  );
  const reduced = Buffer.alloc(dots.length);
  for (let at = 0; at < dots.length; at += 3) {
    reduced.set(/** @type {Colour} */ (nearest.get(dots.readUIntBE(at, 3))), at);
  }
  return reduced;
}

/**
 * The commonest colours that differ enough: an area's own from a hair's breadth on, a shade of an
 * edge only where it is far from all others.
 *
 * @param {[key: number, count: number][]} commonest
 */
function choose(commonest) {
  /** @type {Colour[]} */
  const palette = [];
  for (const [key, count] of commonest) {
    const colour = colourOf(key);
    const least = count > 400 ? 60 : 1200;
    if (palette.every((other) => distance(colour, other) > least)) palette.push(colour);
    if (palette.length === most) break;
  }
  return palette;
}

/** @returns {Colour} */
function colourOf(/** @type {number} */ key) {
  return [key >> 16, (key >> 8) & 255, key & 255];
}

/** @param {Colour} one @param {Colour} other */
function distance(one, other) {
  return one.reduce((sum, value, index) => sum + (value - (other[index] ?? 0)) ** 2, 0);
}

/** @param {Colour} colour @param {Colour[]} palette */
function nearestOf(colour, palette) {
  return palette.reduce((best, other) =>
    distance(colour, other) < distance(colour, best) ? other : best
  );
}
