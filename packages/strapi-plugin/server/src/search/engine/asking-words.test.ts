import { describe, expect, it } from 'vitest';
import { askingTerms, asksNumber, isAskingWord } from './asking-words';
import { makeIndex, queryFor, textDocument } from './engine.test-support';
import { Tokenizer } from './tokenizer';

const tokenizer = new Tokenizer(['โอนงบประมาณ']);
const asking = (q: string) => askingTerms(Tokenizer.key(q), tokenizer);

describe('words that only ask', () => {
  it('are told from what is asked about', () => {
    const { words, grams } = asking('โอนงบประมาณได้กี่ครั้ง');
    expect([...words]).toEqual(['กี่']);
    expect([...grams].every((gram) => gram.includes('กี'))).toBe(true);
  });

  it('are not looked for inside other words', () => {
    expect(asking('เกี่ยวกับการโอนงบประมาณ').words.size).toBe(0);
  });

  it('keep their weight where there is nothing else', () => {
    expect(asking('อะไร').words.size).toBe(0);
  });

  it('keep a trigram that stands outside them as well', () => {
    const { grams } = asking('อะไรคืออะไหล่');
    expect(grams.has('อะไ')).toBe(false);
  });

  it('are words as the tokenizer cuts them', () => {
    expect(isAskingWord('บ้าง')).toBe(true);
    expect(isAskingWord('บาง')).toBe(false);
  });
});

describe('a question of how many or when', () => {
  it.each(['โอนงบได้กี่ครั้ง', 'ประกาศเมื่อใด', 'เริ่มใช้ปีไหน', 'เบิกได้เท่าไหร่'])('is known: %s', (q) => {
    expect(asksNumber(Tokenizer.key(q))).toBe(true);
  });

  it.each(['ระเบียบเกี่ยวกับพัสดุ', 'ใครอนุมัติ', 'ปีงบประมาณ 2569'])('is no other: %s', (q) => {
    expect(asksNumber(Tokenizer.key(q))).toBe(false);
  });

  it('is answered first by what has a number there', () => {
    const said = 'ระยะเวลาการคืนหลักประกันสัญญาให้แก่คู่สัญญา';
    const { reader } = makeIndex([
      textDocument('words', 'หลักประกัน', `${said}ต้องเป็นไปตามระเบียบของทางราชการเสมอ`),
      textDocument('number', 'หลักประกัน', `${said}ต้องเป็นไปภายใน 15 วันตามระเบียบราชการ`),
    ]);
    const { hits } = reader.search(queryFor('ระยะเวลาการคืนหลักประกันสัญญากี่วัน'));
    expect(hits[0]?.id).toBe('number');
  });
});

describe('a question', () => {
  const { reader } = makeIndex([
    textDocument('subject', 'การคืนหลักประกันสัญญา', 'คืนหลักประกันให้คู่สัญญาเมื่อพ้นความรับผิด'),
    textDocument('asking', 'กี่', 'กี่ครั้ง กี่วัน อย่างไร เมื่อใด บางรายการ บางหน่วยงาน'),
    textDocument('other', 'ทะเบียนทรัพย์สิน', 'บันทึกทะเบียนทรัพย์สินและค่าเสื่อมราคา'),
  ]);

  it('finds what it is about, not what asks the same way', () => {
    const { hits } = reader.search(queryFor('หลักประกันคืนกี่วัน อย่างไร เมื่อใด'));
    expect(hits[0]?.id).toBe('subject');
  });

  it('is not corrected where its question word is in no text', () => {
    expect(reader.search(queryFor('ทะเบียนทรัพย์สินมีอะไรบ้าง')).correction).toBeNull();
  });
});
