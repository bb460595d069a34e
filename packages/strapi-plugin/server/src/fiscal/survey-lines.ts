import type { AuthorityRegister } from '../authority/register';
import type { PreviewTotals } from '../import/data-set';
import { accountsByCode, chartOfAccounts, leavesOf, sideOf } from './chart-of-accounts';

/** A line of a table in the preview: what a file brings, and what readers see now, in satang. */
export interface Line {
  rows: number;
  amount: number;
  before: number | null;
}

/** Lines by account, by province of each side, and by month. */
export interface SurveyLines {
  accounts: Map<string, Line>;
  provinces: Record<'revenue' | 'expenditure', Map<string, Line>>;
  months: Map<string, Line>;
}

/** Adds to a line of a table. */
export function addLine(lines: Map<string, Line>, key: string, rows: number, amount: number): void {
  const line = lines.get(key) ?? { rows: 0, amount: 0, before: null };
  line.rows += rows;
  line.amount += amount;
  lines.set(key, line);
}

/** Adds to what readers see now beside a line. */
export function addBefore(lines: Map<string, Line>, key: string, before: number): void {
  const line = lines.get(key) ?? { rows: 0, amount: 0, before: null };
  line.before = (line.before ?? 0) + before;
  lines.set(key, line);
}

/** Of all lines together, in satang. */
export function totalOf(lines: ReadonlyMap<string, Line>): number {
  return [...lines.values()].reduce((sum, { amount }) => sum + amount, 0);
}

/** The tables of a preview. */
export function totalsOf(
  { accounts, provinces, months }: SurveyLines,
  register: AuthorityRegister
): PreviewTotals[] {
  const sides = new Map<string, Line>();
  for (const [code, line] of accounts) {
    addLine(sides, sideOf(code), line.rows, line.amount);
    if (line.before !== null) addBefore(sides, sideOf(code), line.before);
  }
  const provinceName = (code: string) => register.places.province(code)?.nameTh ?? code;
  const leaves = [...leavesOf(chartOfAccounts.revenue), ...leavesOf(chartOfAccounts.expenditure)];
  return [
    table('side', 'ด้าน', ['revenue', 'expenditure'], sides, (code) =>
      code === 'revenue' ? 'รายรับ' : 'รายจ่าย'
    ),
    table('month', 'เดือน', [...months.keys()], months, (code) => code),
    table(
      'account',
      'บัญชี',
      leaves.map(({ code }) => code),
      accounts,
      (code) => accountsByCode.get(code)?.nameTh ?? code
    ),
    ...(['revenue', 'expenditure'] as const).map((side) =>
      table(
        side === 'revenue' ? 'provinceRevenue' : 'provinceExpenditure',
        side === 'revenue' ? 'จังหวัด ด้านรายรับ (นับเป็น อปท.)' : 'จังหวัด ด้านรายจ่าย (นับเป็น อปท.)',
        [...provinces[side].keys()].sort(),
        provinces[side],
        provinceName
      )
    ),
  ];
}

function table(
  by: string,
  heading: string,
  codes: readonly string[],
  lines: ReadonlyMap<string, Line>,
  nameOf: (code: string) => string
): PreviewTotals {
  return {
    by,
    heading,
    lines: codes.flatMap((code) => {
      const line = lines.get(code);
      return line ? [{ code, name: nameOf(code), ...line }] : [];
    }),
  };
}
