import Database from 'better-sqlite3';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RebuildReason } from './types';

export type Connection = Database.Database;

/** Raised whenever the tables below change. */
const FORMAT_VERSION = 1;

/**
 * Tables of an index file.
 *
 * A passage is a section of a document, a page of a file or a message on the screen; it stands in
 * the full-text tables under its own number, the title of a document under its number with a minus
 * sign. Those tables keep postings only: texts are compared in `passages`.
 */
const TABLES = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE documents (
    doc INTEGER PRIMARY KEY AUTOINCREMENT,
    service TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    names TEXT NOT NULL,
    names_key TEXT NOT NULL,
    url TEXT NOT NULL,
    date TEXT,
    year INTEGER,
    audience TEXT NOT NULL,
    topics TEXT NOT NULL,
    law_status TEXT,
    sample INTEGER NOT NULL,
    UNIQUE (service, id)
  );
  CREATE INDEX documents_title ON documents (title_key);
  CREATE TABLE passages (
    passage INTEGER PRIMARY KEY AUTOINCREMENT,
    doc INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    heading_key TEXT NOT NULL,
    key TEXT, -- null where the text is its own key
    heading TEXT,
    anchor TEXT,
    file INTEGER,
    page INTEGER,
    text TEXT NOT NULL
  );
  CREATE INDEX passages_doc ON passages (doc);
  CREATE TABLE files (
    file INTEGER PRIMARY KEY AUTOINCREMENT,
    doc INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    url TEXT NOT NULL
  );
  CREATE INDEX files_doc ON files (doc);
  CREATE TABLE letters (
    doc INTEGER NOT NULL,
    number INTEGER NOT NULL,
    org TEXT,
    suborg TEXT,
    unit TEXT,
    circular INTEGER NOT NULL,
    year INTEGER
  );
  CREATE INDEX letters_number ON letters (number);
  CREATE INDEX letters_doc ON letters (doc);
  CREATE TABLE word_counts (term TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE gram_counts (term TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5 (
    text, content='', detail=none, columnsize=0, tokenize='ascii'
  );
  CREATE VIRTUAL TABLE grams USING fts5 (
    text, content='', detail=none, columnsize=0, tokenize='trigram case_sensitive 1'
  );
  CREATE VIRTUAL TABLE words_terms USING fts5vocab (words, row);
  CREATE VIRTUAL TABLE grams_terms USING fts5vocab (grams, row);
  -- What is deleted leaves its pages at once, not at some later merge.
  INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
  INSERT INTO grams (grams, rank) VALUES ('secure-delete', 1);
`;

/** What a passage is: part of the document's own text, a page of a file, or a message on the screen. */
export const PASSAGE_KIND = { text: 0, page: 1, message: 2 } as const;

/** Names what an index is made with: the tables, the tokenizer and the vocabulary. */
export function indexVersion(tokenizer: string): string {
  return `${FORMAT_VERSION} ${tokenizer}`;
}

/** Whether the tables are ours, so that an index of another tokenizer can answer for the time being. */
function isReadable(version: unknown): boolean {
  return typeof version === 'string' && version.startsWith(`${FORMAT_VERSION} `);
}

/** Counters kept in `meta`. */
export interface IndexCounts {
  documents: number;
  passages: number;
  /** Sum of the lengths of all keys, for the mean. */
  units: number;
  applied: number;
}

export const NO_COUNTS: IndexCounts = { documents: 0, passages: 0, units: 0, applied: 0 };

export function readCounts(db: Connection): IndexCounts {
  const rows = db.prepare('SELECT name, value FROM meta').all() as {
    name: string;
    value: unknown;
  }[];
  const values = new Map(rows.map(({ name, value }) => [name, value]));
  const count = (name: keyof IndexCounts) => Number(values.get(name) ?? 0);
  return {
    documents: count('documents'),
    passages: count('passages'),
    units: count('units'),
    applied: count('applied'),
  };
}

export function writeMeta(db: Connection, values: Record<string, string | number>): void {
  const put = db.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)');
  for (const [name, value] of Object.entries(values)) put.run(name, value);
}

/** Makes an empty index in a new file; one that is thrown away on failure needs no journal on disk. */
export function createIndex(file: string, version: string): Connection {
  mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file);
  db.pragma('page_size = 8192');
  db.pragma('journal_mode = MEMORY');
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -64000');
  db.transaction(() => {
    db.exec(TABLES);
    writeMeta(db, { version, ...NO_COUNTS });
  })();
  return db;
}

/** Makes a file that was just filled safe to be read and changed. */
export function sealIndex(db: Connection): void {
  db.pragma('synchronous = FULL');
  db.pragma('journal_mode = WAL');
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/** Opens an index to be changed. */
export function openIndex(file: string): Connection {
  const db = new Database(file, { fileMustExist: true });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('secure_delete = FAST');
  db.pragma('busy_timeout = 5000');
  return db;
}

/** What can be done with a file as it is. */
export interface IndexCondition {
  /** Why it has to be made again; null where it has not. */
  rebuild: RebuildReason | null;
  /** Whether it answers until then. */
  readable: boolean;
}

export function conditionOf(file: string, version: string): IndexCondition {
  if (!existsSync(file)) return { rebuild: 'missing', readable: false };
  let db: Connection | undefined;
  try {
    db = new Database(file, { fileMustExist: true });
    const made = db.prepare(`SELECT value FROM meta WHERE name = 'version'`).pluck().get();
    if (!isReadable(made)) return { rebuild: 'version', readable: false };
    if (!isSound(db)) return { rebuild: 'corrupt', readable: false };
    return { rebuild: made === version ? null : 'version', readable: true };
  } catch {
    return { rebuild: 'corrupt', readable: false };
  } finally {
    db?.close();
  }
}

// A full integrity check reads the whole file; this reads the ends of each table, where a torn or
// truncated file shows.
function isSound(db: Connection): boolean {
  const { documents, passages } = readCounts(db);
  const lastOf = (table: string, key: string) =>
    db.prepare(`SELECT * FROM ${table} ORDER BY ${key} DESC LIMIT 1`).get();
  for (const table of ['words_terms', 'grams_terms', 'word_counts', 'gram_counts', 'letters']) {
    db.prepare(`SELECT * FROM ${table} LIMIT 1`).get();
  }
  return (
    (documents === 0) === (lastOf('documents', 'doc') === undefined) &&
    (passages === 0) === (lastOf('passages', 'passage') === undefined)
  );
}
