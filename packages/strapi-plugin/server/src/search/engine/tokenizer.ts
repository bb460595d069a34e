import { searchKey } from '@km-laas/thai';
import { Glossary } from './glossary';
import type { Vocabulary } from './types';

/** Raised whenever the same text gives other words or grams, so that indexes are made again. */
export const TOKENIZER_VERSION = 1;

// ICU's time grows faster than the length of what it is given.
const LONGEST_PIECE = 400;
const NO_WORD = /[^\p{L}\p{M}\p{N}]+/u;
const HAS_LETTER = /[\p{L}\p{N}]/u;
const WORD_RUN = /[\p{L}\p{M}\p{N}]+(?:[-'’._/&][\p{L}\p{M}\p{N}]+)*/gu;
const THAI = /[\u0E01-\u0E4E]/;
const LONE_SURROGATE = /\p{Cs}/gu;
const LONGEST_WORD = 64;
const AROUND = /^[\s\p{P}]+|[\s\p{P}]+$/gu;
const ABBREVIATION = /^(?:[ก-ฮ]{1,4}\.){1,5}[ก-ฮ]{0,4}$/;

/** Cuts text into words as the index keeps them. */
export class Tokenizer {
  readonly #glossary: Glossary;
  readonly #segmenter = new Intl.Segmenter('th', { granularity: 'word' });

  constructor(terms: readonly string[]) {
    this.#glossary = new Glossary(terms);
  }

  /** The tokenizer of a vocabulary: synonyms are kept whole as its terms are. */
  static of({ terms, synonyms }: Pick<Vocabulary, 'terms' | 'synonyms'>): Tokenizer {
    return new Tokenizer([...terms, ...synonyms.flat()].map((term) => term.replace(AROUND, '')));
  }

  /** Names everything the tokens depend on. */
  static version(vocabulary: string): string {
    return [TOKENIZER_VERSION, process.versions.icu, vocabulary].join(' ');
  }

  /** The spelling that text and queries are compared in. */
  static key(text: string): string {
    return searchKey(text.replace(LONE_SURROGATE, ' ').replaceAll('\0', ' '));
  }

  /** Words of a key with repetitions, in their order; a term of the glossary and its parts. */
  words(key: string): string[] {
    const words: string[] = [];
    for (const [run] of key.matchAll(WORD_RUN)) this.#cutRun(run, words);
    return words;
  }

  #cutRun(run: string, words: string[]): void {
    if (ABBREVIATION.test(run)) words.push(wordOf(run));
    let plain = 0;
    let at = 0;
    while (at < run.length) {
      const end = this.#glossary.endOfTermAt(run, at);
      if (end === at) {
        at += 1;
        continue;
      }
      this.#cutPlain(run.slice(plain, at), words);
      const term = run.slice(at, end);
      const parts: string[] = [];
      this.#cutPlain(term, parts);
      if (parts.length !== 1 || parts[0] !== wordOf(term)) words.push(wordOf(term));
      for (const part of parts) words.push(part);
      at = end;
      plain = end;
    }
    this.#cutPlain(run.slice(plain), words);
  }

  #cutPlain(text: string, words: string[]): void {
    if (text === '') return;
    if (!THAI.test(text)) {
      const parts = text.split(NO_WORD).filter(Boolean);
      for (const part of parts) words.push(wordOf(part));
      if (parts.length > 1) words.push(wordOf(parts.join('')));
      return;
    }
    for (const piece of piecesOf(text)) {
      for (const { segment, isWordLike } of this.#segmenter.segment(piece)) {
        if (isWordLike && HAS_LETTER.test(segment)) {
          for (const part of segment.split(NO_WORD)) if (part) words.push(wordOf(part));
        }
      }
    }
  }
}

/** A term as it stands among the words: without dots, hyphens and spaces, not too long. */
export function wordOf(text: string): string {
  const word = text.split(NO_WORD).join('');
  return word.length <= LONGEST_WORD ? word : word.slice(0, LONGEST_WORD);
}

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += LONGEST_PIECE) yield text.slice(at, at + LONGEST_PIECE);
}
