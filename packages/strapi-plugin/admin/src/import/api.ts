// What the import centre's server answers. The server is a program of its own, so its shapes are
// written here again; `api.test.ts` holds the two to one another.

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
 * Where a job stands. `uploading`, `checking`, `committing` and `discarding` go on by themselves;
 * `checked` waits for a person; the others are over.
 */
export const importStates = [
  'uploading',
  'checking',
  'checked',
  'committing',
  'discarding',
  'done',
  'failed',
  'cancelled',
  'rolledBack',
] as const;

export type ImportState = (typeof importStates)[number];

/** How far a job that goes on by itself is. */
export interface ImportProgress {
  /** `reading` counts bytes of the file, `comparing` and `summing` count steps of their own. */
  stage: 'uploading' | 'reading' | 'comparing' | 'summing';
  done: number;
  /** 0 where it is not known yet. */
  total: number;
}

/** How the file was understood. */
export interface ImportReading {
  kind: 'csv' | 'xlsx';
  /** Of a CSV file. */
  encoding: 'utf-8' | 'windows-874' | 'utf-16le' | null;
  /** Of a CSV file. */
  delimiter: ',' | ';' | '\t' | '|' | null;
  /** Name of the sheet of a workbook that was read, and how many it did not read. */
  sheet: string | null;
  otherSheets: number;
  /** Row the headings stand in, from 1. */
  headerRow: number;
  /** Headings that were understood, in their order. */
  columns: { key: string; heading: string }[];
  /** Headings nobody knows; their columns were left alone. */
  ignored: string[];
  /** Rows that still were the template's example and were passed over. */
  exampleRows: number;
}

export interface ImportJob {
  id: string;
  dataSet: DataSetName;
  state: ImportState;
  options: ImportOptions;
  fileName: string;
  fileBytes: number;
  /** SHA-256 of the file in hex; null until it is uploaded. */
  fileHash: string | null;
  /** Name of the admin user or of the command that handed it in. */
  createdBy: string;
  createdAt: string;
  finishedAt: string | null;
  /** Null unless the job goes on by itself. */
  progress: ImportProgress | null;
  /** Rows below the headings that held something, and how many of them are good and bad. */
  rows: { read: number; good: number; bad: number };
  /** Whether `cancel` would do something. */
  canCancel: boolean;
  /** Whether `rollback` would: it is the last import of its data set that readers see. */
  canRollBack: boolean;
  /** In Thai, why it failed. */
  failure: string | null;
  summary: ImportSummary | null;
}

/** Whether a checked job may be committed. */
export interface ImportVerdict {
  canCommit: boolean;
  /** Bad rows must be left out by choice. */
  needsLeaveOut: boolean;
  /** Bad rows of all rows, 0 to 1, and the share up to which they may be left out. */
  badShare: number;
  limit: number;
  /** In Thai, why it may not. */
  reason: string | null;
}

export interface ImportJobDetail extends ImportJob {
  reading: ImportReading | null;
  preview: ImportPreview | null;
  /** Null unless the job is checked. */
  verdict: ImportVerdict | null;
  /** All faults that were found, and how many of them are kept. */
  faults: { found: number; kept: number };
}

export interface ImportFault {
  /** Row of the file as a spreadsheet numbers it. */
  row: number;
  /** Heading as it stands in the file; null for the row as a whole. */
  column: string | null;
  /** As typed, cut to 200 letters. */
  value: string;
  /** In Thai. */
  sentence: string;
}

export interface DataSetInfo {
  name: DataSetName;
  nameTh: string;
  nameEn: string;
  hasUnit: boolean;
  columns: Pick<SheetColumn, 'key' | 'th' | 'en' | 'required' | 'example' | 'note'>[];
  /** The job that goes on or waits, of which a data set has one at a time. */
  activeJob: string | null;
  /** Bytes a file may have. */
  maxBytes: number;
}
