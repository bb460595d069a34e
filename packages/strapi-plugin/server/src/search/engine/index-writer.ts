import { gramText, gramsOf } from './gram-text';
import { letterPartsOf } from './letters';
import { passagesOf } from './passages';
import { readCounts, writeMeta, type Connection, type IndexCounts } from './schema';
import { Tokenizer } from './tokenizer';
import type { DocumentName, IndexedDocument } from './types';

interface StoredPassage {
  passage: number;
  heading_key: string;
  key: string;
}

/** Writes documents into an index file; everything between `begin` and `commit` is one transaction. */
export class IndexWriter {
  readonly #db: Connection;
  readonly #tokenizer: Tokenizer;
  readonly #statements: Statements;
  #counts: IndexCounts;
  #words = new Map<string, number>();
  #grams = new Map<string, number>();
  /** Whether terms are counted at the end from the full-text tables: for a file that was empty. */
  readonly #bulk: boolean;

  constructor(db: Connection, tokenizer: Tokenizer, options: { bulk: boolean } = { bulk: false }) {
    this.#db = db;
    this.#tokenizer = tokenizer;
    this.#statements = statementsOf(db);
    this.#counts = readCounts(db);
    this.#bulk = options.bulk;
  }

  get counts(): IndexCounts {
    return this.#counts;
  }

  begin(): void {
    this.#counts = readCounts(this.#db);
    this.#words.clear();
    this.#grams.clear();
    this.#db.exec('BEGIN IMMEDIATE');
  }

  rollback(): void {
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
    this.#counts = readCounts(this.#db);
  }

