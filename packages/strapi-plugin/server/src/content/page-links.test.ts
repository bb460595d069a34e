import { expect, it } from 'vitest';
import { pageLinks } from './page-links';

it('leaves out what has no title', () => {
  expect(
    pageLinks([
      { id: 'a', title: null },
      { id: 'b', title: 'ข', summary: null },
    ])
  ).toEqual([{ id: 'b', title: 'ข', summary: '' }]);
});
