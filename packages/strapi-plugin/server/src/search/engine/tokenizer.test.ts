import { describe, expect, it } from 'vitest';
import { gramText, gramsOf } from './gram-text';
import { Tokenizer } from './tokenizer';

const tokenizer = Tokenizer.of({
  terms: ['ผู้อำนวยการกองคลัง', 'กองคลัง'],
  synonyms: [['อปท.', 'องค์กรปกครองส่วนท้องถิ่น']],
});
const wordsOf = (text: string) => tokenizer.words(Tokenizer.key(text));

describe('Tokenizer', () => {
  it('keeps a term of the glossary whole, the longest first, and adds its parts', () => {
    expect(wordsOf('ผู้อำนวยการกองคลังของเทศบาล')).toEqual(
      expect.arrayContaining(['ผู้อำนวยการกองคลัง', 'ของ', 'เทศบาล'])
    );
    expect(wordsOf('ผู้อำนวยการกองคลัง').length).toBeGreaterThan(1);
  });

  it('keeps synonyms whole as well', () => {
    expect(wordsOf('หนังสือถึงองค์กรปกครองส่วนท้องถิ่น')).toContain('องค์กรปกครองส่วนท้องถิ่น');
  });

  it.each([
    ['e-LAAS', ['e', 'laas', 'elaas']],
    ['พ.ร.บ. จัดซื้อ', ['พรบ']],
    ['อปท.', ['อปท']],
    ['ว.5912', ['ว', '5912']],
    ['มท 0808.4/ว ๕๙๑๒', ['มท', '0808', '4', 'ว', '5912']],
  ])('finds the words of %s', (text, words) => {
    expect(wordsOf(text)).toEqual(expect.arrayContaining(words));
  });

  it('takes no abbreviation out of the middle of a word', () => {
    const short = new Tokenizer(['มท']);
    expect(short.words('ห้องรูมทดลอง')).not.toContain('มท');
    expect(short.words('มท0808')).toContain('มท');
  });

  it.each(['', '  ', '...', '😀', '\u200B', '่้'])('finds no word that could harm in %j', (text) => {
    for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
  });

  it('cuts a text of a million letters without spaces in seconds', () => {
    const text = 'องค์กรปกครองส่วนท้องถิ่นจัดทำงบประมาณ'.repeat(27_000);
    expect(tokenizer.words(text).length).toBeGreaterThan(100_000);
  }, 30_000);

  it('gives another version when the vocabulary is another', () => {
    expect(Tokenizer.version('1')).not.toBe(Tokenizer.version('2'));
    expect(Tokenizer.version('1')).toContain(process.versions.icu);
  });
});

describe('gramText', () => {
  it('is the same with and without tone marks, spaces and punctuation', () => {
    expect(gramText('ท้องถิ่น (ใหม่)')).toBe(gramText('ทองถินใหม'));
  });

  it('gives each trigram once', () => {
    expect(gramsOf('กกกก')).toEqual(['กกก']);
    expect(gramsOf('งบ')).toEqual([]);
  });
});
