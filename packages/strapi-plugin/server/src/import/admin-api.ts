import type {
  DataSetName,
  ImportOptions,
  ImportPreview,
  ImportSummary,
  SheetColumn,
} from './data-set';

/*
 * What the admin panel's import centre asks and gets, below `/km`:
 *
 * GET    /imports/data-sets                      → { data: DataSetInfo[] }
 * GET    /imports/data-sets/:name/template.csv   → a file; `.xlsx` likewise
 * GET    /imports?dataSet=&page=&pageSize=       → { data: ImportJob[], meta: { page, pageSize, total } }, newest first
 * POST   /imports?dataSet=&fileName=&unit=&scope=&sample=  body: the file's bytes as
 *        application/octet-stream → 201 { data: ImportJob }
 * GET    /imports/:id                            → { data: ImportJobDetail }
 * GET    /imports/:id/faults?page=&pageSize=     → { data: ImportFault[], meta: { page, pageSize, total } }
 * GET    /imports/:id/faults.csv                 → a file
 * POST   /imports/:id/recheck  { unit, scope }   → { data: ImportJob }: reads the file again
 * POST   /imports/:id/commit   { leaveOutBadRows } → { data: ImportJob }
 * POST   /imports/:id/cancel                     → { data: ImportJob }
 * POST   /imports/:id/rollback                   → { data: ImportJob }
 *
 * A refusal is 400, 403, 404, 409, 413 or 415 in Strapi's envelope with a Thai message that may be
 * shown as it is.
 */

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
