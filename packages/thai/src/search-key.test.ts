import { describe, expect, it } from 'vitest';
import file from './cases/normalise-cases.json' with { type: 'json' };
import { randomFrom } from './seeded-random.test-support.js';
import { searchKey, searchTerms } from './search-key.js';

const ALPHABET = [...'กนทำาเแใะัิีึืฺุู็่้๊๋์ํ๎ๆฯ๐๙5 aZİÅJ̌ΣÀ\u200B\u00AD\uFEFF\u00A0\n.%_\u0307\u0323\u0345\u05B0'];

describe('searchKey', () => {
  it.each(file.cases)('writes $in as $out: $why', ({ in: typed, out }) => {
    expect(searchKey(typed)).toBe(out);
  });

  it.each([
    ['นำ้', 'น้ำ', 'tone mark typed after สระอำ'],
    ['นํา้', 'น้ำ', 'tone mark typed after a สระอำ of two characters'],
    ['ท่ี่', 'ที่', 'tone mark on both sides of the vowel'],
    ['สิทธ์ิ', 'สิทธิ์', 'การันต์ before the vowel'],
    ['ก\u0E48\u0E38', 'กุ่', 'tone mark before a lower vowel'],
    ['  e-LAAS\u00A0 KM\n', 'e-laas km', 'capitals and all kinds of space'],
    ['ต่าง ๆ', 'ต่างๆ', 'space before ไม้ยมก'],
    ['ซอฟต์แวร์', 'ซอฟต์แวร์', 'a correct word'],
    ['', '', 'nothing'],
  ])('writes %j as %j: %s', (typed, key) => {
    expect(searchKey(typed)).toBe(key);
  });

  it('changes nothing more the second time, whatever is typed', () => {
    const random = randomFrom(2569);
    for (let round = 0; round < 20_000; round += 1) {
      const text = Array.from({ length: random(12) }, () => ALPHABET[random(ALPHABET.length)]).join(
        ''
      );
      const key = searchKey(text);
      expect(searchKey(key), JSON.stringify(text)).toBe(key);
      expect(key.normalize('NFC'), JSON.stringify(text)).toBe(key);
    }
  });

  it('stays quick on long runs of one character', () => {
    for (const part of ['่', '่\u0307', 'ํ', 'ำ่', 'เ', ' ', '\u200B', 'ก']) {
      const started = performance.now();
      searchKey(part.repeat(100_000));
      expect(performance.now() - started, part).toBeLessThan(1_000);
    }
  });
});

describe('searchTerms', () => {
  it('cuts at spaces and normalises', () => {
    expect(searchTerms(' นํ้า  ปี ๒๕๖๗ ')).toEqual(['น้ำ', 'ปี', '2567']);
  });

  it('drops the punctuation around a term and keeps what is within', () => {
    expect(searchTerms('“อปท.” (พ.ร.บ.), 0808.4/ว e-LAAS')).toEqual([
      'อปท',
      'พ.ร.บ',
      '0808.4/ว',
      'e-laas',
    ]);
  });

  it('names each term once', () => {
    expect(searchTerms('ภาษี ภาษี ภาษี.')).toEqual(['ภาษี']);
  });

  it('finds no term in nothing or in punctuation', () => {
    expect(searchTerms('')).toEqual([]);
    expect(searchTerms(' \u200B ... % ')).toEqual([]);
  });

  it('stays quick when a term is a long run of punctuation', () => {
    const started = performance.now();
    expect(searchTerms(`ก${'.'.repeat(100_000)}ข`)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
