import { isGramUnit } from './gram-text';
import type { Term } from './plan';

const SATURATION = 1.2;
const LENGTH_EFFECT = 0.75;
const WINDOW = 150;
const SLOTS = 4096;
/** Letters around the end of the best stretch in which a number is part of it. */
const AROUND = 100;
const DIGIT = /\d/;

/** How well a text has the trigrams of a query, each part from 0 to about 1. */
export interface Likeness {
  /** BM25 over title, heading and text. */
  overall: number;
  /** BM25 over pairs of trigrams that follow one another, as they do in the query. */
  runs: number;
  /** Weight of the distinct trigrams in the best stretch of the text. */
  nearness: number;
  /** Share of the query's weight that occurs at all. */
  coverage: number;
  /** Whether a number stands in the text's best stretch or close behind it. */
  hasNumber: boolean;
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
  readonly #pairs = new GramPairs();
  readonly #inWindow: Int16Array;
  /** Where the best stretch of the text scanned last ends. */
  #bestEnd = 0;
  readonly #ring = new Int16Array(WINDOW);

  /** `text` is the query's gram text: what follows what in it. */
  constructor(grams: readonly Term[], text: string, averageLength: number) {
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
    this.#pairs.read(text, grams);
  }

  /** Which of the query's trigrams the passage compared last has, itself or above it. */
  found(): Uint8Array {
    const found = new Uint8Array(this.#found.length);
    for (let gram = 0; gram < found.length; gram += 1) {
      if ((this.#found[gram] as number) > 0) found[gram] = 1;
    }
    return found;
  }

  /** Compares a passage under its document's title and other names. */
  compare(title: string, names: string, heading: string, text: string): Likeness {
    this.#found.fill(0);
    this.#pairs.clear();
    const inHeading = this.#scan(heading, 2);
    const inText = this.#scan(text, 1);
    const stretch = text.slice(Math.max(0, this.#bestEnd - AROUND), this.#bestEnd + AROUND);
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
      overall += (weight * times) / (times + norm);
    }
    return {
      overall: overall / this.#total,
      runs: this.#pairs.likeness(norm),
      nearness: Math.max(inHeading, inText) / this.#total,
      coverage: coverage / this.#total,
      hasNumber: DIGIT.test(stretch),
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
    let last = -1;
    this.#bestEnd = 0;
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
      if (gram !== -1 && last !== -1) this.#pairs.note(last, gram, worth);
      last = gram;
      if (gram === -1) continue;
      this.#found[gram] = (this.#found[gram] as number) + worth;
      const now = (inWindow[gram] as number) + 1;
      inWindow[gram] = now;
      if (now === 1) {
        weight += this.#weights[gram] as number;
        if (weight > best) {
          best = weight;
          this.#bestEnd = at;
        }
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

/** Pairs of trigrams that follow one another in a query: stretches of four units. */
class GramPairs {
  #first = new Int16Array(0);
  readonly #second: number[] = [];
  readonly #next: number[] = [];
  readonly #weights: number[] = [];
  #times = new Float64Array(0);
  #total = 0;

  read(text: string, grams: readonly Term[]): void {
    this.#first = new Int16Array(grams.length).fill(-1);
    const numbers = new Map(grams.map((gram, number) => [gram.text, number]));
    for (let at = 0; at + 4 <= text.length; at += 1) {
      const first = numbers.get(text.slice(at, at + 3));
      const second = numbers.get(text.slice(at + 1, at + 4));
      if (first === undefined || second === undefined || this.#pairOf(first, second) !== -1)
        continue;
      const weight = ((grams[first] as Term).weight + (grams[second] as Term).weight) / 2;
      this.#next.push(this.#first[first] as number);
      this.#first[first] = this.#second.push(second) - 1;
      this.#weights.push(weight);
      this.#total += weight;
    }
    this.#times = new Float64Array(this.#second.length);
  }

  clear(): void {
    this.#times.fill(0);
  }

  note(first: number, second: number, worth: number): void {
    const pair = this.#pairOf(first, second);
    if (pair !== -1) this.#times[pair] = (this.#times[pair] as number) + worth;
  }

  likeness(norm: number): number {
    if (this.#total === 0) return 0;
    let sum = 0;
    for (let pair = 0; pair < this.#times.length; pair += 1) {
      const times = this.#times[pair] as number;
      if (times > 0) sum += ((this.#weights[pair] as number) * times) / (times + norm);
    }
    return sum / this.#total;
  }

  #pairOf(first: number, second: number): number {
    let pair = this.#first[first] as number;
    while (pair !== -1 && this.#second[pair] !== second) pair = this.#next[pair] as number;
    return pair;
  }
}

function slotOf(key: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 20) % SLOTS;
}
