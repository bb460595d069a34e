import { asksNumber, askingTerms } from './asking-words';
import { gramText, gramsOf } from './gram-text';
import type { Spelling } from './speller';
import type { Synonyms } from './synonyms';
import { Tokenizer, wordOf } from './tokenizer';

/** A word or trigram of a query. */
export interface Term {
  text: string;
  /** Passages and titles that have it. */
  count: number;
  /** How much it tells: rare terms more. */
  weight: number;
  /** 1, or less for what only asks, was corrected or stands for another. */
  worth: number;
}

/** What is looked for. */
export interface Plan {
  key: string;
  grams: Term[];
  words: Term[];
  /** Sums of the weights, of terms the index does not have as well, without what synonyms add. */
  gramWeight: number;
  wordWeight: number;
  /** Whether it asks how many or when: a number answers it. */
  asksNumber: boolean;
  /** An abbreviation nothing has, and its full form that something has; or the other way round. */
  abbreviation: { said: string; used: string } | null;
}

/** How many passages and titles have a term, and how many passages there are. */
export interface TermCounts {
  word(term: string): number;
  gram(term: string): number;
  total: number;
}

const MOST_WORDS = 48;
const MOST_GRAMS = 220;
const MOST_SYNONYMS = 6;
const SYNONYM_WORTH = 0.6;
const SPELLING_WORTH = 0.7;
// What a word or trigram that only asks is worth beside others.
const ASKING_WORTH = 0.1;
const LONGEST_QUERY = 1000;

/** The key of a query, cut to what is looked at. */
export function queryKey(query: string): string {
  return Tokenizer.key(query.slice(0, LONGEST_QUERY));
}

/** Works out what to look for; of a long query the terms that tell the most. */
export function planQuery(
  key: string,
  tokenizer: Tokenizer,
  counts: TermCounts,
  synonyms: Synonyms,
  spellings: readonly Spelling[] = []
): Plan {
  const asking = askingTerms(key, tokenizer);
  const term = (text: string, count: number, isAsking: boolean): Term => {
    const worth = isAsking ? ASKING_WORTH : 1;
    return { text, count, weight: worth * weightOf(count, counts.total), worth };
  };
  const wordTerm = (text: string) => term(text, counts.word(text), asking.words.has(text));
  const gramTerm = (text: string) => term(text, counts.gram(text), asking.grams.has(text));
  const words = rarest(
    withoutIdleTerms([...new Set(tokenizer.words(key))].map(wordTerm)),
    MOST_WORDS
  );
  const grams = rarest(gramsOf(gramText(key)).map(gramTerm), MOST_GRAMS);
  const plan: Plan = {
    key,
    words,
    grams,
    wordWeight: sumOfWeights(words),
    gramWeight: sumOfWeights(grams),
    asksNumber: asksNumber(key),
    abbreviation: null,
  };
  const knownWords = new Set(words.map(({ text }) => text));
  const knownGrams = new Set(grams.map(({ text }) => text));
  for (const { typed, meant } of spellings) {
    const word = wordTerm(meant);
    if (!knownWords.has(meant)) words.push(worthLess(word, SPELLING_WORTH));
    knownWords.add(meant);
    // What a misspelling shares with its word is looked for already.
    const missing = gramsOf(gramText(meant)).filter((gram) => !knownGrams.has(gram));
    const missed = gramsOf(gramText(typed)).length;
    for (const gram of missing.slice(0, missed + 2)) {
      knownGrams.add(gram);
      grams.push(worthLess(gramTerm(gram), SPELLING_WORTH));
    }
  }
  for (const { said, others } of synonyms.in(key).slice(0, MOST_SYNONYMS)) {
    const whole = wordTerm(wordOf(said));
    const wordWeight = SYNONYM_WORTH * whole.weight;
    const gramWeight =
      SYNONYM_WORTH * Math.max(sumOfWeights(gramsOf(gramText(said)).map(gramTerm)), whole.weight);
    for (const other of others) {
      const otherWord = wordTerm(wordOf(other));
      if (otherWord.count > 0 && !knownWords.has(otherWord.text)) {
        words.push({ ...otherWord, weight: wordWeight, worth: SYNONYM_WORTH });
      }
      const otherGrams = gramsOf(gramText(other)).map(gramTerm);
      const sum = sumOfWeights(otherGrams);
      for (const gram of otherGrams) {
        if (gram.count === 0 || knownGrams.has(gram.text) || grams.length >= MOST_GRAMS) continue;
        knownGrams.add(gram.text);
        grams.push({
          ...gram,
          weight: (gram.weight / sum) * gramWeight,
          worth: SYNONYM_WORTH,
        });
      }
      if (whole.count === 0 && otherWord.count > 0) {
        plan.abbreviation ??= { said, used: other };
      }
    }
  }
  return plan;
}

/** A term of the glossary that no text has says nothing beside its parts that some have. */
function withoutIdleTerms(words: Term[]): Term[] {
  const known = words.filter(({ count }) => count > 0);
  return words.filter(
    ({ text, count }) => count > 0 || !known.some((part) => text.includes(part.text))
  );
}

function worthLess(term: Term, worth: number): Term {
  return { ...term, weight: worth * term.weight, worth: worth * term.worth };
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

/** Inverse document frequency as BM25 has it; titles are counted too, so that it may exceed the total. */
export function weightOf(count: number, total: number): number {
  return Math.log(1 + (Math.max(total - count, 0) + 0.5) / (count + 0.5));
}
