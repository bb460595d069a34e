import { expect, it } from 'vitest';
import { toArabicDigits, toThaiDigits } from './digits.js';

it('turns each Thai digit into its Arabic one and back', () => {
  expect(toArabicDigits('๐๑๒๓๔๕๖๗๘๙')).toBe('0123456789');
  expect(toThaiDigits('0123456789')).toBe('๐๑๒๓๔๕๖๗๘๙');
});

it('leaves everything else alone', () => {
  expect(toArabicDigits('ที่ มท ๐๘๐๘.๔/ว 59')).toBe('ที่ มท 0808.4/ว 59');
  expect(toThaiDigits('ที่ มท 0808.4/ว ๕๙')).toBe('ที่ มท ๐๘๐๘.๔/ว ๕๙');
});
