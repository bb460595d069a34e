import type { AuthorityKind } from '@km-laas/contract';
import { formatThaiDate, searchKey, toArabicDigits } from '@km-laas/thai';
import { kindInName, kindNamed, wholeName } from '../authority/kinds';
import type { CellFault, CheckedRow, ImportOptions, RowCheck, Sheet } from '../import/data-set';
import {
  fiscalMonthOfCalendar,
  parseAmount,
  parseAuthorityCode,
  parseFiscalMonth,
  parseFiscalYear,
  parseMonth,
  type Parsed,
} from '../import/values';
import { accountsByCode, leavesOf, type Account } from './chart-of-accounts';
import { groupBy } from './group-by';
import { daysOf, existsIn, monthName, monthNumber } from './months';

/** What one line of a file says; an array, so that the database reads it fast. */
export type FiscalRow = readonly [
  fiscalYear: number,
  fiscalMonth: number,
  authority: string,
  account: string,
  satang: number,
];

/** An authority as far as a line of a file needs to know it. */
export interface SheetAuthority {
  code: string;
  name: string;
  kind: AuthorityKind;
  provinceCode: string;
  validFrom: string | null;
  validTo: string | null;
}

export interface FiscalSheetContext {
  authorities: readonly SheetAuthority[];
  /** Every way a province is written, without spaces, and its code. */
  provinces: ReadonlyMap<string, string>;
  /** Today in Bangkok, as an ISO date: nothing is actual before its month has begun. */
  today: string;
}

const columns = [
  {
    key: 'authorityCode',
    th: 'รหัส อปท.',
    en: 'authority_code',
    aliases: ['รหัสอปท', 'รหัสหน่วยงาน', 'รหัสองค์กรปกครองส่วนท้องถิ่น', 'dla_code', 'lao_code'],
    required: false,
    example: '03470102',
    note: 'เลข 8 หลัก หากไม่มีรหัสให้กรอกชื่อ อปท. และจังหวัด',
  },
  {
    key: 'authorityName',
    th: 'ชื่อ อปท.',
    en: 'authority_name',
    aliases: ['อปท', 'ชื่อหน่วยงาน', 'หน่วยงาน', 'authority', 'lao_name'],
    required: false,
    example: 'เทศบาลนครสกลนคร',
    note: 'ใช้เมื่อไม่มีรหัส อปท.',
  },
  {
    key: 'province',
    th: 'จังหวัด',
    en: 'province',
    aliases: ['ชื่อจังหวัด', 'province_name', 'province_code'],
    required: false,
    example: 'สกลนคร',
    note: 'ใช้คู่กับชื่อ อปท.',
  },
  {
    key: 'fiscalYear',
    th: 'ปีงบประมาณ',
    en: 'fiscal_year',
    aliases: ['ปี', 'ปีงบ', 'year'],
    required: true,
    example: '2570',
    note: 'ปี พ.ศ. ของปีงบประมาณ (1 ตุลาคม ถึง 30 กันยายน)',
  },
  {
    key: 'month',
    th: 'เดือน',
    en: 'month',
    aliases: ['ประจำเดือน', 'ชื่อเดือน'],
    required: false,
    example: 'ต.ค.',
    note: 'ชื่อเดือน หรือเลขเดือนตามปฏิทิน (1 = มกราคม)',
  },
  {
    key: 'fiscalMonth',
    th: 'เดือนที่ของปีงบประมาณ',
    en: 'fiscal_month',
    aliases: ['เดือนที่', 'ลำดับเดือน'],
    required: false,
    example: '1',
    note: 'ใช้แทนคอลัมน์เดือนได้ (1 = ตุลาคม)',
  },
  {
    key: 'account',
    th: 'รหัสบัญชี',
    en: 'account_code',
    aliases: ['บัญชี', 'หมวด', 'รหัสหมวด', 'account'],
    required: true,
    example: '411000',
    note: 'เลข 6 หลักของบัญชีย่อยในผังบัญชี',
  },
  {
    key: 'amount',
    th: 'จำนวนเงิน',
    en: 'amount',
    aliases: ['ยอดเงิน', 'จำนวนเงิน (บาท)', 'จำนวนเงิน (พันบาท)', 'amount_baht'],
    required: true,
    example: '1,234,567.50',
    note: 'ยอดของเดือนนั้นเดือนเดียว ไม่ใช่ยอดสะสม',
  },
] as const;

