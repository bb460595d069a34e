import { describe, expect, it } from 'vitest';
import { otherKeyboard } from './keyboard';

describe('otherKeyboard', () => {
  it.each([
    [';5912', 'ว5912'],
    ['8jkglnjv,ik8k', 'ค่าเสื่อมราคา'],
    ['gmLrk]', 'เทศพาล'],
    ['Fv', 'โอ'],
  ])('reads %s as Thai', (typed, meant) => {
    expect(otherKeyboard(typed)).toContain(meant);
  });

  it('reads Thai letters as English', () => {
    expect(otherKeyboard('สนเรื')).toEqual(['login']);
    expect(otherKeyboard('ยฟหหไนพก')).toEqual(['password']);
  });

  it('leaves a mixture of both alone', () => {
    expect(otherKeyboard('e-laas เข้าไม่ได้')).toEqual([]);
  });

  it.each(['', '5912', '😀'])(
    'makes Thai of %j only where keys of Thai letters were pressed',
    (typed) => {
      for (const other of otherKeyboard(typed)) expect(other).toMatch(/[ก-๎]/);
    }
  );
});
