import { describe, expect, it } from 'vitest';
import {
  documentWith,
  hostileText,
  makeIndex,
  queryFor,
  randomFrom,
  textDocument,
} from './engine.test-support';

const { reader } = makeIndex([
  textDocument('a', 'การโอนงบประมาณรายจ่าย', 'วิธีโอนงบประมาณ AND OR NOT "ก" 😀 ในระบบ e-LAAS'),
  textDocument('b', 'ท้องถิ่น', 'องค์กรปกครองส่วนท้องถิ่นต้องปิดบัญชีประจำปี'),
  documentWith({
    id: 'c',
    service: 'law',
    title: 'หนังสือ ว 5912',
    letterKeys: ['มท|0808.4|ว|5912|2561'],
    date: '2018-10-17',
  }),
  textDocument('odd', '\0\uD800', '\uDFFF่้ำ\u200B'),
]);

/** What any answer must be, so that no reader gets a broken one. */
function check(q: string): void {
  const answer = reader.search(queryFor(q));
  for (const { title, snippet } of answer.hits) {
    for (const { text, marks } of [title, snippet]) {
      let last = 0;
      for (const [from, to] of marks) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        last = to;
      }
    }
  }
  expect(answer.total).toBeGreaterThanOrEqual(answer.hits.length);
  expect(reader.suggest({ q, limit: 8 }).suggestions.length).toBeLessThanOrEqual(8);
  reader.similar({ q, in: [], limit: 5, today: '2026-11-22' });
  reader.explain(queryFor(q, { verbatim: true }));
}

describe('any query at all', () => {
  it.each([
    '',
    ' ',
    'ก',
    '"',
    '""',
    "'",
    '*',
    'AND',
    'a AND',
    'NEAR(a b, 2)',
    'text:ก',
    '-ก',
    '^ก',
    '(',
    '\0',
    'ก\0ข',
    '\uD800',
    '\uDC00\uD800',
    '😀',
    '\u200B\u200B',
    '่้๊๋',
    '!?…',
    'ว 99999999999999',
    'ว'.repeat(10_000),
    'ก่'.repeat(5_000),
    '่'.repeat(10_000),
    '"'.repeat(10_000),
    'กขค '.repeat(2_500),
    '\u0344'.repeat(10_000),
  ])('is answered: %j', (q) => {
    check(q);
  });

  it('is answered, of six hundred made at random', () => {
    const random = randomFrom(11);
    for (let round = 0; round < 600; round += 1) check(hostileText(random));
  });
});
