import { isGramUnit } from './gram-text';
import type { Term } from './plan';

const SATURATION = 1.2;
const LENGTH_EFFECT = 0.75;
const WINDOW = 100;
const SLOTS = 4096;

/** How well a text has the trigrams of a query, each part from 0 to about 1. */
export interface Likeness {
  /** BM25 over title, heading and text. */
  overall: number;
  /** Weight of the distinct trigrams in the best stretch of the text. */
  nearness: number;
  /** Share of the query's weight that occurs at all. */
  coverage: number;
}

/**
 * Compares texts with the trigrams of one query.
 *
 * It reads each text once and makes no strings: hundreds of passages are compared in milliseconds.
 */
export class Scorer {
  readonly #weights: Float64Array;
  readonly #total: number;
  readonly #averageLength: number;
  readonly #units = new Uint8Array(65_536);
  readonly #slotKeys = new Int32Array(SLOTS).fill(-1);
  readonly #slotGrams = new Int16Array(SLOTS);
  readonly #found: Float64Array;
  readonly #inWindow: Int16Array;
  readonly #ring = new Int16Array(WINDOW);

  constructor(grams: readonly Term[], averageLength: number) {
    this.#averageLength = Math.max(averageLength, 1);
    this.#weights = Float64Array.from(grams, ({ weight }) => weight);
    this.#total = Math.max(
      grams.reduce((sum, { weight }) => sum + weight, 0),
      Number.EPSILON
    );
    this.#found = new Float64Array(grams.length);
    this.#inWindow = new Int16Array(grams.length);
    let units = 0;
    grams.forEach(({ text }, gram) => {
      const codes = [0, 1, 2].map((at) => {
        const code = text.charCodeAt(at);
        // Only 255 different units can be told apart; a query with more is no Thai sentence.
        if (this.#units[code] === 0 && units < 255) this.#units[code] = units += 1;
        return this.#units[code] as number;
      });
      if (codes.includes(0)) return;
      const key = ((codes[0] as number) << 16) | ((codes[1] as number) << 8) | (codes[2] as number);
      let slot = slotOf(key);
      while (this.#slotKeys[slot] !== -1) slot = (slot + 1) % SLOTS;
      this.#slotKeys[slot] = key;
      this.#slotGrams[slot] = gram;
    });
  }

  /** Compares a passage under its document's title and other names. */
  compare(title: string, names: string, heading: string, text: string): Likeness {
    this.#found.fill(0);
    const near = Math.max(this.#scan(heading, 2), this.#scan(text, 1));
    this.#scan(title, 3);
    this.#scan(names, 2);
    const length = text.length + heading.length;
    const norm = SATURATION * (1 - LENGTH_EFFECT + (LENGTH_EFFECT * length) / this.#averageLength);
    let overall = 0;
    let coverage = 0;
    for (let gram = 0; gram < this.#found.length; gram += 1) {
      const times = this.#found[gram] as number;
      if (times === 0) continue;
      const weight = this.#weights[gram] as number;
      coverage += weight;
      overall += (weight * times * (SATURATION + 1)) / (times + norm);
    }
    return {
      overall: overall / this.#total / (SATURATION + 1),
      nearness: near / this.#total,
      coverage: coverage / this.#total,
    };
  }

  /** Counts the query's trigrams in a text; gives the weight of its best stretch. */
  #scan(text: string, worth: number): number {
    const { length } = text;
    const units = this.#units;
    const ring = this.#ring.fill(-1);
    const inWindow = this.#inWindow.fill(0);
    let before = 0;
    let middle = 0;
    let place = 0;
    let weight = 0;
    let best = 0;
    for (let at = 0; at < length; at += 1) {
      const code = text.charCodeAt(at);
      if (!isGramUnit(code)) continue;
      const unit = units[code] as number;
      const gram =
        before && middle && unit ? this.#gramOf((before << 16) | (middle << 8) | unit) : -1;
      before = middle;
      middle = unit;
      const leaving = ring[place] as number;
      if (leaving !== -1) {
        const left = (inWindow[leaving] as number) - 1;
        inWindow[leaving] = left;
        if (left === 0) weight -= this.#weights[leaving] as number;
      }
      ring[place] = gram;
      place = place + 1 === WINDOW ? 0 : place + 1;
      if (gram === -1) continue;
      this.#found[gram] = (this.#found[gram] as number) + worth;
      const now = (inWindow[gram] as number) + 1;
      inWindow[gram] = now;
      if (now === 1) {
        weight += this.#weights[gram] as number;
        if (weight > best) best = weight;
      }
    }
    return best;
  }

  #gramOf(key: number): number {
    let slot = slotOf(key);
    for (;;) {
      const found = this.#slotKeys[slot];
      if (found === key) return this.#slotGrams[slot] as number;
      if (found === -1) return -1;
      slot = (slot + 1) % SLOTS;
    }
  }
}

function slotOf(key: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 20) % SLOTS;
}
