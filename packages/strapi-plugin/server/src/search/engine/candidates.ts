import type { Columns } from './columns';
import type { Plan, Term } from './plan';
import type { Connection } from './schema';

// Rows of postings that are read for one query, the rarest terms first. Of a term that stands in more
// passages only titles and the newest passages are read.
const WORD_ROWS = 6_000;
const GRAM_ROWS = 7_000;
const COMMON_PASSAGES = 3_000;
const COMMON_TITLES = 2_000;
// Of a query of common words, the passages that have this many of them are read.
const TOGETHER = { words: 4, grams: 8 };

const WORD_SHARE = 0.4;
const TITLE_WORTH = 1.5;
/** Rough score of a passage that has every word and trigram of the query. */
export const WHOLE_SCORE = 1 + WORD_SHARE;

/** Passages that may answer, with what is known of them before their texts are read. */
export interface Candidates {
  /** In no order. */
  passages: readonly number[];
  documents: readonly number[];
  /** Rough score of the best passage of all. */
  top: number;
  /** Rough score; the title's is in it. */
  scoreOf(passage: number): number;
  /** Rough score of a document's best passage. */
  scoreOfDocument(doc: number): number;
  /** Share of the weight of the query's words that a passage or its title has. */
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
  #scores = new Float32Array(0);
  #docScores = new Float32Array(0);
  #seen = new Uint8Array(0);
  #seenDocs = new Uint8Array(0);
  #passages: number[] = [];
  #docs: number[] = [];

  constructor(db: Connection, columns: Columns) {
    this.#columns = columns;
    this.#lists = { words: postingLists(db, 'words'), grams: postingLists(db, 'grams') };
  }

  find(plan: Plan): Candidates {
    this.#reset();
    this.#gather('words', plan.words, WORD_ROWS);
    this.#gather('grams', plan.grams, GRAM_ROWS);
    const { docOf } = this.#columns;
    for (const doc of this.#docs) {
      const first = this.#columns.firstPassageOf(doc);
      if (first !== 0) this.#touch(first);
    }
    const wordWeight = Math.max(plan.wordWeight, Number.EPSILON);
    const gramWeight = Math.max(plan.gramWeight, Number.EPSILON);
    let top = 0;
    for (const passage of this.#passages) {
      const doc = docOf[passage] as number;
      const words =
        (this.#words[passage] as number) + TITLE_WORTH * (this.#titleWords[doc] as number);
      const grams =
        (this.#grams[passage] as number) + TITLE_WORTH * (this.#titleGrams[doc] as number);
      const score = (WORD_SHARE * words) / wordWeight + grams / gramWeight;
      this.#words[passage] = Math.min(1, words / wordWeight);
      this.#scores[passage] = score;
      if (this.#seenDocs[doc] !== 1) {
        this.#seenDocs[doc] = 1;
        this.#docs.push(doc);
      }
      if (score > (this.#docScores[doc] as number)) this.#docScores[doc] = score;
      if (score > top) top = score;
    }
    return {
      passages: this.#passages,
      documents: this.#docs,
      top,
      scoreOf: (passage) => this.#scores[passage] as number,
      scoreOfDocument: (doc) => this.#docScores[doc] ?? 0,
      wordsOf: (passage) => this.#words[passage] ?? 0,
    };
  }

  #reset(): void {
    const { passages, documents } = this.#columns;
    if (this.#seen.length <= passages || this.#seenDocs.length <= documents) {
      const forPassages = passages * 2 + 64;
      const forDocuments = documents * 2 + 64;
      this.#words = new Float32Array(forPassages);
      this.#grams = new Float32Array(forPassages);
      this.#scores = new Float32Array(forPassages);
      this.#seen = new Uint8Array(forPassages);
      this.#titleWords = new Float32Array(forDocuments);
      this.#titleGrams = new Float32Array(forDocuments);
      this.#docScores = new Float32Array(forDocuments);
      this.#seenDocs = new Uint8Array(forDocuments);
    } else {
      for (const passage of this.#passages) {
        this.#words[passage] = 0;
        this.#grams[passage] = 0;
        this.#seen[passage] = 0;
      }
      for (const doc of this.#docs) {
        this.#titleWords[doc] = 0;
        this.#titleGrams[doc] = 0;
        this.#docScores[doc] = 0;
        this.#seenDocs[doc] = 0;
      }
    }
    this.#passages = [];
    this.#docs = [];
  }

  #touch(passage: number): void {
    if (this.#seen[passage] === 1) return;
    this.#seen[passage] = 1;
    this.#passages.push(passage);
  }

  #gather(table: 'words' | 'grams', terms: readonly Term[], rows: number): void {
    const lists = this.#lists[table];
    const scores = table === 'words' ? this.#words : this.#grams;
    const titles = table === 'words' ? this.#titleWords : this.#titleGrams;
    const note = (row: number, weight: number) => {
      if (row > 0) {
        scores[row] = (scores[row] as number) + weight;
        this.#touch(row);
        return;
      }
      titles[-row] = (titles[-row] as number) + weight;
      if (this.#seenDocs[-row] === 1) return;
      this.#seenDocs[-row] = 1;
      this.#docs.push(-row);
    };
    const known = terms.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
    let left = rows;
    if (known.length > 1 && (known[0] as Term).count > rows) {
      const together = known.slice(0, TOGETHER[table]);
      const match = together.map(({ text }) => `"${text}"`).join(' AND ');
      const weight = together.reduce((sum, term) => sum + term.weight, 0);
      // A passage that is found by its words one by one as well counts twice here: it is only to come
      // before those that have one of them.
      for (const row of lists.newest.all(match, COMMON_PASSAGES) as number[]) note(row, weight);
    }
    for (const { text, count, weight } of known) {
      if (left <= 0) break;
      const match = `"${text}"`;
      if (count <= left) {
        for (const row of lists.all.all(match) as number[]) note(row, weight);
        left -= count;
        continue;
      }
      const found = lists.titles.all(match, Math.min(left, COMMON_TITLES)) as number[];
      for (const row of found) note(row, weight);
      const newest = lists.newest.all(match, Math.min(left, COMMON_PASSAGES)) as number[];
      for (const row of newest) note(row, weight);
      left -= found.length + newest.length;
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
