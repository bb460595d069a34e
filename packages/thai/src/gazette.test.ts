import { describe, expect, it } from 'vitest';
import file from './cases/citation-cases.json' with { type: 'json' };
import { parseGazette } from './gazette.js';

describe('parseGazette', () => {
  it.each(file.gazette)('reads $in', ({ in: text, ...expected }) => {
    expect(parseGazette(text)).toEqual({ page: null, date: null, ...expected });
  });

  it.each([
    'เล่ม 138/ตอนพิเศษ 188 ง/หน้า 1/5 สิงหาคม 2564',
    'เล่ม ๑๓๘ ตอนพิเศษ ๑๘๘ ง หน้า ๑ ลงวันที่ ๕ สิงหาคม ๒๕๖๔',
    'ราชกิจจานุเบกษา เล่มที่ 138, ตอนที่พิเศษ 188ง, หน้า 1-5, 5 ส.ค. 64',
    'ประกาศในราชกิจจานุเบกษา เล่ม 138 ตอนที่ 188 ง (ฉบับพิเศษ) หน้า 1 วันที่ 5/8/2564',
  ])('reads the whole reference from %j', (text) => {
    expect(parseGazette(text)).toEqual({
      volume: 138,
      part: 188,
      partType: 'ง',
      special: true,
      page: 1,
      date: '2021-08-05',
    });
  });

  it('reads an old volume cited by page alone', () => {
    expect(parseGazette('เล่ม 31 หน้า 229 วันที่ 17 กรกฎาคม 2457')).toEqual({
      volume: 31,
      part: null,
      partType: null,
      special: false,
      page: 229,
      date: '1914-07-17',
    });
  });

  it.each(['', 'เล่ม 5', 'คู่มือ เล่ม 2 ภาษีป้าย', 'ตอนที่ 69 ก หน้า 52', 'เล่ม 12345 ตอน 1'])(
    'finds no reference in %j',
    (text) => {
      expect(parseGazette(text)).toBeNull();
    }
  );

  it('stays quick whatever is repeated', () => {
    for (const part of ['เล่ม 1', 'เล่ม ', '1', ' ', 'ตอน ', 'เล่ม 1 ตอน 1 หน้า 1']) {
      const started = performance.now();
      parseGazette(part.repeat(50_000));
      expect(performance.now() - started, part).toBeLessThan(1_000);
    }
  });
});
