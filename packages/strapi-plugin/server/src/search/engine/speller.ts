import { isAskingWord } from './asking-words';
import type { Connection } from './schema';
import type { Tokenizer } from './tokenizer';

/** A part of a query nothing has, and a word of the index it may have been meant for. */
export interface Spelling {
  typed: string;
  meant: string;
  /** Offset of what was typed in the query's key. */
  at: number;
}

const SHORTEST = 3;
const LONGEST = 32;
const TWO_FAULTS_FROM = 8;
const COMPARED = 60;
const MOST_SPELLINGS = 3;
// A pair of letters that more words of one length have tells too little to be worth counting.
const COMMON_PAIR = 1_500;
const CHANGED_SHARE = 0.05;

/** Finds words of the index that are spelt almost like those of a query. */
export class Speller {
  readonly #db: Connection;
  readonly #tokenizer: Tokenizer;
  readonly #countOf: (word: string) => number;
  #terms: string[] = [];
  /** Numbers of the words of a length that have a pair of letters. */
  #pairs = new Map<string, number[]>();
  #shared = new Uint8Array(0);
  #readAt = -1;

  constructor(db: Connection, tokenizer: Tokenizer, countOf: (word: string) => number) {
    this.#db = db;
    this.#tokenizer = tokenizer;
    this.#countOf = countOf;
  }

  /** Spellings of the parts of a key that no text has; `size` is the number of passages. */
  spellings(key: string, size: number): Spelling[] {
    const pieces = this.#piecesOf(key);
    const found: Spelling[] = [];
    let last = -1;
    for (let at = 0; at < pieces.length && found.length < MOST_SPELLINGS; at += 1) {
      if (at <= last || (pieces[at] as Piece).isRight) continue;
      const best = this.#spellingAround(key, pieces, at, size);
      if (!best) continue;
      found.push(best.spelling);
      last = best.last;
    }
    return found;
  }

  /** A fault cuts a word in places of its own, so that the neighbours may belong to it. */
  #spellingAround(key: string, pieces: readonly Piece[], at: number, size: number) {
    let best: { spelling: Spelling; last: number; faults: number; length: number } | null = null;
    // A word that stands beside what nothing has is no better spelling of the two together.
    const isOneOf = (term: string) =>
      pieces
        .slice(Math.max(at - 1, 0), at + 2)
        .some(({ start, end }) => key.slice(start, end) === term);
    for (const [first, last] of [
      [at, at],
      [at - 1, at],
      [at, at + 1],
      [at - 1, at + 1],
    ] as const) {
      const from = pieces[first];
      const to = pieces[last];
      if (!from || !to) continue;
      const typed = key.slice(from.start, to.end);
      if (/[^\p{L}\p{M}\p{N}]/u.test(typed)) continue;
      const near = this.#nearest(typed, size);
      if (!near || isOneOf(near.term)) continue;
      const better =
        !best ||
        near.faults / typed.length < best.faults / best.length ||
        (near.faults === best.faults && typed.length > best.length);
      if (better) {
        best = {
          spelling: { typed, meant: near.term, at: from.start },
          last,
          faults: near.faults,
          length: typed.length,
        };
      }
    }
    return best;
  }

  #piecesOf(key: string): Piece[] {
    const pieces: Piece[] = [];
    let end = 0;
    for (const word of this.#tokenizer.words(key)) {
      const start = key.indexOf(word, end);
      if (start === -1) continue;
      end = start + word.length;
      pieces.push({ start, end, isRight: isAskingWord(word) || this.#countOf(word) > 0 });
    }
    return pieces;
  }

  /** The word of the index with the fewest faults, of several the commonest. */
  #nearest(typed: string, size: number): { term: string; faults: number } | null {
    if (typed.length < SHORTEST || typed.length > LONGEST) return null;
    this.read(size);
    const most = typed.length >= TWO_FAULTS_FROM ? 2 : 1;
    const shared = this.#shared;
    const touched: number[] = [];
    for (const pair of pairsOf(typed)) {
      for (let length = typed.length - most; length <= typed.length + most; length += 1) {
        const terms = this.#pairs.get(`${length} ${pair}`);
        if (!terms || terms.length > COMMON_PAIR) continue;
        for (const term of terms) {
          if (shared[term] === 0) touched.push(term);
          shared[term] = (shared[term] as number) + 1;
        }
      }
    }
    const enough = Math.max(1, (typed.length + 1 - 3 * most) / 2);
    const likely = touched
      .filter((term) => (shared[term] as number) >= enough)
      .sort((a, b) => (shared[b] as number) - (shared[a] as number))
      .slice(0, COMPARED);
    let best: { term: string; faults: number; count: number } | null = null;
    for (const number of likely) {
      const term = this.#terms[number] as string;
      const faults = faultsBetween(typed, term, best ? best.faults : most);
      if (faults > (best ? best.faults : most)) continue;
      const count = this.#countOf(term);
      if (count === 0) continue;
      if (!best || faults < best.faults || count > best.count) best = { term, faults, count };
    }
    for (const term of touched) shared[term] = 0;
    return best;
  }

  /** Reads the words of the index, once it is of another size than when they were read. */
  read(size: number): void {
    if (this.#readAt >= 0 && Math.abs(size - this.#readAt) <= this.#readAt * CHANGED_SHARE) return;
    this.#readAt = size;
    this.#terms = this.#db
      .prepare('SELECT term FROM word_counts WHERE length(term) BETWEEN ? AND ?')
      .pluck()
      .all(SHORTEST, LONGEST) as string[];
    this.#pairs = new Map();
    this.#terms.forEach((term, number) => {
      for (const pair of pairsOf(term)) {
        const key = `${term.length} ${pair}`;
        const terms = this.#pairs.get(key);
        if (terms) terms.push(number);
        else this.#pairs.set(key, [number]);
      }
    });
    this.#shared = new Uint8Array(this.#terms.length);
  }
}

interface Piece {
  start: number;
  end: number;
  /** Whether the index has it, or may well be without it. */
  isRight: boolean;
}

/** Pairs of neighbouring letters, with those at its ends. */
function pairsOf(word: string): Set<string> {
  const bounded = `^${word}$`;
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= bounded.length; at += 1) pairs.add(bounded.slice(at, at + 2));
  return pairs;
}

/** Letters lost, added, replaced or changed with the next; one more than `most` where there are more. */
export function faultsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      let faults = Math.min(
        (above[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (above[j - 1] as number) + (same ? 0 : 1)
      );
      if (
        i > 1 &&
        j > 1 &&
        a.charAt(i - 1) === b.charAt(j - 2) &&
        a.charAt(i - 2) === b.charAt(j - 1)
      ) {
        faults = Math.min(faults, (before[j - 2] as number) + 1);
      }
      row.push(faults);
      if (faults < least) least = faults;
    }
    if (least > most) return most + 1;
    before = above;
    above = row;
  }
  return above[b.length] as number;
}
