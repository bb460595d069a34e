import { expect, it } from 'vitest';
import { refOf, refsOf } from './document-refs';

const id = 'a'.repeat(24);

it('points at each document once', () => {
  const row = { id: 1, documentId: id, title: 'คู่มือ' };
  expect(refsOf([row, { ...row, id: 2 }])).toEqual([{ id, title: 'คู่มือ' }]);
  expect(refsOf(null)).toEqual([]);
});

it('points at nothing where there is no document or it has no title', () => {
  expect(refOf(null)).toBeNull();
  expect(refOf({ id: 1, documentId: id, title: null as unknown as string })).toBeNull();
});
