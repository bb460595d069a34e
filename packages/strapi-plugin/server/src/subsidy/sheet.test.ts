import { expect, it } from 'vitest';
import { subsidyColumns } from './columns';
import { nameKey, subsidySheet, type SubsidyContext } from './sheet';

const names = (province: string, ...texts: string[]) =>
  texts.map((text) => `${province}/${nameKey(text)}`);
const context: SubsidyContext = {
  authorities: new Map([
    ['06470502', { name: 'องค์การบริหารส่วนตำบลตัวอย่าง', province: '47' }],
    ['05470105', { name: 'เทศบาลตำบลท่าแร่', province: '47' }],
  ]),
  codesByName: new Map([
    ...names('47', 'องค์การบริหารส่วนตำบลตัวอย่าง', 'อบต.ตัวอย่าง').map(
      (name) => [name, '06470502'] as const
    ),
    ...names('47', 'อบต.โพนงาม').map((name) => [name, null] as const),
  ]),
  provinces: new Map([
    [nameKey('สกลนคร'), '47'],
    ['47', '47'],
    [nameKey('นครพนม'), '48'],
  ]),
};
const options = { unit: 'baht', scope: 'months', sample: false } as const;
const check = subsidySheet.createCheck(context, options);
const whole = {
  authorityCode: '06470502',
  fiscalYear: '2570',
  type: 'เบี้ยยังชีพผู้สูงอายุ',
  amount: '1,234.50',
};
const rowOf = (cells: Record<string, string>) => {
  const { row, faults } = check({ ...whole, ...cells });
  expect(faults).toBeUndefined();
  return row;
};
const faultsOf = (cells: Record<string, string>) =>
  (check({ ...whole, ...cells }).faults ?? []).map(({ column }) => column);

it('takes the example row of its own template', () => {
  const example = Object.fromEntries(subsidyColumns.map(({ key, example }) => [key, example]));
  expect(check(example).row).toMatchObject({
    fiscalYear: 2570,
    authority: '06470502',
    province: '47',
    type: 'elderly',
    instalment: 1,
    periodFrom: '2026-10-01',
    periodTo: '2026-12-31',
    scope: 'มท|0808.2|ว|9001|2569',
    letterNumber: 'มท 0808.2/ว 9001',
    letterDate: '2026-10-01',
    letterUrgency: 'mostUrgent',
    payee: 'comptroller',
    headcount: 1204,
    amount: 252_840_000,
    status: 'transferred',
  });
});

it('headings and their aliases are all different', () => {
  const headings = subsidyColumns
    .flatMap(({ th, en, aliases }) => [th, en, ...aliases])
    .map(nameKey);
  expect(headings.filter((heading, at) => headings.indexOf(heading) !== at)).toEqual([]);
});

it('takes the least a line must have', () => {
  expect(rowOf({})).toEqual({
    fiscalYear: 2570,
    scope: 'elderly/0',
    letterNumber: null,
    letterDate: null,
    letterUrgency: null,
    letterKey: null,
    authority: '06470502',
    authorityName: 'องค์การบริหารส่วนตำบลตัวอย่าง',
    province: '47',
    type: 'elderly',
    subItem: '',
    instalment: 0,
    periodFrom: '',
    periodTo: '',
    allocationNumber: '',
    budgetCode: '',
    transferDate: '',
    payee: 'authority',
    headcount: null,
    amount: 123_450,
    status: 'allocated',
    amends: '',
  });
});

it('knows an authority by its name and province', () => {
  for (const authorityName of ['องค์การบริหารส่วนตำบลตัวอย่าง', 'อบต. ตัวอย่าง', 'อบตตัวอย่าง']) {
    for (const province of ['สกลนคร', 'จังหวัดสกลนคร', 'จ.สกลนคร', '47']) {
      expect(rowOf({ authorityCode: '', authorityName, province })?.authority).toBe('06470502');
    }
  }
});

