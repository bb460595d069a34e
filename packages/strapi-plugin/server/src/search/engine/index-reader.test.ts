import { describe, expect, it } from 'vitest';
import { documentWith, makeIndex, queryFor, textDocument } from './engine.test-support';
import type { EngineQuery } from './types';

const { reader } = makeIndex([
  textDocument(
    'transfer',
    'การโอนงบประมาณรายจ่าย',
    'เมื่อโอนงบประมาณไม่ได้ ให้ตรวจสอบว่างบประมาณคงเหลือพอ แล้วจึงบันทึกการโอนลดและโอนเพิ่ม'
  ),
  documentWith({
    id: 'closing',
    title: 'การปิดบัญชีประจำปี',
    passages: [
      { heading: null, anchor: null, text: 'ปิดบัญชีประจำปีในระบบ e-LAAS ขององค์กรปกครองส่วนท้องถิ่น' },
      { heading: 'ค่าเสื่อมราคา', anchor: 'depreciation', text: 'คำนวณค่าเสื่อมราคาก่อนปิดบัญชี' },
    ],
    topics: ['closing'],
    audience: 'local',
  }),
  documentWith({
    id: 'voucher',
    service: 'faq',
    title: 'จัดทำฎีกาไม่ได้',
    url: '/faqs/voucher',
    errorMessages: ['งบประมาณคงเหลือไม่เพียงพอ ไม่สามารถจัดทำฎีกาได้'],
    passages: [{ heading: null, anchor: null, text: 'ให้โอนงบประมาณมาเพิ่มก่อน' }],
  }),
  documentWith({
    id: 'old',
    service: 'law',
    title: 'ระเบียบเงินอุดหนุน',
    letterKeys: ['มท|0808.2|ว|3616|2559'],
    lawStatus: 'repealed',
    date: '2016-06-24',
    passages: [{ heading: null, anchor: null, text: 'ระเบียบว่าด้วยเงินอุดหนุนของท้องถิ่น' }],
  }),
  documentWith({
    id: 'new',
    service: 'law',
    title: 'ระเบียบเงินอุดหนุน',
    letterKeys: ['มท|0808.2|ว|3616|2563', 'มท|0808.2|ว|74|2563'],
    lawStatus: 'inForce',
    date: '2020-06-24',
    passages: [{ heading: null, anchor: null, text: 'ระเบียบว่าด้วยเงินอุดหนุนของท้องถิ่น' }],
  }),
  documentWith({
    id: 'form',
    service: 'form',
    title: 'แบบฟอร์มขอรหัสผู้ใช้',
    otherNames: ['ใบขอรหัสผ่าน'],
    files: [{ name: 'คู่มือ.pdf', kind: 'PDF', url: '/uploads/m.pdf', hash: 'h1' }],
    pages: [
      {
        file: { name: 'คู่มือ.pdf', kind: 'PDF', url: '/uploads/m.pdf', hash: 'h1' },
        page: 12,
        text: 'หน้าที่กล่าวถึงใบผ่านรายการทั่วไป',
      },
    ],
  }),
]);

const search = (q: string, given: Partial<EngineQuery> = {}) => reader.search(queryFor(q, given));
const idsOf = (q: string, given: Partial<EngineQuery> = {}) =>
  search(q, given).hits.map(({ id }) => id);

