import { describe, expect, it } from 'vitest';
import { alignKey } from './aligned-key';
import { hostileText, randomFrom } from './engine.test-support';
import { Tokenizer } from './tokenizer';

describe('alignKey', () => {
  it.each([
    ['น้ํา ใบเเจ้งหนี้', 'น้ำ ใบแจ้งหนี้'],
    ['ปี ๒๕๖๓', 'ปี 2563'],
    ['  e-LAAS\n\nเข้าไม่ได้', ' e-laas เข้าไม่ได้'],
    ['ที่่ ท่ี', 'ที่ ที่'],
  ])('gives the key of %j', (text, key) => {
    expect(alignKey(text).key).toBe(key);
  });

  it('says where in the text each character of the key stands', () => {
    const text = 'ก เเก้';
    const { key, starts, ends } = alignKey(text);
    expect(key).toBe('ก แก้');
    expect(key.split('').map((_, at) => text.slice(starts[at], ends[at]))).toEqual([
      'ก',
      ' ',
      'เเ',
      'ก้',
      'ก้',
    ]);
  });

  it('agrees with the key the index has, but for spaces, whatever the text', () => {
    const random = randomFrom(3);
    for (let round = 0; round < 400; round += 1) {
      const text = hostileText(random).replace(/[\0\uD800-\uDFFF]/g, '');
      const { key, starts, ends } = alignKey(text);
      expect(starts).toHaveLength(key.length);
      expect(ends.every((end, at) => end > (starts[at] as number) && end <= text.length)).toBe(
        true
      );
      if (/^[\s!-~\u0E00-\u0E7F]*$/.test(text)) {
        expect(key.replaceAll(' ', ''), JSON.stringify(text)).toBe(
          Tokenizer.key(text).replaceAll(' ', '')
        );
      }
    }
  });
});
