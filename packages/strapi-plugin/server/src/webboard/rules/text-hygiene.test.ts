import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, hasWords } from './text-hygiene';

describe('cleanText', () => {
  it.each([
    ['zero width signs', 'เบิก\u200Bจ่าย\uFEFF', 'เบิกจ่าย'],
    ['signs that turn writing around', 'a\u202Egnp.exe\u2066x\u2069', 'agnp.exex'],
    ['control characters and NUL', 'a\u0000b\u0007c\u001B[31m', 'abc[31m'],
    ['half a surrogate pair', 'a\uD800b', 'a\uFFFDb'],
    ['tags written in invisible letters', 'a\u{E0041}\u{E0042}', 'a'],
    ['blank letters of Hangul and Braille', '\u3164\u2800ก', 'ก'],
    ['decomposed letters', 'e\u0301', '\u00e9'],
    ['line ends of other systems', 'a\r\nb\rc', 'a\nb\nc'],
    ['many blank lines', 'a\n\n\n\n\n\nb', 'a\n\n\nb'],
    ['a joiner between letters', 'ก\u200Dข', 'กข'],
  ])('mends %s', (_name, text, clean) => expect(cleanText(text)).toBe(clean));

  it.each(['น้ำท่วมพื้นที่ที่อยู่ ก่อนสิ้นปี', 'ศิลป์ สิทธิ์ ปฏิบัติ', '👨‍👩‍👧 ครอบครัว', 'x\n\ny\tz'])(
    'leaves %s alone',
    (text) => expect(cleanText(text)).toBe(text)
  );

  it('takes towers of marks down to what a language needs', () => {
    const tower = `ก${'\u0E49'.repeat(5000)}a${'\u0336\u035C'.repeat(3000)}`;
    const clean = cleanText(tower);
    expect(clean.length).toBeLessThan(10);
    expect(clean.startsWith('ก\u0E49')).toBe(true);
  });

  it('is the same when done twice', () => {
    const text = ` \u200Bก\u0E49\u0E49\u0E49\u0E49\u0E49\n\n\n\n\nข  `;
    expect(cleanText(cleanText(text))).toBe(cleanText(text));
  });
});

describe('cleanLine', () => {
  it('has no line breaks', () => expect(cleanLine('  ก\n ข\tค ')).toBe('ก ข ค'));
});

describe('hasWords', () => {
  it('knows what is empty to the eye', () => {
    expect(hasWords(cleanText('\u200B\u3164 … !!'))).toBe(false);
    expect(hasWords('ก')).toBe(true);
    expect(hasWords('๕')).toBe(true);
  });
});
