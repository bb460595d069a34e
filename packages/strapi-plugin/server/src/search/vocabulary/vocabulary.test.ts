import { describe, expect, it } from 'vitest';
import { synonymFault, termFault } from './guard';
import { synonyms } from './synonyms';
import { terms } from './terms';

describe('the words a new installation gets', () => {
  it('are at least three hundred terms, each once and each one an editor could have written', () => {
    expect(new Set(terms).size).toBe(terms.length);
    expect(terms.length).toBeGreaterThanOrEqual(300);
    expect(terms.filter((term) => term !== term.trim() || termFault(term) !== null)).toEqual([]);
  });

  it('are at least one hundred and twenty sets of synonyms, each one an editor could have written', () => {
    expect(synonyms.length).toBeGreaterThanOrEqual(120);
    for (const words of synonyms) {
      expect(synonymFault(words)).toBeNull();
      expect(new Set(words).size).toBe(words.length);
      expect(words.filter((word) => word !== word.trim() || word === '')).toEqual([]);
    }
  });
});
