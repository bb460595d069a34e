import { expect, it } from 'vitest';
import { pageLinks } from './page-links';

it('leaves out what has no title', () => {
  expect(
    pageLinks([
      { id: 'a', title: null },
      { id: 'b', title: 'ข', summary: null, sample: 0 },
    ])
  ).toEqual([{ id: 'b', title: 'ข', summary: '', sample: false }]);
});
