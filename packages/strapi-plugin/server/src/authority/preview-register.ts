import type { AuthorityKind } from '@km-laas/contract';
import type {
  ImportChanges,
  ImportJobRef,
  ImportPreview,
  ImportSummary,
  PreviewTotals,
  Suspicion,
} from '../import/data-set';
import { kindFacts } from './kinds';
import type { RegisteredAuthority } from './register';
import type { RegisterChange, RegisterChanges } from './register-changes';
import type { AuthorityRow } from './sheet';

/** Whether a row changes anything; a real file makes a sample real. */
export function isChange({ options }: ImportJobRef) {
  return ({ entry, fields }: RegisterChange) =>
    entry === null || fields.length > 0 || (entry.sample && !options.sample);
}

/** What an officer looks at before the register changes. */
export function previewOf(
  rows: readonly AuthorityRow[],
  register: readonly RegisteredAuthority[],
  found: RegisterChanges,
  job: ImportJobRef
): ImportPreview {
  return {
    ...summaryOf(rows, found, job),
    totals: totalsOf(rows, register),
    suspicions: suspicionsOf(rows, register, found, job),
  };
}

/** Counts of what an import brings. */
export function summaryOf(
  rows: readonly AuthorityRow[],
  { changes, unclear }: RegisterChanges,
  job: ImportJobRef
): ImportSummary {
  const counted: ImportChanges = { added: 0, changed: 0, same: 0, removed: 0 };
  const changesSomething = isChange(job);
  for (const change of changes) {
    if (change.entry === null) counted.added += 1;
    else if (changesSomething(change)) counted.changed += 1;
    else counted.same += 1;
  }
  return {
    rows: rows.length - unclear.length,
    covers: ['ทะเบียน อปท.'],
    amount: null,
    changes: counted,
  };
}

function totalsOf(
  rows: readonly AuthorityRow[],
  register: readonly RegisteredAuthority[]
): PreviewTotals[] {
  const provinceNames = new Map(register.map((entry) => [entry.provinceCode, entry.province]));
  const lines = (codeOf: (row: AuthorityRow) => string, nameOf: (code: string) => string) => {
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(codeOf(row), (counts.get(codeOf(row)) ?? 0) + 1);
    return [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, count]) => ({
        code,
        name: nameOf(code),
        rows: count,
        amount: null,
        before: null,
      }));
  };
  return [
    {
      by: 'kind',
      heading: 'ประเภท',
      lines: lines(
        ({ kind }) => kind,
        (kind) => kindFacts[kind as AuthorityKind].nameTh
      ),
    },
    {
      by: 'province',
      heading: 'จังหวัด',
      lines: lines(
        ({ provinceCode }) => provinceCode,
        (code) => provinceNames.get(code) ?? code
      ),
    },
  ];
}

/** Counts by which a population may differ from the one before without anybody wondering. */
const steadyPopulation = 0.3;

function suspicionsOf(
  rows: readonly AuthorityRow[],
  register: readonly RegisteredAuthority[],
  { changes, unclear }: RegisterChanges,
  job: ImportJobRef
): Suspicion[] {
  const suspicions: Suspicion[] = [];
  const suspect = (
    kind: Suspicion['kind'],
    names: readonly string[],
    sentence: (count: string) => string
  ) => {
    if (names.length === 0) return;
    const count = names.length.toLocaleString('en-US');
    suspicions.push({
      kind,
      sentence: sentence(count),
      examples: names.slice(0, 20),
      count: names.length,
    });
  };
  suspect(
    'other',
    unclear.map(({ name }) => name),
    (count) =>
      `มี ${count} แถวที่ตรงกับ อปท. ในทะเบียนมากกว่าหนึ่งแห่ง จึงไม่นำเข้า ใส่รหัสหรืออำเภอในไฟล์แล้วนำเข้าใหม่`
  );
  const seen = new Set(changes.map(({ entry }) => entry));
  const provinces = new Set(rows.map(({ provinceCode }) => provinceCode));
  const missing = register.filter(
    (entry) => !seen.has(entry) && entry.validTo === null && provinces.has(entry.provinceCode)
  );
  // A file of a few rows is a correction, not the register.
  if (rows.length >= register.length / 2) {
    suspect(
      'missing',
      missing.map(({ name, province }) => `${name} ${province}`),
      (count) => `มี อปท. ในทะเบียน ${count} แห่งที่ไม่อยู่ในไฟล์ รายการเดิมจะคงอยู่ ไม่ถูกลบ`
    );
  }
  suspect(
    'other',
    rows.filter(({ code }) => code === null).map(({ name }) => name),
    (count) => `มี ${count} แถวที่ไม่มีรหัส อปท. จึงจะรับตัวเลขการคลังของ อปท. เหล่านี้ไม่ได้`
  );
  suspect(
    'other',
    rows
      .filter(
        ({ code, districtCode }) =>
          code !== null && districtCode !== null && code.slice(2, 6) !== districtCode
      )
      .map(({ name, code, district }) => `${name} (${code}) ${district}`),
    (count) => `มี ${count} แถวที่อำเภอไม่ตรงกับหลักที่สามถึงหกของรหัส ซึ่งเกิดได้เมื่อมีการตั้งอำเภอใหม่ ตรวจให้แน่ใจ`
  );
  suspect(
    'history',
    changes
      .filter(({ row, entry }) => isJump(row.population, entry?.population ?? null))
      .map(({ row, entry }) => `${row.name} ${entry?.population} เป็น ${row.population}`),
    (count) => `ประชากรของ ${count} แห่งต่างจากเดิมเกินร้อยละ ${steadyPopulation * 100}`
  );
  if (job.options.sample) {
    suspect(
      'other',
      changes.filter(({ entry }) => entry !== null && !entry.sample).map(({ row }) => row.name),
      (count) => `มี ${count} แห่งที่เป็นข้อมูลจริงอยู่แล้ว ข้อมูลตัวอย่างจะไม่ทับรายการเหล่านี้`
    );
  }
  return suspicions;
}

function isJump(now: number | null, before: number | null): boolean {
  if (now === null || before === null || before < 100) return false;
  return Math.abs(now - before) > before * steadyPopulation;
}
