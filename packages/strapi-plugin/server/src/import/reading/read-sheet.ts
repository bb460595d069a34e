import type { ImportFault, ImportReading } from '../admin-api';
import { ImportRefusal, type ImportOptions, type RowCheck, type Sheet } from '../data-set';
import { delimiters, firstRecords, readBeginning, readCsv, type Delimiter } from './csv';
import { detectEncoding } from './encoding';
import { findHeadings, headingOf, type Layout } from './headings';
import { KeyTable } from './key-table';
import { limits } from './limits';
import type { RowSink } from './rows';
import { readXlsx } from './xlsx';

export interface SheetFile {
  path: string;
  kind: 'csv' | 'xlsx';
}

/** Counts of what was read so far. */
export interface RowCounts {
  read: number;
  good: number;
  bad: number;
  faults: number;
}

/** A chunk on its way out of the worker. */
export interface ReadChunk {
  number: number;
  count: number;
  json: string;
  groups: string[];
}

/** What becomes of a file's rows while it is read. */
export interface SheetSink {
  chunk(chunk: ReadChunk): void;
  faults(faults: ImportFault[]): void;
  /** Between two pieces of the file; reading goes on when it resolves. */
  pause(progress: { done: number; total: number; counts: RowCounts }): Promise<void>;
}

export interface SheetOutcome {
  reading: ImportReading;
  counts: RowCounts;
  /** The unit a heading names. */
  unit: ImportOptions['unit'] | null;
}

/**
 * Reads a file from end to end and judges its rows.
 *
 * @throws {ImportRefusal} if the file as a whole cannot be used.
 */
export async function readSheet<Row, Context>(
  file: SheetFile,
  sheet: Sheet<Row, Context>,
  context: Context,
  options: ImportOptions,
  sink: SheetSink
): Promise<SheetOutcome> {
  const judge = new RowJudge(sheet, sheet.createCheck(context, options), sink);
  const source =
    file.kind === 'csv'
      ? await readText(file.path, sheet, judge)
      : await readBook(file.path, judge);
  return judge.finish({ kind: file.kind, ...source });
}

type Source = Pick<ImportReading, 'encoding' | 'delimiter' | 'sheet' | 'otherSheets'>;

async function readText(path: string, sheet: Sheet, rows: RowSink): Promise<Source> {
  const encoding = await detectEncoding(path);
  const beginning = await readBeginning(path, encoding);
  const delimiter = chooseDelimiter(beginning, sheet);
  await readCsv(path, { encoding, delimiter }, rows);
  return { encoding, delimiter, sheet: null, otherSheets: 0 };
}

/** The delimiter under which the headings make most sense; a comma where none does. */
function chooseDelimiter(beginning: string, sheet: Sheet): Delimiter {
  for (const delimiter of delimiters) {
    try {
      findHeadings(firstRecords(beginning, delimiter), sheet);
      return delimiter;
    } catch (error) {
      if (!(error instanceof ImportRefusal)) throw error;
    }
  }
  const widest = delimiters.map((delimiter) => ({
    delimiter,
    width: Math.max(0, ...firstRecords(beginning, delimiter).map(({ length }) => length)),
  }));
  return widest.reduce((best, next) => (next.width > best.width ? next : best)).delimiter;
}

async function readBook(path: string, rows: RowSink): Promise<Source> {
  const { sheet, otherSheets } = await readXlsx(path, rows);
  return { encoding: null, delimiter: null, sheet, otherSheets };
}

/** Letters that would show as nothing, or move the cursor, where a fault is read. */
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const unseen = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/g;

function shown(value: string): string {
  const plain = value
    .slice(0, 2 * limits.faultValue)
    .replace(unseen, ' ')
    .trim();
  return plain.length > limits.faultValue ? `${plain.slice(0, limits.faultValue)}…` : plain;
}

class RowJudge<Row, Context> implements RowSink {
  readonly #blank: Record<string, string>;
  readonly #keys = new KeyTable();
  readonly #counts: RowCounts = { read: 0, good: 0, bad: 0, faults: 0 };
  #first: { cells: string[]; number: number }[] = [];
  #layout: Layout | null = null;
  #headerRow = 0;
  #exampleRows = 0;
  #rows: Row[] = [];
  readonly #groups = new Set<string>();
  #chunks = 0;
  #faults: ImportFault[] = [];

  constructor(
    private readonly sheet: Sheet<Row, Context>,
    private readonly check: RowCheck<Row>,
    private readonly sink: SheetSink
  ) {
    this.#blank = Object.fromEntries(sheet.columns.map(({ key }) => [key, '']));
  }

