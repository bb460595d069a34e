import type { FiguresMeta } from '@km-laas/contract';
import { Worker } from 'node:worker_threads';
import { breathe } from './breathe';
import { ProblemError } from './problem';
import { workerFile } from './worker-file';

/** What a column holds; `money` is baht with two decimals. */
export type CellKind = 'text' | 'number' | 'money';

/** Figures as programs take them. */
export interface Table {
  /** Name of the file without its ending, e.g. `fiscal-map-2570`. */
  name: string;
  /** English, snake_case: what data.go.th and spreadsheets' formulas want. */
  columns: readonly { name: string; kind: CellKind }[];
  /** One value a column; null is absent, which is not zero. */
  rows: readonly (readonly (string | number | null)[])[];
}

/** The table with a last few columns that say whose figures these are, how old, and whether invented. */
export function withProvenance(
  { name, columns, rows }: Table,
  { source, importedAt, sample }: Pick<FiguresMeta, 'source' | 'importedAt' | 'sample'>
): Table {
  const last = [source.nameTh, importedAt, String(sample)];
  return {
    name,
    columns: [
      ...columns,
      { name: 'source_th', kind: 'text' },
      { name: 'imported_at', kind: 'text' },
      { name: 'is_sample', kind: 'text' },
    ],
    rows: rows.map((row) => [...row, ...last]),
  };
}

/** Rows a spreadsheet program still opens willingly; more of them belong into a CSV. */
const mostSheetRows = 100_000;
/** Rows written before others get their turn. */
const slice = 2000;

/** RFC 4180 with a byte order mark, so that Excel reads it as Thai. */
export async function csvOf({ columns, rows }: Table): Promise<Buffer> {
  const parts = [`\uFEFF${columns.map(({ name }) => name).join(',')}\r\n`];
  for (let start = 0; start < rows.length; start += slice) {
    const lines = rows
      .slice(start, start + slice)
      .map((row) => row.map((value, at) => cell(value, columns[at]?.kind)).join(','));
    parts.push(`${lines.join('\r\n')}\r\n`);
    await breathe();
  }
  return Buffer.from(parts.join(''));
}

function cell(value: string | number | null, kind: CellKind = 'text'): string {
  if (value === null) return '';
  if (typeof value === 'number') return kind === 'money' ? value.toFixed(2) : String(value);
  return quoted(harmless(value));
}

/** A text that no spreadsheet program takes for a formula. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * An Excel workbook of one sheet, written in a thread of its own.
 *
 * @throws ProblemError 400 where the table is too long for a sheet.
 */
export async function xlsxOf(table: Table): Promise<Buffer> {
  if (table.rows.length > mostSheetRows) {
    throw new ProblemError(400, {
      th: `ข้อมูลมี ${table.rows.length.toLocaleString('en-US')} แถว มากเกินกว่าจะจัดทำเป็นไฟล์ XLSX โปรดเลือกจังหวัดหรือประเภท หรือใช้ไฟล์ CSV`,
      en: `${table.rows.length} rows are too many for an XLSX file: choose a province or a type, or take the CSV.`,
    });
  }
  return inTurn(() => write(table));
}

/** Threads are few: workbooks are written one after another. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
const mostWaiting = 20;

async function inTurn(write: () => Promise<Buffer>): Promise<Buffer> {
  if (waiting >= mostWaiting) {
    throw new ProblemError(503, {
      th: 'มีผู้ขอไฟล์ XLSX พร้อมกันจำนวนมาก โปรดลองใหม่ภายหลัง หรือใช้ไฟล์ CSV',
      en: 'Too many workbooks are being written. Try again later, or take the CSV.',
    });
  }
  waiting += 1;
  const own = last.then(write, write);
  last = own.catch(() => undefined);
  try {
    return await own;
  } finally {
    waiting -= 1;
  }
}

async function write(table: Table): Promise<Buffer> {
  const worker = new Worker(workerFile('write-xlsx'), { workerData: table });
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`Writing the workbook ended with ${code}.`)));
    });
  } finally {
    await worker.terminate();
  }
}
