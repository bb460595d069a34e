import type { Topic, TopicRef } from '@km-laas/contract';

/** A menu of e-LAAS as it is kept, with the one above it. */
export interface TopicRow {
  id: number;
  slug: string;
  titleTh: string;
  titleEn: string;
  order: number | null;
  earlierNames: string[];
  earlierSlugs: string[];
  sample: boolean;
  parentId: number | null;
}

interface TopicNode {
  row: TopicRow;
  parent: TopicNode | null;
  children: TopicNode[];
}

/**
 * The tree of menus.
 *
 * Menus stand by their order, then by their slug. One whose menu above is missing, or that stands
 * in a circle, comes to the top: nothing an editor does hides a menu.
 */
export class TopicTree {
  readonly #roots: TopicNode[] = [];
  readonly #bySlug = new Map<string, TopicNode>();
  readonly #byId = new Map<number, TopicNode>();
  readonly #positions = new Map<number, number>();

  constructor(rows: readonly TopicRow[]) {
    const nodes = [...rows]
      .sort(compareRows)
      .map((row): TopicNode => ({ row, parent: null, children: [] }));
    for (const node of nodes) this.#byId.set(node.row.id, node);
    for (const node of nodes) this.#attach(node);
    for (const node of this.#inOrder(this.#roots))
      this.#positions.set(node.row.id, this.#positions.size);
    // A menu's own slug is stronger than one that another menu had before.
    for (const node of nodes) {
      for (const slug of node.row.earlierSlugs) this.#bySlug.set(slug, node);
    }
    for (const node of nodes) this.#bySlug.set(node.row.slug, node);
  }

  /** The whole tree, as the contract has it. */
  toTopics(): Topic[] {
    return this.#roots.map(toTopic);
  }

  /** Ids of a menu and of all below it; null for a slug that no menu has or had. */
  subtreeIds(slug: string): number[] | null {
    const node = this.#bySlug.get(slug);
    return node ? [...this.#inOrder([node])].map(({ row }) => row.id) : null;
  }

  /** Thai titles from the top down to a menu; empty for an unknown id. */
  pathTo(id: number): string[] {
    const path: string[] = [];
    let node = this.#byId.get(id) ?? null;
    for (; node; node = node.parent) path.unshift(node.row.titleTh);
    return path;
  }

  /** A menu as other items refer to it; null for an unknown id. */
  refTo(id: number): TopicRef | null {
    const row = this.#byId.get(id)?.row;
    return row ? { slug: row.slug, titleTh: row.titleTh, titleEn: row.titleEn } : null;
  }

  /** The menus of an item, in the editor's order. */
  refsTo(topics: readonly { id: number }[] | null | undefined): TopicRef[] {
    return (topics ?? []).flatMap(({ id }) => this.refTo(id) ?? []);
  }

  /** Slugs of menus and of all above them, each once; unknown slugs are left out. */
  withAncestors(slugs: readonly string[]): string[] {
    const all = new Set<string>();
    for (const slug of slugs) {
      let node = this.#bySlug.get(slug) ?? null;
      for (; node && !all.has(node.row.slug); node = node.parent) all.add(node.row.slug);
    }
    return [...all];
  }

  /** Of these menus, those that none of the others stands below, as other items refer to them. */
  deepest(slugs: readonly string[]): TopicRef[] {
    const nodes = slugs.flatMap((slug) => this.#bySlug.get(slug) ?? []);
    const above = new Set<TopicNode>();
    for (const node of nodes) {
      for (let up = node.parent; up && !above.has(up); up = up.parent) above.add(up);
    }
    return nodes.flatMap((node) => (above.has(node) ? [] : (this.refTo(node.row.id) ?? [])));
  }

  /** A menu as other items refer to it, by its slug; null where no menu has or had it. */
  refOfSlug(slug: string): TopicRef | null {
    const node = this.#bySlug.get(slug);
    return node ? this.refTo(node.row.id) : null;
  }

  /** Every menu with the names it has and had. */
  names(): { slug: string; titles: string[] }[] {
    return [...this.#byId.values()].map(({ row }) => ({
      slug: row.slug,
      titles: [row.titleTh, row.titleEn, ...row.earlierNames],
    }));
  }

  /** Place of a menu when the tree is read from top to bottom; unknown ids come last. */
  positionOf(id: number): number {
    return this.#positions.get(id) ?? Number.MAX_SAFE_INTEGER;
  }

  #attach(node: TopicNode): void {
    const parent = node.row.parentId === null ? null : (this.#byId.get(node.row.parentId) ?? null);
    for (let above = parent; above; above = above.parent) {
      if (above === node) {
        this.#roots.push(node);
        return;
      }
    }
    node.parent = parent;
    (parent ? parent.children : this.#roots).push(node);
  }

  *#inOrder(nodes: readonly TopicNode[]): Generator<TopicNode> {
    for (const node of nodes) {
      yield node;
      yield* this.#inOrder(node.children);
    }
  }
}

function compareRows(a: TopicRow, b: TopicRow): number {
  return (a.order ?? 0) - (b.order ?? 0) || (a.slug < b.slug ? -1 : 1);
}

function toTopic({ row, children }: TopicNode): Topic {
  const { slug, titleTh, titleEn, earlierNames, earlierSlugs, sample } = row;
  const below = children.map(toTopic);
  return { slug, titleTh, titleEn, earlierNames, earlierSlugs, sample, children: below };
}
