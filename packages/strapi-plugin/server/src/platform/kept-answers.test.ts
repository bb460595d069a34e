import { describe, expect, it } from 'vitest';
import { KeptAnswers } from './kept-answers';

interface Thing {
  name: string;
  size: number;
}

describe('kept answers', () => {
  const make = (maxBytes: number) => {
    const gone: string[] = [];
    const kept = new KeptAnswers<Thing>({
      maxBytes,
      sizeOf: ({ size }) => size,
      onGone: ({ name }) => gone.push(name),
    });
    const put = (name: string, size = 10) => kept.set(name, { name, size });
    return { kept, gone, put };
  };

  it('never take more than they may', () => {
    const { kept, put } = make(300);
    for (let at = 0; at < 100; at += 1) {
      put(`once ${at}`);
      put(`twice ${at}`);
      kept.get(`twice ${at}`);
      expect(kept.bytes).toBeLessThanOrEqual(300);
    }
    expect(kept.count).toBe(30);
  });

  it('let those that are asked for once push out only their kind', () => {
    const { kept, gone, put } = make(300);
    put('wanted');
    kept.get('wanted');
    for (let at = 0; at < 100; at += 1) put(`flood ${at}`);
    expect(kept.get('wanted')?.name).toBe('wanted');
    expect(gone).not.toContain('wanted');
    expect(gone).toHaveLength(90);
  });

  it('give what is pushed out of the regulars another chance', () => {
    const { kept, gone, put } = make(60);
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      put(name);
      kept.get(name);
    }
    expect(kept.peek('a')?.name).toBe('a');
    expect(gone).toEqual([]);
  });

  it('say of each entry once that it is gone', () => {
    const { kept, gone, put } = make(90);
    put('a');
    put('a', 11);
    expect(gone).toEqual(['a']);
    kept.get('a');
    put('a', 12);
    expect(gone).toEqual(['a', 'a']);
    kept.clear();
    expect(gone).toEqual(['a', 'a', 'a']);
    expect(kept.count).toBe(0);
  });

  it('do not keep what is too large, and lose what it was to replace', () => {
    const { kept, gone, put } = make(90);
    put('great', 31);
    expect(kept.peek('great')).toBeUndefined();
    put('grown');
    kept.get('grown');
    put('grown', 31);
    expect(kept.peek('grown')).toBeUndefined();
    expect(gone).toEqual(['grown']);
  });
});