/** Actual revenue and expenditure (รายรับจริง รายจ่ายจริง) of a month by account, a line each. */
export const fiscalSheet: Sheet<FiscalRow, FiscalSheetContext> = {
  name: 'fiscal',
  columns,
  anyOf: [
    ['authorityCode', 'month'],
    ['authorityCode', 'fiscalMonth'],
    ['authorityName', 'province', 'month'],
    ['authorityName', 'province', 'fiscalMonth'],
  ],
  hasUnit: true,
  createCheck: createFiscalCheck,
  keyOf: ([year, month, authority, account]) => `${year}/${month}/${authority}/${account}`,
  groupOf: ([year, month]) => `${year}/${month}`,
};

type Cells = Readonly<Record<string, string>>;
type Read<Value> =
  { value: Value; faults?: undefined } | { value?: undefined; faults: CellFault[] };

function createFiscalCheck(
  context: FiscalSheetContext,
  { unit }: ImportOptions
): RowCheck<FiscalRow> {
  const findAuthority = createAuthorityFinder(context);
  const days = new Map<number, ReturnType<typeof daysOf>>();

  return (cells): CheckedRow<FiscalRow> => {
    const authority = findAuthority(cells);
    const year = readCell('fiscalYear', parseFiscalYear(cells.fiscalYear ?? ''));
    const month = readMonth(cells);
    const account = readAccount(cells.account ?? '');
    const amount = readCell('amount', parseAmount(cells.amount ?? '', unit));
    const faults = [authority, year, month, account, amount].flatMap((read) => read.faults ?? []);
    if (authority.value && year.value !== undefined && month.value !== undefined) {
      const at = { fiscalYear: year.value, fiscalMonth: month.value };
      const ofMonth = days.get(monthNumber(at)) ?? daysOf(at);
      days.set(monthNumber(at), ofMonth);
      if (!existsIn(authority.value, ofMonth)) {
        faults.push(notThere(authority.value, cells, at));
      }
      if (ofMonth.first > context.today) {
        faults.push({
          column: monthColumn(cells),
          sentence: `เดือน${monthName(at)} ยังมาไม่ถึง จึงยังไม่มียอดที่เกิดขึ้นจริง ตรวจปีงบประมาณและเดือนอีกครั้ง`,
        });
      }
      // A month is corrected in a later one; in the first there is nothing to correct yet.
      if (amount.value !== undefined && amount.value < 0 && at.fiscalMonth === 1) {
        faults.push({
          column: 'amount',
          sentence:
            'ยอดติดลบใช้ปรับลดยอดของเดือนก่อนในปีงบประมาณเดียวกันเท่านั้น เดือนตุลาคมเป็นเดือนแรกจึงติดลบไม่ได้',
        });
      }
    }
    if (
      faults.length > 0 ||
      !authority.value ||
      year.value === undefined ||
      month.value === undefined ||
      account.value === undefined ||
      amount.value === undefined
    ) {
      return { faults };
    }
    return {
      row: [year.value, month.value, authority.value.code, account.value, amount.value],
    };
  };
}

function readCell<Value>(column: string, parsed: Parsed<Value>): Read<Value> {
  if (parsed.fault !== undefined) return { faults: [{ column, sentence: parsed.fault }] };
  return { value: parsed.value };
}

function monthColumn(cells: Cells): string {
  return cells.month ? 'month' : 'fiscalMonth';
}

function readMonth(cells: Cells): Read<number> {
  const counted = cells.fiscalMonth
    ? readCell('fiscalMonth', parseFiscalMonth(cells.fiscalMonth))
    : undefined;
  if (!cells.month) {
    return counted ?? { faults: [{ column: 'month', sentence: 'ไม่ได้กรอกเดือน' }] };
  }
  const named = readCell('month', parseMonth(cells.month));
  if (named.value === undefined) return named;
  const fiscalMonth = fiscalMonthOfCalendar(named.value);
  if (counted && counted.value !== fiscalMonth) {
    if (counted.faults) return counted;
    const sentence = `เดือน "${cells.month}" กับเดือนที่ "${cells.fiscalMonth}" ของปีงบประมาณไม่ตรงกัน`;
    return { faults: [{ column: 'fiscalMonth', sentence }] };
  }
  return { value: fiscalMonth };
}

