import { describe, expect, it } from 'vitest';
import { makeIndex, queryFor, textDocument } from './engine.test-support';
import { faultsBetween } from './speller';

const { reader } = makeIndex([
  textDocument('a', 'การโอนงบประมาณรายจ่าย', 'วิธีโอนงบประมาณในระบบบัญชี'),
  textDocument('b', 'หลักประกันสัญญา', 'การคืนหลักประกันสัญญาและค่าเสื่อมราคา'),
  textDocument('c', 'Password reset', 'ลืม password ให้ติดต่อผู้ดูแล'),
]);
const correctionOf = (q: string) => reader.search(queryFor(q)).correction;

describe('spelling', () => {
  it.each([
    ['passwrod', 'password'],
    ['pasword', 'password'],
    ['โอนงบปรมาณ', 'โอนงบประมาณ'],
  ])('looks for what was meant by %s, and says so', (q, used) => {
    expect(correctionOf(q)).toEqual({ kind: 'spelling', typed: q, used });
  });

  it.each(['โอนงบประมาณ', 'password', 'หลักประกันสัญญา', 'โอนงบ'])('corrects nothing in %s', (q) => {
    expect(correctionOf(q)).toBeNull();
  });

  it('corrects nothing that nothing is like', () => {
    expect(correctionOf('zzzzzz')).toBeNull();
  });
});

describe('faultsBetween', () => {
  it.each([
    ['กข', 'กข', 0],
    ['กขค', 'กค', 1],
    ['กค', 'กขค', 1],
    ['กขค', 'กคข', 1],
    ['กขค', 'กงค', 1],
    ['กขคง', 'จฉชซ', 3],
  ])('counts from %s to %s', (a, b, faults) => {
    expect(faultsBetween(a, b, 2)).toBe(faults);
  });
});
