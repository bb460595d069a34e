import type { CitationParts, SearchCorrection } from '@km-laas/contract';
import { otherKeyboard } from './keyboard';
import { letterAskedFor } from './letters';
import { planQuery, queryKey, type Plan, type TermCounts } from './plan';
import type { Connection } from './schema';
import type { Speller, Spelling } from './speller';
import type { Synonyms } from './synonyms';
import type { Tokenizer } from './tokenizer';
import type { EngineQuery } from './types';

// What share of a query the index knows decides whether another keyboard was meant: one that reads as
// Thai, or as English, is left alone.
const KNOWN_ENOUGH = 0.5;
const KNOWN_WELL = 0.6;
const KNOWN_BETTER = 0.3;
/** The longest query that is tried on the other keyboard. */
export const LONGEST_RETYPED = 200;

/** The letter number read in a query and the documents that have it. */
export interface Letters {
  asked: (Partial<CitationParts> & { number: number }) | null;
  docs: readonly number[];
}

/** What somebody is taken to look for. */
export interface Intent {
  plan: Plan;
  letters: Letters;
  /** Set where it is not what was typed. */
  correction: SearchCorrection | null;
}

/** Makes out what is meant by a query: a letter, words typed on the other keyboard, misspelt words. */
export class IntentReader {
  readonly #letters: ReturnType<Connection['prepare']>;
  readonly #tokenizer: Tokenizer;
  readonly #synonyms: Synonyms;
  readonly #speller: Speller;

  constructor(db: Connection, tokenizer: Tokenizer, synonyms: Synonyms, speller: Speller) {
    this.#letters = db.prepare('SELECT * FROM letters WHERE number = ?');
    this.#tokenizer = tokenizer;
    this.#synonyms = synonyms;
    this.#speller = speller;
  }

  read({ q, verbatim }: Pick<EngineQuery, 'q' | 'verbatim'>, counts: TermCounts): Intent {
    const plan = this.#plan(queryKey(q), counts);
    const letters = this.#lettersIn(plan.key);
    if (verbatim !== true && letters.docs.length === 0) {
      const other = this.#onOtherKeyboard(q, plan, counts);
      if (other) return other;
      const spellings = this.#speller.spellings(plan.key, counts.total);
      if (spellings.length > 0) {
        const correction = {
          kind: 'spelling' as const,
          typed: q,
          used: spelt(plan.key, spellings),
        };
        return { plan: this.#plan(plan.key, counts, spellings), letters, correction };
      }
    }
    const { abbreviation } = plan;
    const correction: SearchCorrection | null = abbreviation && {
      kind: 'abbreviation',
      typed: abbreviation.said,
      used: abbreviation.used,
    };
    return { plan, letters, correction };
  }

  #plan(key: string, counts: TermCounts, spellings: readonly Spelling[] = []): Plan {
    return planQuery(key, this.#tokenizer, counts, this.#synonyms, spellings);
  }

  /** The query as the other keyboard would have it, where that is what the index knows. */
  #onOtherKeyboard(q: string, typed: Plan, counts: TermCounts): Intent | null {
    const known = knownShare(typed);
    let best: (Intent & { known: number }) | null = null;
    for (const used of otherKeyboard(q.slice(0, LONGEST_RETYPED))) {
      const plan = this.#plan(queryKey(used), counts);
      const letters = this.#lettersIn(plan.key);
      // A number alone would be one whatever is typed around it.
      const isLetter = letters.docs.length > 0 && letters.asked?.circular === true;
      // What reads well as it is may still be a letter: `;5912` is `ว5912`.
      const share = isLetter ? 2 : known > KNOWN_ENOUGH ? 0 : knownShare(plan);
      if (share >= KNOWN_WELL && share > known + KNOWN_BETTER && share > (best?.known ?? 0)) {
        const correction: SearchCorrection = { kind: 'keyboard', typed: q, used };
        best = { plan, letters, correction, known: share };
      }
    }
    return best;
  }

  #lettersIn(key: string): Letters {
    const asked = letterAskedFor(key);
    return { asked, docs: asked ? this.#lettersLike(asked) : [] };
  }

  /** Documents whose letter number agrees with every part that was given. */
  #lettersLike(asked: Partial<CitationParts> & { number: number }): number[] {
    const rows = this.#letters.all(asked.number) as (Omit<CitationParts, 'circular'> & {
      doc: number;
      circular: number;
    })[];
    const agrees = <Value>(given: Value | undefined, has: Value) =>
      given === undefined || given === has;
    return rows
      .filter(
        (letter) =>
          agrees(asked.org, letter.org) &&
          agrees(asked.suborg, letter.suborg) &&
          agrees(asked.unit, letter.unit) &&
          agrees(asked.circular, letter.circular === 1) &&
          agrees(asked.year, letter.year)
      )
      .map(({ doc }) => doc);
  }
}

/** A key with its misspelt parts as they were meant. */
function spelt(key: string, spellings: readonly Spelling[]): string {
  let used = '';
  let end = 0;
  for (const { typed, meant, at } of spellings) {
    used += key.slice(end, at) + meant;
    end = at + typed.length;
  }
  return used + key.slice(end);
}

/** How much of a query the index knows, by its words of some length and its trigrams; from 0 to 1. */
function knownShare({ words, grams }: Plan): number {
  const length = words.reduce((sum, { text }) => sum + text.length, 0);
  const known = words.reduce(
    (sum, { text, count }) => sum + (count > 0 && text.length > 1 ? text.length : 0),
    0
  );
  if (length === 0) return 0;
  if (grams.length === 0) return known / length;
  return (known / length + grams.filter(({ count }) => count > 0).length / grams.length) / 2;
}
