import { formatBaht, satangToBaht } from '@km-laas/thai';
import type { ImportOptions, Suspicion } from '../import/data-set';

/** One authority's month beside its own earlier ones, in satang. */
export interface MonthBesideHistory {
  /** Name with its code. */
  authority: string;
  /** e.g. `ตุลาคม 2569` */
  month: string;
  revenue: number;
  expenditure: number;
  /** Revenue and expenditure of the months it reported before, at most the last twelve. */
  history: readonly { revenue: number; expenditure: number }[];
}

const examplesShown = 20;
/** Months that make a history. */
const enoughHistory = 3;
/** A month this many times above or below the median of its history is told. */
const farFactor = 5;
/** Between what a slip of the unit makes, a thousand, and what a month may do by itself. */
const unitFactor = 200;
/** Satang; what an authority takes in and spends in a month is hardly ever less. */
const leastOfMonth = 50_000_00;

/** Looks at a file as a whole once all its months have been shown to it. */
export interface SuspicionFinder {
  see(month: MonthBesideHistory): void;
  /** Authorities that reported the month before, and not this one. */
  missing(month: string, authorities: readonly string[]): void;
  note(kind: Suspicion['kind'], sentence: string, example?: string): void;
  found(): Suspicion[];
}

interface Note {
  kind: Suspicion['kind'];
  count: number;
  examples: string[];
}

export function createSuspicionFinder({ unit }: ImportOptions): SuspicionFinder {
  const notes = new Map<string, Note>();
  const ratios: number[] = [];
  const sizes: number[] = [];
  const slips: { below: string[]; above: string[] } = { below: [], above: [] };

  function note(kind: Suspicion['kind'], sentence: string, example?: string): void {
    const known = notes.get(sentence) ?? { kind, count: 0, examples: [] };
    notes.set(sentence, known);
    if (example === undefined) return;
    known.count += 1;
    if (known.examples.length < examplesShown) known.examples.push(example);
  }

  function seeSize(month: MonthBesideHistory, usual: number): boolean {
    const total = month.revenue + month.expenditure;
    if (usual <= 0 || total <= 0) return false;
    const ratio = total / usual;
    ratios.push(ratio);
    const example = `${month.authority} ${month.month}: ${baht(total)} ปกติราว ${baht(usual)}`;
    if (ratio * unitFactor < 1) slips.below.push(example);
    else if (ratio > unitFactor) slips.above.push(example);
    else return false;
    return true;
  }

  return {
    note,
    see(month) {
      const { revenue, expenditure, history } = month;
      sizes.push(revenue + expenditure);
      if (expenditure > 0 && revenue === 0) {
        note(
          'other',
          'มีรายจ่ายแต่ไม่มีรายรับในเดือนเดียวกัน',
          `${month.authority} ${month.month}: รายจ่าย ${baht(expenditure)}`
        );
      }
      if (history.length < enoughHistory) return;
      const usual = {
        revenue: medianOf(history.map((one) => one.revenue)),
        expenditure: medianOf(history.map((one) => one.expenditure)),
      };
      if (seeSize(month, usual.revenue + usual.expenditure)) return;
      for (const [side, name] of [
        ['revenue', 'รายรับ'],
        ['expenditure', 'รายจ่าย'],
      ] as const) {
        if (usual[side] <= 0) continue;
        const ratio = month[side] / usual[side];
        if (ratio <= farFactor && ratio * farFactor >= 1) continue;
        note(
          'history',
          `${name}ของเดือนต่างจากค่ากลางของเดือนก่อน ๆ ของ อปท. เดียวกันเกิน ${farFactor} เท่า`,
          `${month.authority} ${month.month}: ${baht(month[side])} ปกติราว ${baht(usual[side])}`
        );
      }
    },
    missing(month, authorities) {
      for (const authority of authorities) {
        note('missing', `เคยรายงานเดือนก่อนหน้า แต่ไม่มีในเดือน${month}`, authority);
      }
    },
    found() {
      const others = [...notes].map(([sentence, { kind, count, examples }]): Suspicion => ({
        kind,
        sentence,
        ...(count > 0 ? { count, examples } : {}),
      }));
      return [...unitSuspicions(unit, { ratios, sizes, slips }), ...others];
    },
  };
}

function unitSuspicions(
  unit: ImportOptions['unit'],
  seen: { ratios: number[]; sizes: number[]; slips: { below: string[]; above: string[] } }
): Suspicion[] {
  const { ratios, sizes, slips } = seen;
  const found: Suspicion[] = [];
  const typical = ratios.length > 0 ? medianOf(ratios) : null;
  const size = medianOf(sizes);
  const smallAltogether =
    typical === null ? sizes.length > 0 && size < leastOfMonth : typical * unitFactor < 1;
  const chosen = unit === 'baht' ? 'บาท' : 'พันบาท';
  if (smallAltogether) {
    found.push({
      kind: 'unit',
      sentence:
        unit === 'baht'
          ? `ยอดทั้งไฟล์น้อยกว่าที่ควรเป็นราวพันเท่า (ค่ากลางเดือนละ ${baht(size)} ต่อแห่ง) ไฟล์นี้อาจใช้หน่วยพันบาท`
          : `ยอดทั้งไฟล์น้อยกว่าที่ควรเป็นมาก (ค่ากลางเดือนละ ${baht(size)} ต่อแห่ง) ตรวจหน่วยของไฟล์อีกครั้ง`,
    });
  } else if (typical !== null && typical > unitFactor) {
    found.push({
      kind: 'unit',
      sentence: `ยอดทั้งไฟล์มากกว่าที่เคยรายงานราวพันเท่า (ค่ากลางเดือนละ ${baht(size)} ต่อแห่ง) ตรวจหน่วย "${chosen}" ที่เลือกไว้อีกครั้ง`,
    });
  } else {
    for (const [examples, how] of [
      [slips.below, 'น้อยกว่า'],
      [slips.above, 'มากกว่า'],
    ] as const) {
      if (examples.length === 0) continue;
      found.push({
        kind: 'unit',
        sentence: `บางแห่งมียอด${how}ที่เคยรายงานราวพันเท่า อาจกรอกคนละหน่วยกับแห่งอื่น`,
        count: examples.length,
        examples: examples.slice(0, examplesShown),
      });
    }
  }
  return found;
}

function baht(satang: number): string {
  return formatBaht(satangToBaht(Math.round(satang)));
}

/** The middle value; 0 of nothing. */
export function medianOf(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
