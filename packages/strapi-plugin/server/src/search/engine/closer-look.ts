import type { Plan, Term } from './plan';

const SATURATION = 1.2;
const LENGTH_EFFECT = 0.75;
const TITLE_TIMES = 3;
const HEADING_TIMES = 2;

/** A passage that may be among the first, with what has been found out about it. */
export interface Contender {
  titleKey: string;
  namesKey: string;
  headingKey: string;
  key: string;
  /** Of each of the query's trigrams, whether it has it. */
  found: Uint8Array;
}

/** What a closer look adds, each from 0 to about 1. */
export interface Closeness {
  /** BM25 over the query's words, title and heading counted more. */
  frequency: number;
  /** Share of the trigrams it has, each weighing what it tells among the contenders. */
  distinction: number;
}

/**
 * Compares the few that may come first with one another: by how often they have each word, and by
 * what one of them has and the others do not. Passages of one article all have its subject; what is
 * asked about it only one of them has.
 */
export function lookCloser(
  contenders: readonly Contender[],
  { words, grams, wordWeight }: Plan,
  averageLength: number
): Closeness[] {
  const known = words.filter(({ count }) => count > 0);
  const rarity = rarityAmong(contenders, grams);
  const all = Math.max(
    rarity.reduce((sum, weight) => sum + weight, 0),
    Number.EPSILON
  );
  return contenders.map((contender) => {
    const { titleKey, namesKey, headingKey, key, found } = contender;
    const length = (key.length + headingKey.length) / Math.max(averageLength, 1);
    const norm = SATURATION * (1 - LENGTH_EFFECT + LENGTH_EFFECT * length);
    let sum = 0;
    for (const { text, weight } of known) {
      const times =
        timesIn(key, text) +
        HEADING_TIMES * (timesIn(headingKey, text) + timesIn(namesKey, text)) +
        TITLE_TIMES * timesIn(titleKey, text);
      sum += (weight * times) / (times + norm);
    }
    let distinct = 0;
    found.forEach((has, gram) => {
      if (has === 1) distinct += rarity[gram] as number;
    });
    return { frequency: sum / Math.max(wordWeight, Number.EPSILON), distinction: distinct / all };
  });
}

/** How much each trigram tells among the contenders: what all of them have tells nothing. */
function rarityAmong(contenders: readonly Contender[], grams: readonly Term[]): Float64Array {
  const having = new Float64Array(grams.length);
  for (const { found } of contenders) {
    for (let gram = 0; gram < found.length; gram += 1) having[gram]! += found[gram] as number;
  }
  return having.map((count, gram) => {
    const rarity = Math.log((contenders.length + 1) / (count + 0.5));
    return Math.max(0, rarity) * (grams[gram] as Term).worth;
  });
}

const WORD_CHARACTER = /[a-z0-9]/;
const CONTINUES = /[\u0E31\u0E33-\u0E3A\u0E47-\u0E4E]/;

/** How often a word stands in a key, not as part of another number, Latin word or syllable. */
function timesIn(key: string, word: string): number {
  let times = 0;
  for (let at = key.indexOf(word); at !== -1; at = key.indexOf(word, at + word.length)) {
    const after = key.charAt(at + word.length);
    if (CONTINUES.test(after)) continue;
    const isInside =
      (WORD_CHARACTER.test(word.charAt(0)) && WORD_CHARACTER.test(key.charAt(at - 1))) ||
      (WORD_CHARACTER.test(word.charAt(word.length - 1)) && WORD_CHARACTER.test(after));
    if (!isInside) times += 1;
  }
  return times;
}
