import { gramText } from './gram-text';
import type { Tokenizer } from './tokenizer';

/**
 * Words that make a sentence a question, and those that make it polite (คำถาม, คำลงท้าย). An answer
 * hardly ever has them, so that they count as rare where one happens to stand, though they say
 * nothing of what is looked for.
 */
const ASKING = new Set(
  [
    'อะไร ใคร ใด ไหน ไร ไหร่ กี่ บ้าง คือ ไหม มั้ย หรือไม่ หรือเปล่า ที่ไหน',
    'ทำไม เหตุใด อย่างไร ยังไง เท่าใด เท่าไร เท่าไหร่ เมื่อใด เมื่อไร เมื่อไหร่',
    'ครับ ค่ะ คะ',
  ].flatMap((line) => line.split(' '))
);

const ASKING_NUMBER = /(?<!เ)กี่|เท่าใด|เท่าไร|เท่าไหร่|เมื่อใด|เมื่อไร|เมื่อไหร่|(?:ปี|วัน|เดือน)(?:ใด|ไหน|อะไร)/;

/** Whether the key of a query asks how many, how much or when. */
export function asksNumber(key: string): boolean {
  return ASKING_NUMBER.test(key);
}

/** Whether a word only asks, whatever else is said. */
export function isAskingWord(word: string): boolean {
  return ASKING.has(word);
}

/** The words of a query that only ask, with the trigrams that stand nowhere but in them. */
export interface AskingTerms {
  words: ReadonlySet<string>;
  grams: ReadonlySet<string>;
}

/** Finds what only asks in the key of a query; nothing where there is nothing else. */
export function askingTerms(key: string, tokenizer: Tokenizer): AskingTerms {
  const words = tokenizer.words(key);
  const found = new Set(words.filter((word) => ASKING.has(word)));
  const none = { words: new Set<string>(), grams: new Set<string>() };
  if (found.size === 0 || words.every((word) => found.has(word))) return none;
  const { text, isAsking } = markAsking(key, words);
  const grams = new Set<string>();
  const telling = new Set<string>();
  for (let at = 0; at + 3 <= text.length; at += 1) {
    const asking = isAsking.slice(at, at + 3).filter(Boolean).length;
    // A trigram with one letter of the word beside it still is the question word's.
    (asking >= 2 ? grams : telling).add(text.slice(at, at + 3));
  }
  for (const gram of telling) grams.delete(gram);
  return { words: found, grams };
}

/** The query's gram text, and of each of its units whether it stands in a word that asks. */
function markAsking(key: string, words: readonly string[]): { text: string; isAsking: boolean[] } {
  let text = '';
  const isAsking: boolean[] = [];
  const add = (part: string, asks: boolean) => {
    const kept = gramText(part);
    text += kept;
    for (let at = 0; at < kept.length; at += 1) isAsking.push(asks);
  };
  let end = 0;
  let from = 0;
  for (const word of words) {
    const start = key.indexOf(word, from);
    if (start === -1) continue;
    // The parts of a glossary's term come after it and stand in it.
    from = start;
    if (!ASKING.has(word)) continue;
    add(key.slice(end, start), false);
    add(word, true);
    end = start + word.length;
    from = end;
  }
  add(key.slice(end), false);
  return { text, isAsking };
}