  row(cells: readonly string[], number: number): void {
    if (this.#layout) return this.#judge(cells, number, this.#layout);
    if (cells.length > limits.columns) {
      throw new ImportRefusal(`ไฟล์มีคอลัมน์เกิน ${limits.columns} คอลัมน์ ลบคอลัมน์ที่ไม่ใช้แล้วนำเข้าใหม่`);
    }
    this.#first.push({ cells: [...cells], number });
    if (this.#first.length >= limits.headerRows) this.#findHeadings();
  }

  async pause(done: number, total: number): Promise<void> {
    this.#flushFaults();
    await this.sink.pause({ done, total, counts: { ...this.#counts } });
  }

  finish(source: Source & Pick<ImportReading, 'kind'>): SheetOutcome {
    if (!this.#layout) this.#findHeadings();
    if (this.#counts.read === 0) {
      throw new ImportRefusal('ไฟล์นี้มีแต่หัวตาราง ไม่มีข้อมูลสักแถว');
    }
    if (this.#rows.length > 0) this.#flushRows();
    this.#flushFaults();
    const { columns, ignored, unit } = this.#layout as unknown as Layout;
    return {
      reading: {
        ...source,
        headerRow: this.#headerRow,
        columns: columns.map(({ key, heading }) => ({ key, heading })),
        ignored: ignored.slice(0, 50),
        exampleRows: this.#exampleRows,
      },
      counts: this.#counts,
      unit,
    };
  }

  #findHeadings(): void {
    const first = this.#first;
    this.#first = [];
    const { row, layout } = findHeadings(
      first.map(({ cells }) => cells),
      this.sheet
    );
    this.#layout = layout;
    this.#headerRow = first[row]?.number ?? 0;
    for (const { cells, number } of first.slice(row + 1)) this.#judge(cells, number, layout);
  }

  #judge(raw: readonly string[], number: number, layout: Layout): void {
    if (raw.every((cell) => cell.trim() === '')) return;
    const cells = { ...this.#blank };
    for (const { key, index } of layout.columns) cells[key] = (raw[index] ?? '').trim();
    if (this.#isExample(cells, layout)) {
      this.#exampleRows += 1;
      return;
    }
    this.#counts.read += 1;
    if (this.#counts.read > limits.rows) {
      throw new ImportRefusal(
        `ไฟล์มีเกิน ${limits.rows.toLocaleString('en')} แถว ให้แบ่งเป็นหลายไฟล์ เช่น ไฟล์ละเดือน`
      );
    }
    const { row, faults } = this.check(cells);
    if (faults) return this.#refuse(number, cells, faults);
    const before = this.#keys.add(this.sheet.keyOf(row), number);
    if (before > 0) {
      const sentence = `ซ้ำกับแถวที่ ${before.toLocaleString('en')}`;
      return this.#refuse(number, cells, [{ column: null, sentence }]);
    }
    this.#counts.good += 1;
    this.#rows.push(row);
    if (this.sheet.groupOf) this.#groups.add(this.sheet.groupOf(row));
    if (this.#rows.length >= limits.chunkRows) this.#flushRows();
  }

  /**
   * Whether somebody left a template's example standing. A file with fewer columns is no template,
   * and a row of it that happens to say the same is meant.
   */
  #isExample(cells: Record<string, string>, { columns }: Layout): boolean {
    const isTemplate = columns.length === this.sheet.columns.length;
    if (!isTemplate || this.#counts.read > 0) return false;
    return this.sheet.columns.every(({ key, example }) => cells[key] === example);
  }

  #refuse(
    row: number,
    cells: Record<string, string>,
    faults: readonly { column: string | null; sentence: string }[]
  ): void {
    this.#counts.bad += 1;
    for (const { column, sentence } of faults) {
      this.#counts.faults += 1;
      if (this.#counts.faults > limits.faults) continue;
      this.#faults.push({
        row,
        column: column === null ? null : this.#headingOf(column),
        value: shown(column === null ? Object.values(cells).join(' | ') : (cells[column] ?? '')),
        sentence,
      });
    }
  }

  #headingOf(key: string): string {
    const own = this.#layout?.columns.find((column) => column.key === key)?.heading;
    return own ?? headingOf(this.sheet, key);
  }

  #flushRows(): void {
    const rows = this.#rows;
    this.#rows = [];
    this.sink.chunk({
      number: this.#chunks,
      count: rows.length,
      json: JSON.stringify(rows),
      groups: [...this.#groups],
    });
    this.#groups.clear();
    this.#chunks += 1;
  }

  #flushFaults(): void {
    if (this.#faults.length === 0) return;
    this.sink.faults(this.#faults);
    this.#faults = [];
  }
}
