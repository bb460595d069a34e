import { expect, it } from 'vitest';
import { compareThai } from './collation.js';

it('sorts by consonant, not by a vowel written before it', () => {
  const words = ['แขก', 'คา', 'ไก่', 'ขา', 'กา', 'ข้า', 'เกาะ'];
  expect(words.sort(compareThai)).toEqual(['กา', 'เกาะ', 'ไก่', 'ขา', 'ข้า', 'แขก', 'คา']);
});

it('sorts numbers by value in Thai and Arabic digits', () => {
  expect(['ข้อ ๑๐', 'ข้อ 9', 'ข้อ 11', 'ข้อ ๒'].sort(compareThai)).toEqual([
    'ข้อ ๒',
    'ข้อ 9',
    'ข้อ ๑๐',
    'ข้อ 11',
  ]);
});
