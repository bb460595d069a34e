import { describe, expect, it } from 'vitest';
import { understandNumber } from './lookup';

describe('understandNumber', () => {
  it.each([
    ['ว5912', { circular: true, number: 5912 }],
    ['ว๕๙๑๒', { circular: true, number: 5912 }],
    ['ว 5912', { circular: true, number: 5912 }],
    ['ว.5912/61', { circular: true, number: 5912, year: 2561 }],
    ['5912', { number: 5912 }],
    ['มท0808.4/ว5912', { org: 'มท', unit: '0808.4', circular: true, number: 5912 }],
    ['หนังสือ ว 5912 ลว 17 ต.ค. 61', { circular: true, number: 5912, year: 2561 }],
    [
      'กค (กวจ) 0405.2/ว 119 ลงวันที่ 7 มีนาคม 2561',
      { org: 'กค', suborg: 'กวจ', unit: '0405.2', circular: true, number: 119, year: 2561 },
    ],
    ['สน 0023.5/17109', { org: 'สน', unit: '0023.5', number: 17109 }],
  ])('reads %s', (typed, understood) => {
    expect(understandNumber(typed)).toEqual(understood);
  });

  it.each(['ระเบียบ', '...', ';5912', "' OR 1=1", '<script>', 'ว 5912/2799'])(
    'reads no number in %s',
    (typed) => {
      expect(understandNumber(typed)).toBeNull();
    }
  );
});
