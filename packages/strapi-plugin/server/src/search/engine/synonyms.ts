import { Glossary } from './glossary';
import { Tokenizer } from './tokenizer';

/** A word of the query that has others of the same meaning. */
export interface Synonym {
  /** As it stands in the query's key. */
  said: string;
  /** Keys of the others. */
  others: string[];
}

const AROUND = /^[\s\p{P}]+|[\s\p{P}]+$/gu;

/** Sets of words and abbreviations that mean the same. */
export class Synonyms {
  readonly #glossary: Glossary;
  readonly #others = new Map<string, Set<string>>();

  constructor(sets: readonly (readonly string[])[]) {
    for (const set of sets) {
      const keys = set.map(bareKey).filter((key) => key.length > 1);
      for (const key of keys) {
        const others = this.#others.get(key) ?? new Set();
        for (const other of keys) if (other !== key) others.add(other);
        this.#others.set(key, others);
      }
    }
    this.#glossary = new Glossary([...this.#others.keys()]);
  }

  /** The words of a key that have synonyms, by longest match. */
  in(key: string): Synonym[] {
    const found: Synonym[] = [];
    for (let at = 0; at < key.length;) {
      const end = this.#glossary.endOfTermAt(key, at);
      if (end === at) {
        at += 1;
        continue;
      }
      const said = key.slice(at, end);
      const others = this.#others.get(said);
      if (others) found.push({ said, others: [...others] });
      at = end;
    }
    return found;
  }
}

/** A term's key without the dots and spaces around it: อปท. as อปท. */
export function bareKey(term: string): string {
  return Tokenizer.key(term).replace(AROUND, '');
}
