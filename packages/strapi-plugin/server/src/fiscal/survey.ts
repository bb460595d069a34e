import type { Core } from '@strapi/types';
import type { AuthorityRegister } from '../authority/register';
import type {
  ImportChanges,
  ImportJobRef,
  ImportPreview,
  PreviewTotals,
  StepControl,
} from '../import/data-set';
import { accountsByCode, chartOfAccounts, leavesOf, sideOf } from './chart-of-accounts';
import { groupBy } from './group-by';
import { loadsOf, shownMonths, type Load, type ShownMonth } from './ledger';
import { monthName, monthNumber } from './months';
import { breathe, run, whole } from './sql';
import { codeRanges, comingMonths, placeOf, type CodeRange, type ComingMonth } from './summaries';
import { createSuspicionFinder, type SuspicionFinder } from './suspicions';

/** Months before one that tell what is usual for an authority. */
const historyLength = 12;

interface Line {
  rows: number;
  amount: number;
  before: number | null;
}

/** What comes together while a job's loads are looked through. */
interface Findings {
  changes: ImportChanges;
  accounts: Map<string, Line>;
  provinces: Record<'revenue' | 'expenditure', Map<string, Line>>;
  months: Map<string, Line>;
  suspicions: SuspicionFinder;
}

interface TotalRow {
  load_id: number;
  authority: string;
  revenue: number | string;
  expenditure: number | string;
}

/** An authority's month, in satang. */
interface Total {
  loadId: number;
  authority: string;
  revenue: number;
  expenditure: number;
}

/**
 * Looks through what a job brought, beside what readers see now: a range of authorities at a time.
 * Needs the totals of its loads.
 */
export async function surveyJob(
  strapi: Core.Strapi,
  job: ImportJobRef,
  register: AuthorityRegister,
  control: StepControl
): Promise<ImportPreview> {
  const session = strapi.db.connection;
  const loads = await loadsOf(session, job.id);
  const shown = await shownMonths(session);
  const coming = comingMonths(shown, loads);
  const ranges = codeRanges(register);
  const findings: Findings = {
    changes: { added: 0, changed: 0, same: 0, removed: 0 },
    accounts: new Map(),
    provinces: { revenue: new Map(), expenditure: new Map() },
    months: new Map(),
    suspicions: createSuspicionFinder(job.options),
  };
  const parts = loads.map((load): Part => {
    const base = shown.find((month) => monthNumber(month) === monthNumber(load)) ?? null;
    if (base && !base.sample && job.options.sample) {
      findings.suspicions.note('other', 'ข้อมูลตัวอย่างจะขึ้นแทนข้อมูลจริงของเดือนเดียวกัน', monthName(load));
    }
    noteGap(load, coming, findings.suspicions);
    const number = monthNumber(load);
    const earlier = coming.filter((month) => monthNumber(month) < number).slice(-historyLength);
    return { load, base, earlier };
  });
  const loadIds = new Set(
    parts.flatMap(({ load, base, earlier }) => [
      load.id,
      ...(base ? [base.loadId] : []),
      ...earlier.map(({ loadId }) => loadId),
    ])
  );
  for (const [step, range] of ranges.entries()) {
    const totals = await totalsIn(strapi, [...loadIds], range);
    await breathe();
    for (const [index, part] of parts.entries()) {
      control.check();
      await surveyRange(strapi, job, register, { ...part, range, totals }, findings);
      control.report(step * parts.length + index + 1, ranges.length * parts.length);
      await breathe();
    }
  }
  return {
    rows: findings.changes.added + findings.changes.changed + findings.changes.same,
    covers: loads.map(coverOf),
    amount: totalOf(findings.accounts),
    changes: findings.changes,
    totals: totalsOf(findings, register),
    suspicions: findings.suspicions.found(),
  };
}

/** `ปีงบประมาณ 2570 เดือนตุลาคม 2569` */
export function coverOf(load: Load): string {
  return `ปีงบประมาณ ${load.fiscalYear} เดือน${monthName(load)}`;
}

function noteGap(load: Load, coming: readonly ComingMonth[], suspicions: SuspicionFinder): void {
  if (load.fiscalMonth === 1) return;
  const number = monthNumber(load) - 1;
  if (coming.some((month) => monthNumber(month) === number)) return;
  suspicions.note(
    'other',
    'ยังไม่มีข้อมูลของเดือนก่อนหน้าในปีงบประมาณเดียวกัน ยอดสะสมจะขาดเดือนนั้น',
    `ก่อน${monthName(load)}`
  );
}

/** A month of the job, with what readers see of it now and of the months before it. */
interface Part {
  load: Load;
  base: ShownMonth | null;
  earlier: readonly ComingMonth[];
}

/** A range of its authorities. */
interface RangeOfPart extends Part {
  range: CodeRange;
  totals: ReadonlyMap<number, readonly Total[]>;
}

async function surveyRange(
  strapi: Core.Strapi,
  job: ImportJobRef,
  register: AuthorityRegister,
  part: RangeOfPart,
  findings: Findings
): Promise<void> {
  const { load, earlier, totals } = part;
  const named = new Set((totals.get(load.id) ?? []).map(({ authority }) => authority));
  // What a file of some authorities leaves alone is neither removed nor to be compared with.
  const counts = (authority: string) => job.options.scope === 'months' || named.has(authority);
  await compareFacts(strapi, part, job.options.scope, findings);
  addProvinces(register, part, counts, findings);
  await noteNegatives(strapi, register, part, findings);
  await breathe();

  const nameOf = (code: string) => `${register.byCode.get(code)?.name ?? 'อปท.'} (${code})`;
  const history = groupBy(
    earlier.flatMap((month) => totals.get(month.loadId) ?? []),
    ({ authority }) => authority
  );
  for (const total of totals.get(load.id) ?? []) {
    findings.suspicions.see({
      authority: nameOf(total.authority),
      month: monthName(load),
      revenue: total.revenue,
      expenditure: total.expenditure,
      history: history.get(total.authority) ?? [],
    });
  }
  const last = earlier.at(-1);
  if (job.options.scope === 'months' && last && monthNumber(last) === monthNumber(load) - 1) {
    const gone = (totals.get(last.loadId) ?? []).filter(({ authority }) => !named.has(authority));
    findings.suspicions.missing(
      monthName(load),
      gone.map(({ authority }) => nameOf(authority))
    );
  }
}