  commit(applied?: number): void {
    if (applied !== undefined) this.#counts.applied = applied;
    this.#addTerms('word_counts', this.#words);
    this.#addTerms('gram_counts', this.#grams);
    writeMeta(this.#db, { ...this.#counts });
    this.#db.exec('COMMIT');
  }

  /** Ends a bulk load: counts its terms and packs the full-text tables. */
  finish(applied: number): void {
    this.#db.exec(`
      BEGIN IMMEDIATE;
      INSERT INTO words (words) VALUES ('optimize');
      INSERT INTO grams (grams) VALUES ('optimize');
      INSERT INTO word_counts SELECT term, doc FROM words_terms;
      INSERT INTO gram_counts SELECT term, doc FROM grams_terms;
    `);
    this.#counts.applied = applied;
    writeMeta(this.#db, { ...this.#counts });
    this.#db.exec('COMMIT');
  }

  put(document: IndexedDocument): void {
    this.remove(document);
    const titleKey = Tokenizer.key(document.title);
    const names = document.otherNames.join('\n');
    const namesKey = Tokenizer.key(names);
    const doc = Number(
      this.#statements.addDocument.run(
        document.service,
        document.id,
        document.title,
        titleKey,
        names,
        namesKey,
        document.url,
        document.date,
        document.date === null ? null : Number(document.date.slice(0, 4)) + 543,
        document.audience,
        JSON.stringify(document.topics),
        document.lawStatus,
        document.sample ? 1 : 0
      ).lastInsertRowid
    );
    const files = document.files.map(({ name, kind, url }) =>
      Number(this.#statements.addFile.run(doc, name, kind, url).lastInsertRowid)
    );
    for (const key of document.letterKeys) {
      const letter = letterPartsOf(key);
      if (!letter) continue;
      const { number, org, suborg, unit, circular, year } = letter;
      this.#statements.addLetter.run(doc, number, org, suborg, unit, circular ? 1 : 0, year);
    }
    this.#index(-doc, `${titleKey} ${namesKey}`, 1);
    for (const { kind, heading, anchor, file, page, text } of passagesOf(document)) {
      const headingKey = Tokenizer.key(heading ?? '');
      const key = Tokenizer.key(text);
      const passage = Number(
        this.#statements.addPassage.run(
          doc,
          kind,
          headingKey,
          key === text ? null : key,
          heading,
          anchor,
          file === null ? null : (files[file] ?? null),
          page,
          text
        ).lastInsertRowid
      );
      this.#index(passage, `${headingKey} ${key}`, 1);
      this.#counts.passages += 1;
      this.#counts.units += key.length;
    }
    this.#counts.documents += 1;
  }

  /** Takes a document out with every trace of it; tells whether it was there. */
  remove({ service, id }: DocumentName): boolean {
    const found = this.#statements.document.get(service, id) as
      { doc: number; title_key: string; names_key: string } | undefined;
    if (!found) return false;
    const { doc, title_key: titleKey, names_key: namesKey } = found;
    this.#index(-doc, `${titleKey} ${namesKey}`, -1);
    for (const row of this.#statements.passages.all(doc) as StoredPassage[]) {
      this.#index(row.passage, `${row.heading_key} ${row.key}`, -1);
      this.#counts.passages -= 1;
      this.#counts.units -= row.key.length;
    }
    for (const clear of this.#statements.clear) clear.run(doc);
    this.#counts.documents -= 1;
    return true;
  }

  /** Adds a text to the full-text tables, or takes it out: it must be given as it was added. */
  #index(row: number, key: string, sign: 1 | -1): void {
    const words = this.#tokenizer.words(key);
    const grams = gramText(key);
    const { addWords, dropWords, addGrams, dropGrams } = this.#statements;
    (sign === 1 ? addWords : dropWords).run(row, words.join(' '));
    (sign === 1 ? addGrams : dropGrams).run(row, grams);
    if (this.#bulk) return;
    for (const word of new Set(words)) count(this.#words, word, sign);
    for (const gram of gramsOf(grams)) count(this.#grams, gram, sign);
  }

  #addTerms(table: string, counts: Map<string, number>): void {
    const add = this.#db.prepare(
      `INSERT INTO ${table} (term, count) VALUES (?, ?)
       ON CONFLICT (term) DO UPDATE SET count = count + excluded.count`
    );
    const drop = this.#db.prepare(`DELETE FROM ${table} WHERE term = ? AND count <= 0`);
    for (const [term, change] of counts) {
      if (change === 0) continue;
      add.run(term, change);
      if (change < 0) drop.run(term);
    }
    counts.clear();
  }
}

function count(counts: Map<string, number>, term: string, sign: number): void {
  counts.set(term, (counts.get(term) ?? 0) + sign);
}

type Statements = ReturnType<typeof statementsOf>;

function statementsOf(db: Connection) {
  return {
    document: db.prepare(
      'SELECT doc, title_key, names_key FROM documents WHERE service = ? AND id = ?'
    ),
    passages: db.prepare(
      'SELECT passage, heading_key, coalesce(key, text) AS key FROM passages WHERE doc = ?'
    ),
    addDocument: db.prepare(
      `INSERT INTO documents (service, id, title, title_key, names, names_key, url, date, year,
         audience, topics, law_status, sample)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
    ),
    addPassage: db.prepare(
      `INSERT INTO passages (doc, kind, heading_key, key, heading, anchor, file, page, text)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
    ),
    addFile: db.prepare('INSERT INTO files (doc, name, kind, url) VALUES (?, ?, ?, ?)'),
    addLetter: db.prepare(
      `INSERT INTO letters (doc, number, org, suborg, unit, circular, year)
       VALUES (?, ?, ?, ?, ?, ?, ?)`
    ),
    addWords: db.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)'),
    dropWords: db.prepare(`INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)`),
    addGrams: db.prepare('INSERT INTO grams (rowid, text) VALUES (?, ?)'),
    dropGrams: db.prepare(`INSERT INTO grams (grams, rowid, text) VALUES ('delete', ?, ?)`),
    clear: ['documents', 'passages', 'files', 'letters'].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE doc = ?`)
    ),
  };
}
