import { expect, it } from 'vitest';
import { TopicTree } from '../content/topic-tree';
import { inOrderOfTopics, type ManualKey } from './order';

const tree = new TopicTree(
  [1, 2, 3].map((id) => ({
    id,
    slug: `menu-${id}`,
    titleTh: '',
    titleEn: '',
    order: id,
    earlierNames: [],
    earlierSlugs: [],
    sample: false,
    parentId: null,
  }))
);

function key(document_id: string, topicIds: number[], effective_date: string | null = null) {
  return { id: 0, document_id, title: document_id, summary: '', effective_date, topicIds };
}

const orderOf = (keys: ManualKey[], asked: number[] | null = null) =>
  inOrderOfTopics(keys, tree, asked).map(({ document_id }) => document_id);

it('follows the menus, and a manual of several stands at the first', () => {
  expect(orderOf([key('c', [3]), key('none', []), key('a', [3, 1]), key('b', [2])])).toEqual([
    'a',
    'b',
    'c',
    'none',
  ]);
});

it('looks only at the menus that were asked for', () => {
  expect(orderOf([key('a', [3, 1]), key('b', [2])], [2, 3])).toEqual(['b', 'a']);
});

it('puts the newest first within a menu, and what has no date last', () => {
  expect(
    orderOf([key('undated', [1]), key('old', [1], '2020-01-01'), key('new', [1], '2026-01-01')])
  ).toEqual(['new', 'old', 'undated']);
});

it('sorts what is left as a Thai dictionary does', () => {
  expect(orderOf([key('แขก', [1]), key('คา', [1]), key('ขา', [1])])).toEqual(['ขา', 'แขก', 'คา']);
});
