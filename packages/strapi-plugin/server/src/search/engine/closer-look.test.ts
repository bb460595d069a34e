import { describe, expect, it } from 'vitest';
import { makeIndex, queryFor, textDocument } from './engine.test-support';

const subject = 'เครื่องสำรวจดาวหางลำนี้ออกเดินทางไปกับจรวดขนส่งขนาดใหญ่';
const { reader } = makeIndex([
  textDocument('again', 'ยานสำรวจ', `${subject} ${subject} ${subject} เครื่องสำรวจดาวหางมีกล้องสองตัว`),
  textDocument('told', 'ยานสำรวจ', `${subject} น้ำหนักเชื้อเพลิงของเครื่องคือหกร้อยกิโลกรัม`),
  textDocument('number', 'จำนวน', 'มีทั้งหมด 1949 รายการ และ 49 ฉบับ'),
  textDocument('larger', 'จำนวน', 'มีทั้งหมด 1949 รายการ และ 1491 ฉบับ'),
]);
const firstOf = (q: string) => reader.search(queryFor(q)).hits[0]?.id;

describe('passages on one subject', () => {
  it('are told apart by what only one of them has', () => {
    expect(firstOf('เครื่องสำรวจดาวหางหนักเชื้อเพลิงเท่าไร')).toBe('told');
  });

  it('are told apart by a number of their own, not by part of a larger one', () => {
    expect(firstOf('จำนวน 49')).toBe('number');
  });

  it('say in an explanation what set them apart', () => {
    const { reasons } = reader.explain(queryFor('น้ำหนักเชื้อเพลิง'));
    expect(reasons[0]?.parts.map(({ name }) => name)).toContain('distinction');
  });
});
