import { searchKey } from '@km-laas/thai';
import { ImportRefusal, type ImportOptions, type Sheet } from '../data-set';

/** Where the columns of a data set stand in a file. */
export interface Layout {
  columns: { key: string; heading: string; index: number }[];
  ignored: string[];
  /** The unit a heading names, e.g. จำนวนเงิน (พันบาท). */
  unit: ImportOptions['unit'] | null;
}

interface Match extends Layout {
  doubles: { heading: string; indexes: number[] }[];
}

function headingKey(text: string): string {
  return searchKey(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** A heading without what it says in brackets: จำนวนเงิน (บาท) is จำนวนเงิน. */
function withoutBrackets(text: string): string {
  return text.replace(/[([{][^)\]}]*[)\]}]/g, ' ');
}

function namesOf(sheet: Sheet): Map<string, string> {
  const names = new Map<string, string>();
  for (const { key, th, en, aliases = [] } of sheet.columns) {
    for (const name of [th, en, ...aliases]) names.set(headingKey(name), key);
  }
  return names;
}

/** The name of a column in a spreadsheet: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return rest > 0 ? columnLetters(rest - 1) + letter : letter;
}

function matchHeadings(cells: readonly string[], sheet: Sheet): Match {
  const names = namesOf(sheet);
  const found = new Map<string, number[]>();
  const ignored: string[] = [];
  cells.forEach((cell, index) => {
    const key = names.get(headingKey(cell)) ?? names.get(headingKey(withoutBrackets(cell))) ?? null;
    if (key !== null) found.set(key, [...(found.get(key) ?? []), index]);
    else if (cell.trim() !== '') ignored.push(cell.trim().slice(0, 60));
  });
  const columns = [...found].map(([key, [index = 0]]) => ({
    key,
    heading: (cells[index] ?? '').trim().replace(/\s+/g, ' ').slice(0, 60),
    index,
  }));
  const doubles = [...found]
    .filter(([, indexes]) => indexes.length > 1)
    .map(([key, indexes]) => ({ heading: headingOf(sheet, key), indexes }));
  return { columns, ignored, doubles, unit: unitNamed(columns.map(({ heading }) => heading)) };
}

function unitNamed(headings: string[]): Layout['unit'] {
  const said = headings.map(headingKey).join(' ');
  if (/พันบาท|thousandbaht/.test(said)) return 'thousandBaht';
  return /บาท|baht/.test(said) ? 'baht' : null;
}

/** What a column is called where people read it. */
export function headingOf(sheet: Sheet, key: string): string {
  return sheet.columns.find((column) => column.key === key)?.th ?? key;
}

/** Column keys of which at least one must be added; none if the layout is whole. */
function missingFrom({ columns }: Layout, sheet: Sheet): { all: string[]; oneOf: string[][] } {
  const has = (key: string) => columns.some((column) => column.key === key);
  const all = sheet.columns.filter(({ key, required }) => required && !has(key));
  const sets = sheet.anyOf ?? [];
  const isServed = sets.length === 0 || sets.some((set) => set.every(has));
  return {
    all: all.map(({ th }) => th),
    oneOf: isServed ? [] : sets.map((set) => set.map((key) => headingOf(sheet, key))),
  };
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

/**
 * Finds the row of headings among the first rows of a file: the one that says most of what the data
 * set knows, so that titles above it do no harm.
 *
 * @throws {ImportRefusal} if there is none, a needed column is missing, or one stands there twice.
 */
export function findHeadings(
  rows: readonly (readonly string[])[],
  sheet: Sheet
): { row: number; layout: Layout } {
  let best: { row: number; layout: Match } | null = null;
  rows.forEach((cells, row) => {
    const layout = matchHeadings(cells, sheet);
    if (layout.columns.length > (best?.layout.columns.length ?? 0)) best = { row, layout };
  });
  const chosen = best as { row: number; layout: Match } | null;
  const wanted = sheet.columns.filter(({ required }) => required).map(({ th }) => th);
  if (!chosen || (chosen.layout.columns.length < 2 && sheet.columns.length > 2)) {
    throw new ImportRefusal(
      `ไม่พบแถวหัวตารางใน ${rows.length} แถวแรก ต้องมีหัวคอลัมน์ ${quoted(wanted)} ดาวน์โหลดไฟล์แม่แบบเพื่อดูตัวอย่าง`
    );
  }
  const { row, layout } = chosen;
  const { all, oneOf } = missingFrom(layout, sheet);
  const parts = [
    ...(all.length > 0 ? [quoted(all)] : []),
    ...(oneOf.length > 0 ? [oneOf.map((set) => quoted(set)).join(' หรือ ')] : []),
  ];
  if (parts.length > 0) {
    const strange =
      layout.ignored.length > 0 ? ` หัวคอลัมน์ที่ไม่รู้จัก: ${quoted(layout.ignored.slice(0, 10))}` : '';
    throw new ImportRefusal(`หัวตารางในแถวที่ ${row + 1} ขาดคอลัมน์ ${parts.join(' และ ')}${strange}`);
  }
  const [double] = layout.doubles;
  if (double) {
    const letters = double.indexes.map(columnLetters);
    throw new ImportRefusal(
      `คอลัมน์ "${double.heading}" มีซ้ำกันที่คอลัมน์ ${letters.join(', ')} ให้เหลือไว้คอลัมน์เดียว`
    );
  }
  return { row, layout };
}
