import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IndexReader } from './index-reader';
import { IndexWriter } from './index-writer';
import { createIndex, indexVersion, openIndex, sealIndex, type Connection } from './schema';
import { Tokenizer } from './tokenizer';
import type { EngineQuery, IndexedDocument, Vocabulary } from './types';

export const TODAY = '2026-11-22';

export const vocabulary: Vocabulary = {
  terms: ['กองคลัง', 'ผู้อำนวยการกองคลัง', 'องค์กรปกครองส่วนท้องถิ่น', 'งบประมาณ'],
  synonyms: [
    ['อปท.', 'องค์กรปกครองส่วนท้องถิ่น'],
    ['login', 'เข้าสู่ระบบ'],
  ],
  version: 'test',
};

/** A document of which only what matters is said. */
export function documentWith(given: Partial<IndexedDocument> & { id: string }): IndexedDocument {
  return {
    service: 'manual',
    title: '',
    otherNames: [],
    errorMessages: [],
    letterKeys: [],
    passages: [],
    files: [],
    pages: [],
    url: `/manuals/${given.id}`,
    date: null,
    audience: 'everyone',
    topics: [],
    lawStatus: null,
    sample: false,
    ...given,
  };
}

/** A document that is one text. */
export function textDocument(id: string, title: string, text: string): IndexedDocument {
  return documentWith({ id, title, passages: [{ heading: null, anchor: null, text }] });
}

export function queryFor(q: string, given: Partial<EngineQuery> = {}): EngineQuery {
  return { q, page: 1, pageSize: 10, today: TODAY, ...given };
}

/** An index in a file of its own, written and read on this thread. */
export function makeIndex(documents: readonly IndexedDocument[] = []): {
  file: string;
  db: Connection;
  writer: IndexWriter;
  reader: IndexReader;
} {
  const file = join(mkdtempSync(join(tmpdir(), 'km-search-')), 'search.db');
  const made = createIndex(file, indexVersion(Tokenizer.version(vocabulary.version)));
  sealIndex(made);
  made.close();
  const db = openIndex(file);
  const writer = new IndexWriter(db, Tokenizer.of(vocabulary));
  writer.begin();
  for (const document of documents) writer.put(document);
  writer.commit(documents.length);
  return { file, db, writer, reader: new IndexReader(file, vocabulary) };
}

/** Gives whole numbers from 0 to below a limit, in the same order for the same seed (mulberry32). */
export function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}

const PIECES = [
  'โอนงบประมาณ',
  'ท้องถิ่น',
  'ท้องถิน',
  'น้ํา',
  'เเก้',
  'ว 5912',
  'มท 0808.4/ว ๕๙๑๒',
  'อปท.',
  'e-LAAS',
  'AND',
  'OR NOT',
  'NEAR(',
  '"',
  "'",
  '*',
  '^',
  ':',
  '(',
  ')',
  '-',
  '+',
  '{a b}',
  'words:',
  '\0',
  '\uD800',
  '\uDC00',
  '\u200B',
  '\uFEFF',
  '\u202E',
  '😀',
  '👨‍👩‍👧',
  '่้๊',
  'ำ',
  '\n',
  '\t',
  ' ',
  '...',
  '%_',
  '\\',
  ';5912',
  '8jkglnvj',
  'İ',
  'ß',
  'ﷺ',
  '漢字',
  '\u0344',
  '𝒜',
  '1',
  'ก',
];

/** Any string at all: words, operators, marks without a letter, halves of characters. */
export function hostileText(random: (limit: number) => number, most = 12): string {
  let text = '';
  for (let left = random(most) + 1; left > 0; left -= 1) {
    text +=
      random(4) === 0
        ? String.fromCharCode(random(65_536))
        : (PIECES[random(PIECES.length)] as string);
  }
  return text;
}
