import { gramText, gramsOf } from './gram-text';
import { Tokenizer } from './tokenizer';

/** A word or trigram of a query. */
export interface Term {
  text: string;
  /** Passages and titles that have it. */
  count: number;
  /** How much it tells: rare terms more. */
  weight: number;
}

/** What is looked for. */
export interface Plan {
  key: string;
  grams: Term[];
  words: Term[];
  /** Sums of the weights, of terms the index does not have as well. */
  gramWeight: number;
  wordWeight: number;
}

/** How many passages and titles have a term, and how many there are. */
export interface TermCounts {
  word(term: string): number;
  gram(term: string): number;
  total: number;
}

const MOST_WORDS = 48;
const MOST_GRAMS = 220;
const LONGEST_QUERY = 1000;

/** The key of a query, cut to what is looked at. */
export function queryKey(query: string): string {
  return Tokenizer.key(query.slice(0, LONGEST_QUERY));
}

/** Works out what to look for; of a long query the terms that tell the most. */
export function planQuery(key: string, tokenizer: Tokenizer, counts: TermCounts): Plan {
  const words = [...new Set(tokenizer.words(key))];
  const grams = gramsOf(gramText(key));
  const termOf = (text: string, count: number): Term => ({
    text,
    count,
    weight: weightOf(count, counts.total),
  });
  const wordTerms = rarest(
    words.map((text) => termOf(text, counts.word(text))),
    MOST_WORDS
  );
  const gramTerms = rarest(
    grams.map((text) => termOf(text, counts.gram(text))),
    MOST_GRAMS
  );
  return {
    key,
    words: wordTerms,
    grams: gramTerms,
    wordWeight: sumOfWeights(wordTerms),
    gramWeight: sumOfWeights(gramTerms),
  };
}

function rarest(terms: Term[], most: number): Term[] {
  if (terms.length <= most) return terms;
  // What the index does not have says nothing about what it has.
  const known = terms.filter(({ count }) => count > 0);
  return (known.length > 0 ? known : terms).sort((a, b) => a.count - b.count).slice(0, most);
}

function sumOfWeights(terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}

/** Inverse document frequency as BM25 has it. */
export function weightOf(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}
