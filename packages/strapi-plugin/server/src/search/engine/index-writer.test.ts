import { describe, expect, it } from 'vitest';
import {
  documentWith,
  hostileText,
  makeIndex,
  randomFrom,
  textDocument,
} from './engine.test-support';
import type { Connection } from './schema';

const TABLES = [
  'documents',
  'passages',
  'files',
  'letters',
  'word_counts',
  'gram_counts',
  'words_terms',
  'grams_terms',
];

function rowsOf(db: Connection): Record<string, number> {
  return Object.fromEntries(
    TABLES.map((table) => [table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()])
  ) as Record<string, number>;
}

describe('IndexWriter', () => {
  it('leaves no trace of a document that was taken out', () => {
    const { db, writer } = makeIndex([textDocument('stays', 'อยู่', 'ข้อความที่อยู่ต่อ')]);
    const before = rowsOf(db);
    writer.begin();
    writer.put(
      documentWith({
        id: 'goes',
        title: 'ความลับที่ต้องลบ',
        otherNames: ['ชื่อเดิม'],
        errorMessages: ['ไม่สามารถลบได้'],
        letterKeys: ['มท|0808.4|ว|5912|2561'],
        passages: [{ heading: 'หัวข้อ', anchor: 'a', text: 'นายสมมุติ เบอร์ 0812345678' }],
        files: [{ name: 'ก.pdf', kind: 'PDF', url: '/ก.pdf', hash: 'h' }],
        pages: [
          {
            file: { name: 'ก.pdf', kind: 'PDF', url: '/ก.pdf', hash: 'h' },
            page: 1,
            text: 'ข้อความในไฟล์',
          },
        ],
      })
    );
    writer.commit(2);
    expect(rowsOf(db)).not.toEqual(before);
    writer.begin();
    expect(writer.remove({ service: 'manual', id: 'goes' })).toBe(true);
    writer.commit(3);
    expect(rowsOf(db)).toEqual(before);
    const left = db
      .prepare(`SELECT count(*) FROM words_data WHERE instr(block, CAST('0812345678' AS BLOB)) > 0`)
      .pluck()
      .get();
    expect(left).toBe(0);
  });

  it('counts terms as the full-text tables have them, whatever is put in and taken out', () => {
    const { db, writer } = makeIndex();
    const random = randomFrom(5);
    for (let round = 0; round < 60; round += 1) {
      writer.begin();
      const id = `d${random(12)}`;
      if (random(3) === 0) writer.remove({ service: 'manual', id });
      else writer.put(textDocument(id, hostileText(random), hostileText(random, 60)));
      writer.commit(round);
    }
    for (const table of ['word', 'gram']) {
      expect(db.prepare(`SELECT term, count FROM ${table}_counts ORDER BY term`).all()).toEqual(
        db.prepare(`SELECT term, doc AS count FROM ${table}s_terms ORDER BY term`).all()
      );
    }
    for (let id = 0; id < 12; id += 1) {
      writer.begin();
      writer.remove({ service: 'manual', id: `d${id}` });
      writer.commit(100 + id);
    }
    expect(Object.values(rowsOf(db))).toEqual(TABLES.map(() => 0));
    expect(writer.counts).toEqual({ documents: 0, passages: 0, units: 0, applied: 111 });
  });

  it('replaces a document that is put again', () => {
    const { writer, reader } = makeIndex([textDocument('a', 'เดิม', 'ฎีกา')]);
    writer.begin();
    writer.put(textDocument('a', 'ใหม่', 'เช็ค'));
    writer.commit(2);
    expect(writer.counts).toMatchObject({ documents: 1, passages: 1 });
    const query = { page: 1, pageSize: 10, today: '2026-11-22' };
    expect(reader.search({ q: 'ฎีกา', ...query }).total).toBe(0);
    expect(reader.search({ q: 'เช็ค', ...query }).total).toBe(1);
  });

  it('forgets what was not committed', () => {
    const { db, writer } = makeIndex();
    writer.begin();
    writer.put(textDocument('a', 'หนึ่ง', 'ข้อความ'));
    writer.rollback();
    expect(writer.counts.documents).toBe(0);
    expect(rowsOf(db).passages).toBe(0);
  });
});