async function totalsIn(
  strapi: Core.Strapi,
  loads: readonly number[],
  range: CodeRange
): Promise<Map<number, Total[]>> {
  const rows = await run<TotalRow>(
    strapi.db.connection,
    `select load_id, authority, revenue, expenditure from km_fiscal_totals
      where load_id in (${loads.join(', ') || 'null'}) and authority >= :from and authority < :to`,
    { ...range }
  );
  const totals = rows.map((row): Total => ({
    loadId: row.load_id,
    authority: row.authority,
    revenue: whole(row.revenue),
    expenditure: whole(row.expenditure),
  }));
  return groupBy(totals, ({ loadId }) => loadId);
}

interface AccountRow {
  account: string;
  entries: number | string;
  amount: number | string;
  added?: number | string;
  same?: number | string;
}

async function compareFacts(
  strapi: Core.Strapi,
  { load, base, range }: RangeOfPart,
  scope: string,
  { accounts, changes, months }: Findings
): Promise<void> {
  const session = strapi.db.connection;
  const bindings = { load: load.id, base: base?.loadId ?? 0, ...range };
  const fresh = await run<AccountRow>(
    session,
    `select fact.account, count(*) as entries, sum(fact.amount) as amount,
            sum(case when old.amount is null then 1 else 0 end) as added,
            sum(case when old.amount = fact.amount then 1 else 0 end) as same
       from km_fiscal_facts fact
       left join km_fiscal_facts old on old.load_id = :base
            and old.authority = fact.authority and old.account = fact.account
      where fact.load_id = :load and fact.authority >= :from and fact.authority < :to
      group by fact.account`,
    bindings
  );
  const old = base
    ? await run<AccountRow>(
        session,
        `select account, count(*) as entries, sum(amount) as amount
           from km_fiscal_facts old
          where load_id = :base and authority >= :from and authority < :to
                ${
                  scope === 'authorities'
                    ? 'and exists (select 1 from km_fiscal_totals total where total.load_id = :load and total.authority = old.authority)'
                    : ''
                }
          group by account`,
        bindings
      )
    : [];
  let kept = 0;
  for (const { account, entries, amount, added, same } of fresh) {
    const [count, fewer, equal] = [whole(entries), whole(added), whole(same)];
    changes.added += fewer;
    changes.same += equal;
    changes.changed += count - fewer - equal;
    kept += count - fewer;
    addLine(accounts, account, count, whole(amount));
    addLine(months, coverOf(load), count, whole(amount));
  }
  for (const { account, entries, amount } of old) {
    changes.removed += whole(entries);
    addBefore(accounts, account, whole(amount));
    addBefore(months, coverOf(load), whole(amount));
  }
  changes.removed -= kept;
}

function addProvinces(
  register: AuthorityRegister,
  { load, base, totals }: RangeOfPart,
  counts: (authority: string) => boolean,
  { provinces }: Findings
): void {
  for (const side of ['revenue', 'expenditure'] as const) {
    for (const total of totals.get(load.id) ?? []) {
      const { provinceCode } = placeOf(register, total.authority);
      addLine(provinces[side], provinceCode, 1, total[side]);
    }
    if (!base) continue;
    for (const total of totals.get(base.loadId) ?? []) {
      if (!counts(total.authority)) continue;
      const { provinceCode } = placeOf(register, total.authority);
      addBefore(provinces[side], provinceCode, total[side]);
    }
  }
}

async function noteNegatives(
  strapi: Core.Strapi,
  register: AuthorityRegister,
  { load, range }: RangeOfPart,
  { suspicions }: Findings
): Promise<void> {
  const rows = await run<{ authority: string; account: string }>(
    strapi.db.connection,
    `select authority, account from km_fiscal_facts
      where load_id = :load and authority >= :from and authority < :to and amount < 0`,
    { load: load.id, ...range }
  );
  for (const { authority, account } of rows) {
    suspicions.note(
      'other',
      'ยอดติดลบ ใช้เฉพาะรายการปรับลดยอดของเดือนก่อน',
      `${register.byCode.get(authority)?.name ?? ''} (${authority}) ${monthName(load)}: ${account} ${accountsByCode.get(account)?.nameTh ?? ''}`
    );
  }
}

function addLine(lines: Map<string, Line>, key: string, rows: number, amount: number): void {
  const line = lines.get(key) ?? { rows: 0, amount: 0, before: null };
  line.rows += rows;
  line.amount += amount;
  lines.set(key, line);
}

function addBefore(lines: Map<string, Line>, key: string, before: number): void {
  const line = lines.get(key) ?? { rows: 0, amount: 0, before: null };
  line.before = (line.before ?? 0) + before;
  lines.set(key, line);
}

function totalOf(lines: ReadonlyMap<string, Line>): number {
  return [...lines.values()].reduce((sum, { amount }) => sum + amount, 0);
}

function totalsOf(findings: Findings, register: AuthorityRegister): PreviewTotals[] {
  const { accounts, provinces, months } = findings;
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
        side === 'revenue' ? 'รายรับตามจังหวัด (จำนวน อปท.)' : 'รายจ่ายตามจังหวัด (จำนวน อปท.)',
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
