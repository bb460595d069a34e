/** รายรับจริง and รายจ่ายจริง: the two sides of the figures. */
export const fiscalSides = ['revenue', 'expenditure'] as const;
export type FiscalSideName = (typeof fiscalSides)[number];

/** An account (บัญชี) or a group of accounts. */
export interface Account {
  /** Six digits; 4 opens revenue, 5 expenditure. */
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  /** Empty for a leaf, the only kind that is booked to. */
  readonly children: readonly Account[];
}

type Line = readonly [code: string, nameTh: string, nameEn: string, children?: readonly Line[]];

/**
 * Raised whenever an account is added, closed or renamed, and kept with every load, so that old
 * figures can be read by the chart they were booked to.
 */
export const chartVersion = 1;

const revenue: readonly Line[] = [
  [
    '410000',
    'รายได้จัดเก็บเอง',
    'Locally collected revenue',
    [
      ['411000', 'หมวดภาษีอากร', 'Taxes and duties'],
      ['412000', 'หมวดค่าธรรมเนียม ค่าปรับ และใบอนุญาต', 'Fees, licence fees and fines'],
      ['413000', 'หมวดรายได้จากทรัพย์สิน', 'Property'],
      ['414000', 'หมวดรายได้จากสาธารณูปโภคและกิจการพาณิชย์', 'Public utilities and commerce'],
      ['415000', 'หมวดรายได้เบ็ดเตล็ด', 'Miscellaneous'],
      ['416000', 'หมวดรายได้จากทุน', 'Capital revenue'],
    ],
  ],
  [
    '420000',
    'รายได้ที่รัฐบาลเก็บแล้วจัดสรรให้องค์กรปกครองส่วนท้องถิ่น',
    'Revenue collected by central government and allocated to local authorities',
    [['421000', 'หมวดภาษีจัดสรร', 'Allocated taxes']],
  ],
  [
    '430000',
    'รายได้ที่รัฐบาลอุดหนุนให้องค์กรปกครองส่วนท้องถิ่น',
    'Revenue from government subsidies',
    [['431000', 'หมวดเงินอุดหนุน (เงินอุดหนุนทั่วไป)', 'General subsidies']],
  ],
  [
    '440000',
    'เงินอุดหนุนระบุวัตถุประสงค์/เฉพาะกิจ',
    'Specific-purpose subsidies',
    [['441000', 'เงินอุดหนุนระบุวัตถุประสงค์/เฉพาะกิจ', 'Specific-purpose subsidies']],
  ],
];

const expenditure: readonly Line[] = [
  ['510000', 'งบกลาง', 'Central fund'],
  [
    '520000',
    'งบบุคลากร',
    'Personnel',
    [
      ['521000', 'เงินเดือน (ฝ่ายการเมือง)', 'Salaries (political)'],
      ['522000', 'เงินเดือน (ฝ่ายประจำ)', 'Salaries (permanent staff)'],
    ],
  ],
  [
    '530000',
    'งบดำเนินงาน',
    'Operations',
    [
      ['531000', 'ค่าตอบแทน', 'Remuneration'],
      ['532000', 'ค่าใช้สอย', 'General services'],
      ['533000', 'ค่าวัสดุ', 'Materials'],
      ['534000', 'ค่าสาธารณูปโภค', 'Utilities'],
    ],
  ],
  [
    '540000',
    'งบลงทุน',
    'Investments',
    [
      ['541000', 'ค่าครุภัณฑ์', 'Equipment'],
      ['542000', 'ค่าที่ดินและสิ่งก่อสร้าง', 'Land and construction'],
    ],
  ],
  ['550000', 'งบรายจ่ายอื่น', 'Other expenditure'],
  ['560000', 'งบเงินอุดหนุน', 'Subsidies', [['561000', 'เงินอุดหนุน', 'Subsidies']]],
];

/**
 * The chart of accounts (ผังบัญชี) of local authorities as e-LAAS prints it. Its English names
 * follow the National Statistical Office where it publishes one.
 */
export const chartOfAccounts: Readonly<Record<FiscalSideName, readonly Account[]>> = {
  revenue: revenue.map(account),
  expenditure: expenditure.map(account),
};

/** รายได้จัดเก็บเอง: what an authority raises itself. */
export const ownRevenueGroup = '410000';
/** งบลงทุน */
export const investmentGroup = '540000';

function account([code, nameTh, nameEn, children = []]: Line): Account {
  return { code, nameTh, nameEn, children: children.map(account) };
}

/** The accounts that are booked to, below a group or of a whole side. */
export function leavesOf(accounts: readonly Account[]): Account[] {
  return accounts.flatMap((one) => (one.children.length > 0 ? leavesOf(one.children) : [one]));
}

/** Every account by its code. */
export const accountsByCode: ReadonlyMap<string, Account> = new Map(
  fiscalSides.flatMap((side) =>
    withDescendants(chartOfAccounts[side]).map((one) => [one.code, one])
  )
);

function withDescendants(accounts: readonly Account[]): Account[] {
  return accounts.flatMap((one) => [one, ...withDescendants(one.children)]);
}

/** Codes of the leaves of a group. */
export function leafCodesOf(group: string): string[] {
  const found = accountsByCode.get(group);
  return found ? leavesOf([found]).map(({ code }) => code) : [];
}

/** Which side an account of the chart stands on. */
export function sideOf(code: string): FiscalSideName {
  return code.startsWith('4') ? 'revenue' : 'expenditure';
}
