import { describe, expect, it } from 'vitest';
import { TopicTree, type TopicRow } from './topic-tree';

function row(id: number, slug: string, more: Partial<TopicRow> = {}): TopicRow {
  return {
    id,
    slug,
    titleTh: `เมนู ${slug}`,
    titleEn: slug,
    order: 0,
    earlierNames: [],
    earlierSlugs: [],
    sample: false,
    parentId: null,
    ...more,
  };
}

const rows = [
  row(4, 'transfer', { parentId: 2, order: 2 }),
  row(1, 'revenue', { order: 2 }),
  row(2, 'budget', { order: 1, earlierSlugs: ['old-budget', 'revenue'] }),
  row(3, 'estimate', { parentId: 2, order: 1 }),
  row(5, 'transfer-up', { parentId: 4 }),
];

describe('TopicTree', () => {
  it('hangs menus below one another in their order', () => {
    const slugs = (topics: ReturnType<TopicTree['toTopics']>): unknown[] =>
      topics.map(({ slug, children }) => [slug, ...slugs(children)]);
    expect(slugs(new TopicTree(rows).toTopics())).toEqual([
      ['budget', ['estimate'], ['transfer', ['transfer-up']]],
      ['revenue'],
    ]);
  });

  it('names a menu and everything below it', () => {
    const tree = new TopicTree(rows);
    expect(tree.subtreeIds('budget')).toEqual([2, 3, 4, 5]);
    expect(tree.subtreeIds('transfer-up')).toEqual([5]);
    expect(tree.subtreeIds('nothing')).toBeNull();
  });

  it('still knows a menu by the slug it had before', () => {
    expect(new TopicTree(rows).subtreeIds('old-budget')).toEqual([2, 3, 4, 5]);
  });

  it('prefers the menu that has a slug to one that had it', () => {
    expect(new TopicTree(rows).subtreeIds('revenue')).toEqual([1]);
  });

  it('tells the way from the top', () => {
    const tree = new TopicTree(rows);
    expect(tree.pathTo(5)).toEqual(['เมนู budget', 'เมนู transfer', 'เมนู transfer-up']);
    expect(tree.pathTo(99)).toEqual([]);
  });

  it('refers to menus that exist and leaves out the others', () => {
    const refs = new TopicTree(rows).refsTo([{ id: 99 }, { id: 1 }]);
    expect(refs).toEqual([{ slug: 'revenue', titleTh: 'เมนู revenue', titleEn: 'revenue' }]);
    expect(new TopicTree(rows).refsTo(null)).toEqual([]);
  });

  it('counts positions from top to bottom', () => {
    const tree = new TopicTree(rows);
    expect([2, 3, 4, 5, 1].map((id) => tree.positionOf(id))).toEqual([0, 1, 2, 3, 4]);
    expect(tree.positionOf(99)).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('brings a menu without its parent, and one in a circle, to the top', () => {
    const tree = new TopicTree([
      row(1, 'orphan', { parentId: 77 }),
      row(2, 'left', { parentId: 3 }),
      row(3, 'right', { parentId: 2 }),
      row(4, 'own', { parentId: 4 }),
    ]);
    expect(
      tree
        .toTopics()
        .map(({ slug }) => slug)
        .sort()
    ).toEqual(['orphan', 'own', 'right']);
    expect(tree.subtreeIds('right')).toEqual([3, 2]);
    expect(tree.pathTo(2)).toEqual(['เมนู right', 'เมนู left']);
  });
});
