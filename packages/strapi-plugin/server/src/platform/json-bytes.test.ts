import { describe, expect, it } from 'vitest';
import { jsonBytes } from './json-bytes';

const meta = { asOf: '2026-11-29T00:00:00.000Z', total: 2 };

describe('the bytes of an answer', () => {
  it.each([
    ['an object', { id: 1, title: 'งบประมาณ “ทั่วไป”' }],
    ['nothing', null],
    ['an empty list', []],
    [
      'a list',
      [
        { id: 1, gone: undefined },
        { id: 2, parts: [1, null] },
      ],
    ],
    ['a list of what is no object', ['ก', 1, null, undefined, true]],
    ['a long list', Array.from({ length: 101 }, (_, id) => ({ id }))],
  ])('are those JSON.stringify makes of %s', (_what, data) => {
    const answer = { data, meta };
    for (let time = 0; time < 2; time += 1) {
      expect(jsonBytes(answer).toString()).toBe(JSON.stringify(answer));
    }
  });

  it('are not made again of an item that stood in another list', () => {
    let times = 0;
    const item = { toJSON: () => ({ id: 1, times: (times += 1) }) };
    expect(String(jsonBytes({ data: [item], meta }))).toContain('"times":1');
    expect(String(jsonBytes({ data: [{ id: 0 }, item], meta }))).toContain('"times":1');
    expect(times).toBe(1);
  });
});