it.each([
  [{ letterNumber: 'ด่วนที่สุด ที่ มท 0808.2/ว 2445 ลงวันที่ 8 ธันวาคม 2554' }, 'มท|0808.2|ว|2445|2554'],
  [{ letterNumber: 'มท๐๘๐๘.๒/ว๒๔๔๕', letterDate: '8 ธ.ค. 54' }, 'มท|0808.2|ว|2445|2554'],
  [{ letterNumber: 'มท 0808.2/ว 2445/2554' }, 'มท|0808.2|ว|2445|2554'],
  [{ letterNumber: 'มท 0808.2/ว 2445' }, '~มท 0808.2/ว 2445/'],
  [{ letterNumber: 'ว 2445', letterDate: '8/12/2554' }, '~ว 2445/2554'],
  [{ letterNumber: '-', instalment: 'งวดที่ 3' }, 'elderly/3'],
])('tells letters apart: %j', (cells, scope) => {
  expect(rowOf(cells as unknown as Record<string, string>)?.scope).toBe(scope);
});

it.each([
  [{ status: 'เรียกคืน' }, 'recalled'],
  [{ status: 'โอนแล้ว' }, 'transferred'],
  [{ status: 'จัดสรร' }, 'allocated'],
  [{ transferDate: '5 ต.ค. 69' }, 'transferred'],
  [{ transferDate: '5 ต.ค. 69', status: 'เรียกคืน' }, 'recalled'],
])('reads the status of %j', (cells, status) => {
  expect(rowOf(cells as unknown as Record<string, string>)?.status).toBe(status);
});

it('reads thousands of baht where the file is in them', () => {
  const inThousands = subsidySheet.createCheck(context, { ...options, unit: 'thousandBaht' });
  expect(inThousands({ ...whole, amount: '1,234.50' }).row?.amount).toBe(123_450_000);
});

it.each([
  [{ authorityCode: '06999999' }, ['authorityCode']],
  [{ authorityCode: 'x' }, ['authorityCode']],
  [{ authorityCode: '' }, ['authorityCode']],
  [{ authorityCode: '06470502', province: 'นครพนม' }, ['province']],
  [{ authorityCode: '', authorityName: 'อบต.ตัวอย่าง', province: 'เมืองทอง' }, ['province']],
  [{ authorityCode: '', authorityName: 'อบต.โพนงาม', province: 'สกลนคร' }, ['authorityName']],
  [{ authorityCode: '', authorityName: 'อบต.ไม่มี', province: 'สกลนคร' }, ['authorityName']],
  [{ fiscalYear: 'ปีนี้' }, ['fiscalYear']],
  [{ type: 'เงินกู้' }, ['type']],
  [{ type: '' }, ['type']],
  [{ amount: '' }, ['amount']],
  [{ amount: '(1,234.50)' }, ['amount']],
  [{ amount: '12 ล้าน' }, ['amount']],
  [{ headcount: '1.5' }, ['headcount']],
  [{ headcount: '-5' }, ['headcount']],
  [{ status: 'รอ' }, ['status']],
  [{ payee: 'ธนาคาร' }, ['payee']],
  [{ instalment: 'งวดพิเศษ' }, ['instalment']],
  [{ transferDate: '31 ก.พ. 2570' }, ['transferDate']],
  [{ periodFrom: '1/12/2569', periodTo: '1/11/2569' }, ['periodTo']],
  [{ letterNumber: 'หนังสือด่วน' }, ['letterNumber']],
  [{ letterDate: '8 ธ.ค. 54' }, ['letterNumber']],
  [{ letterNumber: 'ว 1', letterDate: 'เมื่อวาน' }, ['letterDate']],
  [{ letterNumber: 'ว 1', urgency: 'เร็ว' }, ['urgency']],
  [{ subItem: 'ก'.repeat(256) }, ['subItem']],
  [{ allocationNumber: '1/2570', amends: '1/2570' }, ['amends']],
  [{ type: '__proto__', status: 'constructor' }, ['type', 'status']],
])('refuses %j and names the column', (cells, columns) => {
  const given = cells as unknown as Record<string, string>;
  expect(faultsOf(given)).toEqual(columns);
  // Asked again, a remembered letter is still wrong.
  expect(faultsOf(given)).toEqual(columns);
});

it('one line may stand once in a file; money back is another line', () => {
  const key = (cells: Record<string, string>) => {
    const row = rowOf(cells);
    return row && subsidySheet.keyOf(row);
  };
  expect(key({})).toBe(key({ amount: '99', headcount: '3' }));
  expect(key({})).toBe(key({ transferDate: '5 ต.ค. 69' }));
  expect(key({})).not.toBe(key({ status: 'เรียกคืน' }));
  expect(key({})).not.toBe(key({ allocationNumber: '7' }));
  expect(key({})).not.toBe(key({ authorityCode: '05470105' }));
});
