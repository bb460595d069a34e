import { describe, expect, it } from 'vitest';
import { recordableQuery } from './recordable';

describe('a query as it is kept', () => {
  it.each([
    ['โอนงบไม่ได้', 'โอนงบไม่ได้'],
    ['  ว๕๙๑๒ ', 'ว5912'],
    ['มท 0808.4/ว 5912', 'มท 0808.4/ว 5912'],
    ['E-LAAS เข้าไม่ได้', 'e-laas เข้าไม่ได้'],
    ['นายก อบต. ลงนาม', 'นายก อบต. ลงนาม'],
    ['นายอำเภอ อนุมัติ', 'นายอำเภอ อนุมัติ'],
  ])('keeps %s as %s', (typed, kept) => {
    expect(recordableQuery(typed)).toBe(kept);
  });

  it.each([
    ['เลขบัตร 1-2345-67890-12-1 ถูกระงับ', /\d{3}|67890/],
    ['๑๒๓๔๕๖๗๘๙๐๑๒๑ เบี้ยยังชีพ', /1234567890121/],
    ['โทร 081-234-5678 ไม่ติด', /081|5678/],
    ['somchai@example.go.th ลืมรหัส', /somchai|@/],
    ['ชื่อ นายสมชาย ใจดี ไม่อยู่ในระบบ', /สมชาย|ใจดี/],
    ['นางสาวสมหญิง รักเรียน เบิกเงิน', /สมหญิง|รักเรียน/],
    ['เลขที่เอกสาร 25690012345 ซ้ำ', /25690012345/],
    [
      'ไม่สามารถบันทึกข้อมูลได้ เนื่องจากฎีกาเลขที่ 12345/2569 จำนวนเงิน 1,234,567.00 บาท เกินงบประมาณ',
      /12345|1,234/,
    ],
  ])('keeps nothing personal of %s', (typed, personal) => {
    expect(recordableQuery(typed)).not.toMatch(personal);
  });

  it.each(['', ' ', '???', '1-2345-67890-12-1', 'a@b.co', '😀', '\0', 'ก'])(
    'keeps nothing at all of %j',
    (typed) => {
      expect(recordableQuery(typed)).toBeNull();
    }
  );

  it('takes ten thousand characters of anything', () => {
    for (const unit of ['ก', 'นาย', '0', '1 ', 'นายก ', 'a@', '่']) {
      expect((recordableQuery(unit.repeat(10_000)) ?? '').length).toBeLessThanOrEqual(200);
    }
  });
});