describe('search', () => {
  it('finds a question by its words', () => {
    expect(idsOf('โอนงบไม่ได้')[0]).toBe('transfer');
  });

  it.each(['ปิดบันชีประจำปี', 'ปิดบญชีประจำป', 'ปิดบัญชีีประจำปี', 'ปิดบญัชีประจำปี'])(
    'finds it though letters are wrong: %s',
    (q) => {
      expect(idsOf(q)[0]).toBe('closing');
    }
  );

  it('finds ท้องถิ่น by ท้องถิน', () => {
    expect(idsOf('ท้องถิน').sort()).toEqual(['closing', 'new', 'old']);
  });

  it.each(['ว3616', 'ว ๓๖๑๖', 'มท0808.2/ว3616', '3616', 'หนังสือ ว.3616'])(
    'puts the letter first that is asked for as %s, the one in force before the repealed one',
    (q) => {
      const { hits, understood } = search(q);
      expect(hits.slice(0, 2).map(({ id, match }) => [id, match])).toEqual([
        ['new', 'letterNumber'],
        ['old', 'letterNumber'],
      ]);
      expect(understood).toMatchObject({ number: 3616 });
    }
  );

  it('tells letters of one number apart by their year', () => {
    expect(idsOf('ว 3616/2559')[0]).toBe('old');
  });

  it('puts first what answers a message pasted with what stood around it', () => {
    const { hits } = search('แจ้งเตือนจากระบบ\n"งบประมาณคงเหลือไม่เพียงพอ ไม่สามารถจัดทำฎีกาได้" ตกลง');
    expect(hits[0]).toMatchObject({ id: 'voucher', match: 'errorMessage' });
  });

  it('opens a section at its anchor and a PDF at its page', () => {
    expect(search('ค่าเสื่อมราคา').hits[0]).toMatchObject({
      section: 'ค่าเสื่อมราคา',
      url: '/manuals/closing#depreciation',
      file: null,
    });
    expect(search('ใบผ่านรายการทั่วไป').hits[0]).toMatchObject({
      section: 'คู่มือ.pdf',
      url: '/uploads/m.pdf#page=12',
      file: { name: 'คู่มือ.pdf', page: 12 },
    });
  });

  it('finds a document by its other names', () => {
    expect(idsOf('ใบขอรหัสผ่าน')[0]).toBe('form');
  });

  it('finds the full form by an abbreviation and says so', () => {
    const { hits, correction } = search('อปท.');
    expect(hits[0]?.id).toBe('closing');
    expect(correction).toEqual({
      kind: 'abbreviation',
      typed: 'อปท',
      used: 'องค์กรปกครองส่วนท้องถิ่น',
    });
  });

  it.each([
    ['8jkglnjv,ik8k', 'ค่าเสื่อมราคา', 'closing'],
    [';3616', 'ว3616', 'new'],
    ['ำขสฟฟห', 'e-laas', 'closing'],
  ])('understands %s, typed with the wrong keyboard', (q, used, id) => {
    const { hits, correction } = search(q);
    expect(hits[0]?.id).toBe(id);
    expect(correction).toEqual({ kind: 'keyboard', typed: q, used });
  });

  it('looks for what was typed and nothing else where that is wished', () => {
    expect(search('8jkglnjv,ik8k', { verbatim: true })).toMatchObject({
      hits: [],
      correction: null,
    });
  });

  it('marks the words in titles and snippets', () => {
    const [hit] = search('โอนงบประมาณ').hits;
    const marked = (part: { text: string; marks: [number, number][] }) =>
      part.marks.map(([from, to]) => part.text.slice(from, to));
    expect(marked(hit?.title as never)).toContain('โอนงบประมาณ');
    expect(marked(hit?.snippet as never).join()).toContain('โอนงบประมาณ');
  });

  it('counts each group of facets without its own filter', () => {
    const { total, facets } = search('ระเบียบเงินอุดหนุน', { year: 2563 });
    expect(total).toBe(1);
    expect(facets.year).toEqual([
      { value: 2563, count: 1 },
      { value: 2559, count: 1 },
    ]);
    expect(facets.service).toEqual([{ value: 'law', count: 1 }]);
  });

  it('keeps what is for everyone where a group is asked for', () => {
    expect(idsOf('ท้องถิ่น', { audience: 'province' })).not.toContain('closing');
    expect(idsOf('ท้องถิ่น', { audience: 'local' })).toContain('closing');
    expect(idsOf('ท้องถิ่น', { topics: ['closing'] })).toEqual(['closing']);
    expect(idsOf('โอนงบประมาณ', { in: 'faq' })).toEqual(['voucher']);
  });

  it('gives page after page, and nothing after the last', () => {
    const all = idsOf('ท้องถิ่น');
    expect(idsOf('ท้องถิ่น', { page: 2, pageSize: 1 })).toEqual(all.slice(1, 2));
    expect(search('ท้องถิ่น', { page: 50 })).toMatchObject({ hits: [], total: all.length });
  });

  it('says why a hit stands where it stands', () => {
    const { reasons, steps } = reader.explain(queryFor('ระเบียบเงินอุดหนุน'));
    expect(steps.join()).toContain('อุดหนุน');
    expect(reasons[0]?.parts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['trigrams', 'nearness', 'words'])
    );
  });
});

describe('suggest', () => {
  reader.setTopics([{ slug: 'budget', titles: ['ระบบงบประมาณ', 'Budget system'] }]);
  reader.setPopular(['โอนงบประมาณข้ามหมวด'], [{ service: 'manual', id: 'transfer', score: 9 }]);
  const suggest = (q: string) =>
    reader.suggest({ q, limit: 8 }).suggestions.map(({ kind, text }) => [kind, text]);

  it('completes titles, topics and queries', () => {
    expect(suggest('โอนงบ')).toEqual(
      expect.arrayContaining([
        ['title', 'การโอนงบประมาณรายจ่าย'],
        ['query', 'โอนงบประมาณข้ามหมวด'],
      ])
    );
    expect(suggest('ระบบงบ')).toEqual([['topic', 'ระบบงบประมาณ']]);
  });

  it.each(['ก', 'กา', 'การปิดบั', 'การปิดบญชี'])('completes a title from %s', (q) => {
    expect(suggest(q).map(([, text]) => text)).toContain('การปิดบัญชีประจำปี');
  });

  it('completes the number of a letter', () => {
    expect(suggest('ว 36')[0]).toEqual(['letterNumber', 'มท 0808.2/ว 3616/2563 ระเบียบเงินอุดหนุน']);
  });

  it('completes what was typed with the wrong keyboard', () => {
    const { suggestions, correction } = reader.suggest({ q: '9kiImfl', limit: 8 });
    expect(suggestions).toEqual([]);
    expect(correction).toBeNull();
    expect(reader.suggest({ q: 'dkixbf[y', limit: 8 })).toMatchObject({
      suggestions: [{ text: 'การปิดบัญชีประจำปี' }],
      correction: { kind: 'keyboard', used: 'การปิดบั' },
    });
  });
});

describe('similar', () => {
  it('finds questions that were asked before', () => {
    const hits = reader.similar({
      q: 'ทำฎีกาไม่ได้เพราะงบไม่พอ ต้องทำอย่างไร',
      in: ['faq', 'thread'],
      limit: 3,
      today: '2026-11-22',
    });
    expect(hits.map(({ id }) => id)).toEqual(['voucher']);
  });
});
