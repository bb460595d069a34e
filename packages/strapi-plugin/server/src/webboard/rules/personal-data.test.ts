import { describe, expect, it } from 'vitest';
import { decide, findPersonalData, isCitizenId } from './personal-data';

const kindsIn = (text: string) => findPersonalData(text).map(({ kind }) => kind);

describe('isCitizenId', () => {
  it.each(['1234567890121', '1-2345-67890-12-1', '๑๒๓๔๕๖๗๘๙๐๑๒๑', '１２３４５６７８９０１２１'])(
    '%s ends with its check digit',
    (text) => expect(isCitizenId(text)).toBe(true)
  );
  it.each(['1234567890122', '0234567890121', '123456789012', '12345678901215'])(
    '%s is no citizen id',
    (text) => expect(isCitizenId(text)).toBe(false)
  );
});

describe('findPersonalData', () => {
  it.each([
    ['เลขบัตร 1 2345 67890 12 1 ครับ', ['citizenId']],
    ['เลขบัตร ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑', ['citizenId']],
    ['1\u200B2345\u200B67890\u200B12\u200B1', ['citizenId']],
    ['โทร 081-234-5678', ['phone']],
    ['โทร. ๐๘๑ ๒๓๔ ๕๖๗๘', ['phone']],
    ['+66 81 234 5678', ['phone']],
    ['เลขที่บัญชี 4012345678', ['bankAccount']],
    ['ธนาคารตัวอย่าง 012-3-45678-9', ['bankAccount']],
    ['๐๑๒-๓-๔๕๖๗๘-๙', ['bankAccount']],
    ['ส่งที่ someone@example.go.th', ['email']],
    ['a@b.co และ 081 234 5678', ['email', 'phone']],
  ])('%s', (text, kinds) => expect(kindsIn(text)).toEqual(kinds));

  it.each([
    'หนังสือ มท 0808.4/ว 2141 ลงวันที่ 17 กรกฎาคม 2563',
    'เลขที่ 1234567890123 ไม่มีหลักตรวจสอบ',
    'ยอด 1,234,567.89 บาท',
    'รหัสงบประมาณ 12345678901234567',
    'Error 500 ที่หน้า 12',
    'ผังบัญชี 510000 และ 4101010101',
    'วันที่ 01/07/2563 10.30 น.',
  ])('finds nothing in %s', (text) => {
    const found = kindsIn(text).filter((kind) => kind !== 'bankAccount');
    expect(found).toEqual([]);
  });

  it('says where it stands in the text as typed', () => {
    const text = 'โทร 081-234-5678 ครับ';
    const [found] = findPersonalData(text);
    expect(text.slice(...(found?.range ?? [0, 0]))).toBe('081-234-5678');
  });

  it('looks through the longest text at once', () => {
    for (const text of ['0'.repeat(20_000), '0 '.repeat(10_000), 'a@'.repeat(10_000)]) {
      expect(findPersonalData(text).length).toBeLessThan(20_000);
    }
  });
});

describe('decide', () => {
  const policies = {
    citizenId: 'block',
    phone: 'warn',
    bankAccount: 'warn',
    email: 'off',
  } as const;
  it('takes the strictest of what was found', () => {
    expect(decide(findPersonalData('1234567890121 081-234-5678'), policies)).toBe('block');
    expect(decide(findPersonalData('081-234-5678 a@b.co'), policies)).toBe('warn');
    expect(decide(findPersonalData('a@b.co'), policies)).toBe('pass');
    expect(decide([], policies)).toBe('pass');
  });
});