function readAccount(text: string): Read<string> {
  const code = toArabicDigits(text)
    .replace(/^'/, '')
    .replace(/[\s.-]/g, '');
  const fault = (sentence: string): Read<string> => ({ faults: [{ column: 'account', sentence }] });
  if (code === '') return fault('ไม่ได้กรอกรหัสบัญชี');
  const account = accountsByCode.get(code);
  if (account && account.children.length > 0) {
    return fault(
      `${code} ${account.nameTh} เป็นบัญชีรวม ให้ลงยอดที่บัญชีย่อย: ${listOf(leavesOf([account]))}`
    );
  }
  if (account) return { value: code };
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const above = /^\d{7,8}$/.test(code) ? accountsByCode.get(`${code.slice(0, 3)}000`) : undefined;
  if (above && above.children.length === 0) {
    return fault(
      `"${short}" ละเอียดกว่าที่ระบบเก็บ ให้รวมยอดไว้ที่ ${above.code} ${above.nameTh} บรรทัดเดียว`
    );
  }
  return fault(`ไม่มีบัญชี "${short}" ในผังบัญชี ต้องเป็นเลข 6 หลัก เช่น 411000`);
}

function listOf(accounts: readonly Account[]): string {
  return accounts.map(({ code, nameTh }) => `${code} ${nameTh}`).join(', ');
}

function notThere(
  { name, code, validFrom, validTo }: SheetAuthority,
  cells: Cells,
  at: { fiscalYear: number; fiscalMonth: number }
): CellFault {
  const column = cells.authorityCode ? 'authorityCode' : 'authorityName';
  const since =
    validFrom && daysOf(at).last < validFrom
      ? `ตั้งขึ้นเมื่อ ${formatThaiDate(validFrom)}`
      : `สิ้นสุดเมื่อ ${formatThaiDate(validTo ?? '')}`;
  return {
    column,
    sentence: `${name} (${code}) ไม่มีอยู่ในเดือน${monthName(at)} เพราะ${since}`,
  };
}

function createAuthorityFinder({
  authorities,
  provinces,
}: FiscalSheetContext): (cells: Cells) => Read<SheetAuthority> {
  const byCode = new Map(authorities.map((one) => [one.code, one]));
  // Most files have codes, and then nobody spells thousands of names.
  let names: ReadonlyMap<string, SheetAuthority[]> | undefined;
  const byName = () =>
    (names ??= groupBy(
      authorities,
      ({ provinceCode, name }) => `${provinceCode}/${spelled(name)}`
    ));
  const fault = (column: string, sentence: string): Read<SheetAuthority> => ({
    faults: [{ column, sentence }],
  });

  return (cells) => {
    if (cells.authorityCode) {
      const code = readCell('authorityCode', parseAuthorityCode(cells.authorityCode));
      if (code.value === undefined) return code;
      const found = byCode.get(code.value);
      if (found) return { value: found };
      return fault('authorityCode', `ไม่มีรหัส ${code.value} ในทะเบียน อปท.`);
    }
    if (!cells.authorityName) return fault('authorityCode', 'ไม่ได้กรอกรหัสหรือชื่อ อปท.');
    if (!cells.province) return fault('province', 'ไม่ได้กรอกจังหวัดของ อปท.');
    const province =
      provinces.get(spelled(cells.province)) ??
      provinces.get(spelled(cells.province).replace(/^(จังหวัด|จ\.)/, ''));
    if (!province) return fault('province', `ไม่รู้จักจังหวัด "${cells.province.slice(0, 40)}"`);
    const found = byName().get(`${province}/${spelled(writtenOut(cells.authorityName))}`) ?? [];
    if (found.length > 1) {
      return fault(
        'authorityName',
        `จังหวัดนี้มี "${cells.authorityName.slice(0, 60)}" ${found.length} แห่ง ให้กรอกรหัส อปท.: ${found.map(({ code }) => code).join(', ')}`
      );
    }
    if (found[0]) return { value: found[0] };
    return fault(
      'authorityName',
      `ไม่พบ "${cells.authorityName.slice(0, 60)}" ในทะเบียน อปท. ของจังหวัดนี้ ให้เขียนชื่อเต็มหรือกรอกรหัส อปท.`
    );
  };
}

/** `อบต. ขามเรียง` with the kind written out. */
function writtenOut(name: string): string {
  const kind = kindInName(name) ?? kindNamed(name);
  return kind ? wholeName(kind, name) : name;
}

/** Without spaces and in one spelling, as names are compared. */
export function spelled(text: string): string {
  return searchKey(text).replace(/\s+/g, '');
}
