import type { Columns } from './columns';
import type { Plan, Term } from './plan';
import type { Connection } from './schema';

// Rows of postings that are read for one query. A word that stands in more passages is looked for
// among titles and the newest passages only; the rarer ones decide.
const WORD_ROWS = 40_000;
const GRAM_ROWS = 40_000;
const COMMON_PASSAGES = 3_000;
const COMMON_TITLES = 2_000;

const WORD_SHARE = 0.4;
const TITLE_WORTH = 1.5;

/** Passages that may answer, with what is known of them before their texts are read. */
export interface Candidates {
  /** Passages in no order. */
  passages: Int32Array;
  /** By passage: rough score; titles are in it. */
  scoreOf(passage: number): number;
  /** By passage: share of the weight of the query's words that it or its title has. */
  wordsOf(passage: number): number;
}

/** Finds candidates by the postings of the query's rare terms. Its arrays are used by one query at a time. */
export class CandidateFinder {
  readonly #lists: Record<'words' | 'grams', PostingLists>;
  readonly #columns: Columns;
  #words = new Float32Array(0);
  #grams = new Float32Array(0);
  #titleWords = new Float32Array(0);
  #titleGrams = new Float32Array(0);
  #seen = new Uint8Array(0);
  #touched: number[] = [];
  #touchedDocs: number[] = [];

  constructor(db: Connection, columns: Columns) {
    this.#columns = columns;
    this.#lists = { words: postingLists(db, 'words'), grams: postingLists(db, 'grams') };
  }

  find(plan: Plan): Candidates {
    this.#reset();
    this.#gather('words', plan.words, WORD_ROWS);
    this.#gather('grams', plan.grams, GRAM_ROWS);
    for (const doc of this.#touchedDocs) {
      const first = this.#columns.firstPassageOf(doc);
      if (first !== 0) this.#touch(first);
    }
    const wordWeight = Math.max(plan.wordWeight, Number.EPSILON);
    const gramWeight = Math.max(plan.gramWeight, Number.EPSILON);
    const { docOf } = this.#columns;
    const both = (own: Float32Array, title: Float32Array, worth: number) => (passage: number) =>
      (own[passage] as number) + worth * (title[docOf[passage] as number] as number);
    const words = both(this.#words, this.#titleWords, TITLE_WORTH);
    const grams = both(this.#grams, this.#titleGrams, TITLE_WORTH);
    return {
      passages: Int32Array.from(this.#touched),
      scoreOf: (passage) =>
        (WORD_SHARE * words(passage)) / wordWeight + grams(passage) / gramWeight,
      wordsOf: (passage) => Math.min(1, words(passage) / wordWeight),
    };
  }

  #reset(): void {
    const { passages, documents } = this.#columns;
    if (this.#seen.length <= passages || this.#titleWords.length <= documents) {
      this.#words = new Float32Array(passages * 2 + 64);
      this.#grams = new Float32Array(passages * 2 + 64);
      this.#seen = new Uint8Array(passages * 2 + 64);
      this.#titleWords = new Float32Array(documents * 2 + 64);
      this.#titleGrams = new Float32Array(documents * 2 + 64);
    } else {
      for (const passage of this.#touched) {
        this.#words[passage] = 0;
        this.#grams[passage] = 0;
        this.#seen[passage] = 0;
      }
      for (const doc of this.#touchedDocs) {
        this.#titleWords[doc] = 0;
        this.#titleGrams[doc] = 0;
      }
    }
    this.#touched = [];
    this.#touchedDocs = [];
  }

  #touch(passage: number): void {
    if (this.#seen[passage] === 1) return;
    this.#seen[passage] = 1;
    this.#touched.push(passage);
  }

  #gather(table: 'words' | 'grams', terms: readonly Term[], rows: number): void {
    const lists = this.#lists[table];
    const scores = table === 'words' ? this.#words : this.#grams;
    const titles = table === 'words' ? this.#titleWords : this.#titleGrams;
    let left = rows;
    for (const { text, count, weight } of [...terms].sort((a, b) => a.count - b.count)) {
      if (count === 0) continue;
      const term = `"${text}"`;
      const found =
        count <= left
          ? (lists.all.all(term) as number[])
          : [
              ...(lists.titles.all(term, COMMON_TITLES) as number[]),
              ...(left > 0 ? (lists.newest.all(term, COMMON_PASSAGES) as number[]) : []),
            ];
      left -= found.length;
      for (const row of found) {
        if (row > 0) {
          scores[row] = (scores[row] as number) + weight;
          this.#touch(row);
        } else {
          const doc = -row;
          if (this.#titleWords[doc] === 0 && this.#titleGrams[doc] === 0)
            this.#touchedDocs.push(doc);
          titles[doc] = (titles[doc] as number) + weight;
        }
      }
    }
  }
}

type PostingLists = ReturnType<typeof postingLists>;

function postingLists(db: Connection, table: 'words' | 'grams') {
  return {
    all: db.prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`).pluck(),
    titles: db
      .prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ? AND rowid < 0 LIMIT ?`)
      .pluck(),
    newest: db
      .prepare(
        `SELECT rowid FROM ${table} WHERE ${table} MATCH ? AND rowid > 0
         ORDER BY rowid DESC LIMIT ?`
      )
      .pluck(),
  };
}
