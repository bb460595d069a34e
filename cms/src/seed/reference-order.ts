/**
 * Orders items so that each comes after those it refers to. Relations of a published entry can only
 * point at entries that are there already.
 */
export function inReferenceOrder<Item extends { key: string }>(
  items: readonly Item[],
  referencesOf: (item: Item) => readonly (string | undefined)[]
): Item[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const ordered = new Set<Item>();
  const path: string[] = [];

  const visit = (item: Item): void => {
    if (ordered.has(item)) return;
    if (path.includes(item.key)) {
      throw new Error(
        `Sample items refer to each other in a circle: ${[...path, item.key].join(' → ')}`
      );
    }
    path.push(item.key);
    for (const key of referencesOf(item)) {
      if (key === undefined) continue;
      const target = byKey.get(key);
      if (!target)
        throw new Error(`Sample item "${item.key}" refers to "${key}", which does not exist.`);
      visit(target);
    }
    path.pop();
    ordered.add(item);
  };
  items.forEach(visit);
  return [...ordered];
}
