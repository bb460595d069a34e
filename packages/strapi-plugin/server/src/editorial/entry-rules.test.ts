import { describe, expect, it } from 'vitest';
import { entryRules, type ContentName } from './entry-rules';
import type { Values } from './fields';

const sentences = (name: ContentName, entry: Values) =>
  entryRules[name](entry).map(({ message }) => message);
const paths = (name: ContentName, entry: Values) =>
  entryRules[name](entry).map(({ path }) => path.join('.'));

describe('entryRules.topic', () => {
  it('accepts words joined by single hyphens and nothing else', () => {
    expect(paths('topic', { slug: 'budget-transfer-2' })).toEqual([]);
    for (const slug of ['Budget', 'a--b', '-a', 'โอน', 'a_b', '']) {
      expect(paths('topic', { slug })).toEqual(['slug']);
    }
  });
});

describe('entryRules.manual', () => {
  it('asks for words or a file', () => {
    expect(paths('manual', { body: null, files: [] })).toEqual(['body']);
    expect(paths('manual', { body: null, files: [{ id: 1 }] })).toEqual([]);
    const body = [{ type: 'paragraph', children: [{ type: 'text', text: 'ขั้นที่ 1' }] }];
    expect(paths('manual', { body, files: [] })).toEqual([]);
  });
});

describe('entryRules.news', () => {
  const showFrom = '2026-11-22T02:00:00.000Z';

  it('lets news run without an end', () => {
    expect(paths('news', { showFrom, showUntil: null })).toEqual([]);
  });

  it('refuses an end at or before the start', () => {
    expect(paths('news', { showFrom, showUntil: showFrom })).toEqual(['showUntil']);
    const earlier = new Date('2026-11-21T02:00:00Z');
    expect(paths('news', { showFrom, showUntil: earlier })).toEqual(['showUntil']);
    expect(paths('news', { showFrom, showUntil: '2026-11-23T02:00:00Z' })).toEqual([]);
  });
});

describe('entryRules.update', () => {
  it('refuses the date the old system printed for an empty one', () => {
    expect(sentences('update', { date: '1999-11-30' })[0]).toContain('30 พฤศจิกายน 2542');
    expect(paths('update', { date: '2026-11-20' })).toEqual([]);
  });
});

describe('entryRules.form', () => {
  it('asks for one file at least', () => {
    expect(paths('form', {})).toEqual(['pdfFile']);
    expect(paths('form', { editableFile: { ext: '.docx' } })).toEqual([]);
  });

  it('keeps the two files in their own places', () => {
    expect(paths('form', { pdfFile: { ext: '.docx' } })).toEqual(['pdfFile']);
    expect(paths('form', { editableFile: { ext: '.PDF' } })).toEqual(['editableFile']);
  });
});

describe('entryRules.law', () => {
  const letter = {
    documentId: 'a',
    kind: 'letter',
    citation: 'มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561',
    number: 5912,
    date: '2018-10-17',
    legalStatus: 'inForce',
  };

  it('asks a letter for its number and day, and an act for neither', () => {
    expect(paths('law', { ...letter, citation: '', number: null, date: null })).toEqual([
      'citation',
      'date',
    ]);
    expect(paths('law', { ...letter, kind: 'act', citation: '', date: null })).toEqual([]);
  });

  it('refuses a letter number it cannot read', () => {
    const entry = { ...letter, citation: 'หนังสือเวียนลับ', number: null };
    expect(sentences('law', entry)[0]).toContain('อ่านเลขที่หนังสือไม่ออก');
  });

  it('refuses a day that contradicts the citation', () => {
    expect(sentences('law', { ...letter, date: '2018-10-18' })[0]).toContain('17 ตุลาคม 2561');
  });

  it('refuses a law that changes itself', () => {
    for (const field of ['repeals', 'amends', 'clarifies']) {
      expect(paths('law', { ...letter, [field]: [{ documentId: 'a' }] })).toEqual([field]);
    }
  });

  it('refuses to repeal and to amend the same law', () => {
    const old = [{ documentId: 'b', title: 'ระเบียบเดิม' }];
    expect(sentences('law', { ...letter, repeals: old, amends: old })[0]).toContain('“ระเบียบเดิม”');
    expect(paths('law', { ...letter, repeals: old, amends: [{ documentId: 'c' }] })).toEqual([]);
  });

  it('refuses a status that contradicts the day of effect', () => {
    const waiting = { ...letter, legalStatus: 'notYetInForce' };
    expect(paths('law', { ...waiting, effectiveDate: '2019-01-01' })).toEqual(['legalStatus']);
    expect(paths('law', { ...waiting, effectiveDate: '2199-01-01' })).toEqual([]);
    expect(paths('law', { ...letter, effectiveDate: '2199-01-01' })).toEqual(['legalStatus']);
    expect(paths('law', { ...letter, effectiveDate: '2019-01-01' })).toEqual([]);
  });
});
