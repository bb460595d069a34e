import { describe, expect, it } from 'vitest';
import type { ImportOptions } from '../import/data-set';
import { fiscalSheet, spelled, type FiscalSheetContext } from './sheet';

const context: FiscalSheetContext = {
  authorities: [
    {
      code: '03470102',
      name: 'เทศบาลนครสกลนคร',
      kind: 'city',
      provinceCode: '47',
      validFrom: null,
      validTo: null,
    },
    {
      code: '06440403',
      name: 'องค์การบริหารส่วนตำบลขามเรียง',
      kind: 'sao',
      provinceCode: '44',
      validFrom: null,
      validTo: '2026-02-01',
    },
    {
      code: '05440403',
      name: 'เทศบาลตำบลขามเรียง',
      kind: 'subdistrict',
      provinceCode: '44',
      validFrom: '2026-02-01',
      validTo: null,
    },
    ...['06440501', '06440601'].map((code) => ({
      code,
      name: 'องค์การบริหารส่วนตำบลหนองแสง',
      kind: 'sao' as const,
      provinceCode: '44',
      validFrom: null,
      validTo: null,
    })),
  ],
  provinces: new Map([
    ['สกลนคร', '47'],
    ['มหาสารคาม', '44'],
  ]),
  today: '2026-11-22',
};

const options: ImportOptions = { unit: 'baht', scope: 'months', sample: false };
const good = {
  authorityCode: '03470102',
  fiscalYear: '2569',
  month: 'พ.ย.',
  account: '411000',
  amount: '1,234.50',
};

function check(cells: Record<string, string>, given: Partial<ImportOptions> = {}) {
  const outcome = fiscalSheet.createCheck(context, { ...options, ...given })({ ...good, ...cells });
  return outcome.row ?? outcome.faults.map(({ column, sentence }) => `${column}: ${sentence}`);
}

describe('a line of a fiscal file', () => {
  it('gives the month, the authority, the account and satang', () => {
    expect(check({})).toEqual([2569, 2, '03470102', '411000', 123450]);
  });

  it.each([
    [{ authorityCode: '3470102' }, [2569, 2, '03470102', '411000', 123450]],
    [{ fiscalYear: '๒๕๖๙' }, [2569, 2, '03470102', '411000', 123450]],
    [{ month: '', fiscalMonth: '12' }, [2569, 12, '03470102', '411000', 123450]],
    [{ month: '11', fiscalMonth: '2' }, [2569, 2, '03470102', '411000', 123450]],
    [{ account: '๔๑๑๐๐๐' }, [2569, 2, '03470102', '411000', 123450]],
    [{ amount: '-' }, [2569, 2, '03470102', '411000', 0]],
    [{ amount: '(1,234.50)' }, [2569, 2, '03470102', '411000', -123450]],
    [
      { authorityCode: '', authorityName: 'ทน.สกลนคร', province: 'จ.สกลนคร' },
      [2569, 2, '03470102', '411000', 123450],
    ],
    [
      { authorityCode: '', authorityName: 'อบต. ขามเรียง', province: 'มหาสารคาม' },
      [2569, 2, '06440403', '411000', 123450],
    ],
  ])('takes %j', (cells, row) => {
    expect(check(cells)).toEqual(row);
  });

  it('reads thousands of baht to the satang', () => {
    expect(check({ amount: '1,234.56789' }, { unit: 'thousandBaht' })).toEqual([
      2569,
      2,
      '03470102',
      '411000',
      123456789,
    ]);
  });

  it.each([
    [{ authorityCode: '09999999' }, 'authorityCode', /ไม่มีรหัส 09999999/],
    [{ authorityCode: '' }, 'authorityCode', /ไม่ได้กรอก/],
    [{ authorityCode: '', authorityName: 'ทน.สกลนคร' }, 'province', /จังหวัด/],
    [{ authorityCode: '', authorityName: 'x', province: 'ดาวอังคาร' }, 'province', /ดาวอังคาร/],
    [
      { authorityCode: '', authorityName: 'อบต.หนองแสง', province: 'มหาสารคาม' },
      'authorityName',
      /2 แห่ง.*06440501, 06440601/,
    ],
    [
      { authorityCode: '', authorityName: 'อบต.ไม่มีจริง', province: 'มหาสารคาม' },
      'authorityName',
      /ไม่พบ/,
    ],
    [{ fiscalYear: '1500' }, 'fiscalYear', /ปี/],
    [{ month: '13' }, 'month', /เดือน/],
    [{ month: '', fiscalMonth: '' }, 'month', /ไม่ได้กรอกเดือน/],
    [{ month: 'ต.ค.', fiscalMonth: '2' }, 'fiscalMonth', /ไม่ตรงกัน/],
    [{ fiscalYear: '2570', month: 'ธ.ค.' }, 'month', /ธันวาคม 2569 ยังมาไม่ถึง/],
    [{ account: '' }, 'account', /ไม่ได้กรอก/],
    [{ account: '530000' }, 'account', /บัญชีรวม.*531000 ค่าตอบแทน, 532000.*534000/],
    [{ account: '41100003' }, 'account', /รวมยอดไว้ที่ 411000/],
    [{ account: '999999' }, 'account', /ไม่มีบัญชี/],
    [{ amount: '' }, 'amount', /ไม่ได้กรอก/],
    [{ amount: '12.345' }, 'amount', /สตางค์/],
    [{ month: 'ต.ค.', amount: '-5' }, 'amount', /ตุลาคม/],
    [{ authorityCode: '06440403', month: 'มี.ค.' }, 'authorityCode', /สิ้นสุดเมื่อ/],
    [{ authorityCode: '05440403' }, 'authorityCode', /ตั้งขึ้นเมื่อ/],
  ])('refuses %j and says where and why', (cells, column, sentence) => {
    const faults = check(cells) as string[];
    expect(faults).toHaveLength(1);
    expect(faults[0]?.startsWith(`${column}: `)).toBe(true);
    expect(faults[0]).toMatch(sentence);
  });

  it('says everything that is wrong at once', () => {
    expect(check({ authorityCode: 'x', fiscalYear: '', account: '1', amount: 'ห้า' })).toHaveLength(
      4
    );
  });

  it('is the same line as another one of the same month, authority and account', () => {
    const key = (cells: Record<string, string>) => fiscalSheet.keyOf(check(cells) as never);
    expect(key({ amount: '5' })).toBe(key({}));
    expect(key({ account: '412000' })).not.toBe(key({}));
  });

  it('has an example that is a good line', () => {
    const cells = Object.fromEntries(fiscalSheet.columns.map(({ key, example }) => [key, example]));
    expect(check(cells)).toEqual([2570, 1, '03470102', '411000', 123456750]);
  });
});

it('spells names of one kind in one way', () => {
  expect(spelled(' เเม่ สาย ')).toBe(spelled('แม่สาย'));
});
