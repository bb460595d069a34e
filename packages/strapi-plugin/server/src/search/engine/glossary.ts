import { searchKey } from '@km-laas/thai';

interface Branch {
  /** Whether a term ends here. */
  ends: boolean;
  next: Map<string, Branch>;
}

const CONTINUES = /[\p{M}\u0E33\u0E45]/u;
const LEADING_VOWEL = /[\u0E40-\u0E44]/;
const WORD_CHARACTER = /[a-z0-9]/;
const THAI_LETTER = /[\u0E01-\u0E4E]/;
const SHORTEST_INSIDE = 4;

/** Terms that are kept whole, found by longest match. */
export class Glossary {
  readonly #root: Branch = { ends: false, next: new Map() };

  constructor(terms: readonly string[]) {
    for (const term of terms) {
      const key = searchKey(term);
      if (key.length > 1) this.#add(key);
    }
  }

  #add(key: string): void {
    let branch = this.#root;
    for (let at = 0; at < key.length; at += 1) {
      const character = key.charAt(at);
      let next = branch.next.get(character);
      if (!next) {
        next = { ends: false, next: new Map() };
        branch.next.set(character, next);
      }
      branch = next;
    }
    branch.ends = true;
  }

  /** Gives the end of the longest term that begins at an offset of a key; the offset itself if none does. */
  endOfTermAt(key: string, start: number): number {
    let branch: Branch | undefined = this.#root;
    let end = start;
    if (!beginsWord(key, start)) return end;
    for (let at = start; at < key.length; at += 1) {
      branch = branch.next.get(key.charAt(at));
      if (!branch) break;
      if (branch.ends && endsWord(key, at + 1) && isApart(key, start, at + 1)) end = at + 1;
    }
    return end;
  }
}

function beginsWord(key: string, at: number): boolean {
  const first = key.charAt(at);
  if (CONTINUES.test(first)) return false;
  const before = key.charAt(at - 1);
  if (LEADING_VOWEL.test(before)) return false;
  return !(WORD_CHARACTER.test(first) && WORD_CHARACTER.test(before));
}

// A short abbreviation inside a longer run of letters is part of some other word: มท in รูมทดลอง.
function isApart(key: string, start: number, end: number): boolean {
  return (
    end - start >= SHORTEST_INSIDE ||
    !(THAI_LETTER.test(key.charAt(start - 1)) && THAI_LETTER.test(key.charAt(end)))
  );
}

function endsWord(key: string, at: number): boolean {
  const after = key.charAt(at);
  if (CONTINUES.test(after)) return false;
  return !(WORD_CHARACTER.test(after) && WORD_CHARACTER.test(key.charAt(at - 1)));
}
