import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type { ServiceName } from '../platform/service-room';

/** Every kind of file the import centre takes. */
export const dataSetNames = ['authority', 'fiscal', 'subsidy'] as const;
export type DataSetName = (typeof dataSetNames)[number];

/** What an officer says of a file besides its cells. */
export interface ImportOptions {
  /** Unit the amounts are written in (บาท, พันบาท). */
  unit: 'baht' | 'thousandBaht';
  /**
   * What the file stands in for: `months` replaces all that was there of its months or letters,
   * `authorities` only what was there of the authorities it names.
   */
  scope: 'months' | 'authorities';
  /** Whether the figures are invented (ข้อมูลตัวอย่าง), which every reader is told. */
  sample: boolean;
}

/** A column officers may fill. */
export interface SheetColumn {
  /** Name of the cell in what {@link RowCheck} gets. */
  key: string;
  /** Heading in templates and in faults. */
  th: string;
  /** Heading of files written in English, in snake_case as our own exports have it. */
  en: string;
  /** Further headings it goes by; case, spaces and punctuation do not count. */
  aliases?: readonly string[];
  /** Whether a file without the column is refused; a missing cell is for `check` to judge. */
  required: boolean;
  /** What the example row of a template holds. */
  example: string;
  /** What the template says about it. */
  note?: string;
}

/** What is wrong with a cell, or with a row as a whole (`column: null`). */
export interface CellFault {
  /** Key of the column. */
  column: string | null;
  /** Says in Thai what was found and what is expected. */
  sentence: string;
}

export type CheckedRow<Row> =
  { row: Row; faults?: undefined } | { row?: undefined; faults: CellFault[] };

/**
 * Judges one row. Cells are trimmed; one that is empty or whose column the file lacks is `''`.
 * Dates and plain numbers of a workbook come as `2026-10-01` and `1234.5`.
 */
export type RowCheck<Row> = (cells: Readonly<Record<string, string>>) => CheckedRow<Row>;

/**
 * The pure half of a data set: bundled into the import's worker thread, so it imports neither
 * Strapi nor a database. `Row` goes through JSON.
 */
export interface Sheet<Row = unknown, Context = unknown> {
  name: DataSetName;
  columns: readonly SheetColumn[];
  /** Sets of column keys of which a file must have at least one whole. */
  anyOf?: readonly (readonly string[])[];
  /** Whether the file's amounts depend on {@link ImportOptions.unit}. */
  hasUnit: boolean;
  /** Makes the check once for a file, so that it can prepare what it looks things up in. */
  createCheck(context: Context, options: ImportOptions): RowCheck<Row>;
  /** Two rows of a file with the same key are a fault. */
  keyOf(row: Row): string;
  /** What a row belongs to, e.g. its month; {@link Chunk.groups} tells them all. */
  groupOf?(row: Row): string;
}

/** A job as the halves in the database know it. */
export interface ImportJobRef {
  id: string;
  options: ImportOptions;
  fileName: string;
  /** When the file was handed in, as an ISO instant. */
  createdAt: string;
}

/** Good rows of a file in its order; the same file always falls into the same chunks. */
export interface Chunk<Row = unknown> {
  /** From 0. */
  number: number;
  count: number;
  /** The rows as a JSON array, ready for `json_each` or `jsonb_to_recordset`. */
  json: string;
  /** What the rows belong to, each once: the database need not read them all to find out. */
  groups: readonly string[];
  rows(): Row[];
}

/** How a long step says where it is and learns that nobody wants it any more. */
export interface StepControl {
  report(done: number, total: number): void;
  /** Throws when the job was cancelled or the server stops; ask between two steps. */
  check(): void;
}

/** Sums of a preview: by province, by account, by type … */
export interface PreviewTotals {
  /** e.g. `province`, `account`. */
  by: string;
  /** Heading of the first column, in Thai. */
  heading: string;
  lines: {
    code: string;
    name: string;
    rows: number;
    /** Satang; null where the data set has no amounts. */
    amount: number | null;
    /** What readers see now of the same months or letters, in satang; null where there is nothing. */
    before: number | null;
  }[];
}

/** Something a person should look at before it is shown to everyone. */
export interface Suspicion {
  /** `unit` lets the page offer the other unit. */
  kind: 'unit' | 'missing' | 'history' | 'other';
  /** In Thai, with figures. */
  sentence: string;
  /** Up to twenty things it is about, e.g. names of authorities. */
  examples?: string[];
  /** How many there are in all. */
  count?: number;
}

/** Beside what readers see now. */
export interface ImportChanges {
  added: number;
  changed: number;
  same: number;
  removed: number;
}

export interface ImportPreview {
  rows: number;
  /** What it stands in for, in Thai, e.g. `ปีงบประมาณ 2570 เดือนมิถุนายน`. */
  covers: string[];
  /** Satang; null where the data set has no amounts. */
  amount: number | null;
  changes: ImportChanges;
  totals: PreviewTotals[];
  suspicions: Suspicion[];
}

/** What came of an import. */
export interface ImportSummary {
  rows: number;
  covers: string[];
  amount: number | null;
  changes: ImportChanges;
}

/**
 * The other half of a data set: main thread, database. Nothing it writes is seen before
 * `activate`. Every call may come a second time after a crash, so each is idempotent; none holds a
 * long transaction, and long ones let other work in between steps.
 */
export interface ImportStore<Row = unknown, Context = unknown> {
  /** Services whose readers see something new after `activate` or `rollback`. */
  raises: readonly ServiceName[];
  /** What {@link Sheet.createCheck} judges by: plain data, Maps and Sets allowed. */
  context(strapi: Core.Strapi, options: ImportOptions): Promise<Context>;
  /** Makes room for a job's rows, or finds it: `chunks` are there already, from 0. */
  open(strapi: Core.Strapi, job: ImportJobRef): Promise<{ chunks: number }>;
  /** Adds a chunk in one short transaction of set-based statements; once, however often it comes. */
  append(strapi: Core.Strapi, job: ImportJobRef, chunk: Chunk<Row>): Promise<void>;
  /** Reads what is there beside what readers see. */
  preview(strapi: Core.Strapi, job: ImportJobRef, control: StepControl): Promise<ImportPreview>;
  /** Readies all that readers will need: summaries, indexes. Resumable and invisible. */
  seal(strapi: Core.Strapi, job: ImportJobRef, control: StepControl): Promise<void>;
  /** Shows it, in the transaction that also ends the job and raises the revisions. */
  activate(strapi: Core.Strapi, trx: Knex.Transaction, job: ImportJobRef): Promise<ImportSummary>;
  /** Throws away what never became visible, in small steps. */
  discard(strapi: Core.Strapi, job: ImportJobRef): Promise<void>;
  /**
   * Shows again what was there before, in the transaction that also marks the job; only ever asked
   * of the last import of the data set that is shown.
   */
  rollback(strapi: Core.Strapi, trx: Knex.Transaction, job: ImportJobRef): Promise<void>;
}

/** Why an import cannot go on, told to the officer. Nothing internal goes in. */
export class ImportRefusal extends Error {
  override readonly name = 'ImportRefusal';

  /** @param sentence in Thai */
  constructor(readonly sentence: string) {
    super(sentence);
  }
}
