import { searchKey } from '@km-laas/thai';

/** Letters, marks and digits of a text in one spelling; spaces and signs are gone. */
export function tonedKey(text: string): string {
  return searchKey(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** As {@link tonedKey} without ไม้ไต่คู้, tone marks and การันต์, which people leave out. */
export function plainKey(text: string): string {
  return tonedKey(text).replace(/[\u0E47-\u0E4E]/g, '');
}

/**
 * A key that sorts as a Thai dictionary does when keys are compared as they are: a vowel written
 * before its consonant is sorted after it, and tone marks decide only between what is else alike.
 */
export function sortKey(text: string): string {
  const plain = plainKey(text).replace(/([\u0E40-\u0E44])([\u0E01-\u0E2E])/g, '$2$1');
  return `${plain}\u0000${tonedKey(text)}`;
}

/** Which letters a text has, as bits; letters may share one. Two numbers of 32 bits. */
export type Letters = readonly [number, number];

export function lettersOf(text: string): Letters {
  let low = 0;
  let high = 0;
  for (let at = 0; at < text.length; at += 1) {
    const bit = text.charCodeAt(at) & 63;
    if (bit < 32) low |= 1 << bit;
    else high |= 1 << (bit - 32);
  }
  return [low, high];
}

/** How many letters of a word a text surely lacks. */
export function lackedLetters(word: Letters, text: Letters): number {
  return bitsIn(word[0] & ~text[0]) + bitsIn(word[1] & ~text[1]);
}

function bitsIn(number: number): number {
  let rest = number;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}

/** Edits between a word and a text; more than `most` are given as infinity. */
export interface Typos {
  whole: number;
  /** To the nearest beginning of the text: the word is still being typed. */
  opening: number;
}

/**
 * Counts the letters to add, leave out, change, or swap with the next one, to make `text` of `word`
 * (optimal string alignment).
 */
export function typosBetween(word: string, text: string, most: number): Typos {
  const wide = Math.min(text.length, word.length + most);
  let before: number[] = [];
  let above = Array.from({ length: wide + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row += 1) {
    const own = [row];
    let least = row;
    for (let column = 1; column <= wide; column += 1) {
      const same = word[row - 1] === text[column - 1];
      let edits = Math.min(
        at(above, column - 1) + (same ? 0 : 1),
        at(above, column) + 1,
        at(own, column - 1) + 1
      );
      if (
        row > 1 &&
        column > 1 &&
        word[row - 1] === text[column - 2] &&
        word[row - 2] === text[column - 1]
      ) {
        edits = Math.min(edits, at(before, column - 2) + 1);
      }
      own.push(edits);
      if (edits < least) least = edits;
    }
    if (least > most) return { whole: Infinity, opening: Infinity };
    before = above;
    above = own;
  }
  const whole = text.length > wide ? Infinity : at(above, wide);
  const opening = Math.min(...above);
  return {
    whole: whole > most ? Infinity : whole,
    opening: opening > most ? Infinity : opening,
  };
}

const at = (row: readonly number[], column: number) => row[column] ?? Infinity;
