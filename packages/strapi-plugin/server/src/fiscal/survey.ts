import type { Core } from '@strapi/types';
import type { AuthorityRegister } from '../authority/register';
import type { ImportJobRef, ImportPreview, StepControl } from '../import/data-set';
import { breathe } from '../platform/breathe';
import { groupBy } from './group-by';
import { loadsOf, shownMonths, type Load } from './ledger';
import { coverOf, monthName, monthNumber } from './months';
import { codeRanges, comingMonths, placeOf, type ComingMonth } from './summaries';
import {
  compareFacts,
  noteNegatives,
  totalsIn,
  type Findings,
  type Part,
  type RangeOfPart,
} from './survey-facts';
import { addBefore, addLine, totalOf, totalsOf } from './survey-lines';
import { createSuspicionFinder, type SuspicionFinder } from './suspicions';

/** Months before one that tell what is usual for an authority. */
const historyLength = 12;

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
  const { negatives } = await compareFacts(strapi, part, job.options.scope, findings);
  addProvinces(register, part, counts, findings);
  if (negatives > 0) await noteNegatives(strapi, register, part, findings);
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
