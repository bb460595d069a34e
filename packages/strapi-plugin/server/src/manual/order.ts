import { compareThai } from '@km-laas/thai';
import type { TopicTree } from '../content/topic-tree';

/** What the place of a manual in its list depends on. */
export interface ManualKey {
  id: number;
  document_id: string;
  title: string | null;
  summary: string | null;
  sample?: boolean | null;
  effective_date: string | null;
  topicIds: readonly number[];
}

/**
 * Puts manuals in the order of the menus they are about, the newest first within a menu.
 *
 * A manual of several menus stands at the first of them; where only some menus were asked for, at
 * the first of those.
 */
export function inOrderOfTopics(
  keys: readonly ManualKey[],
  tree: TopicTree,
  asked: readonly number[] | null
): ManualKey[] {
  const wanted = asked && new Set(asked);
  const placed = keys.map((key) => {
    const ids = wanted ? key.topicIds.filter((id) => wanted.has(id)) : key.topicIds;
    return {
      key,
      place: Math.min(...ids.map((id) => tree.positionOf(id)), Number.MAX_SAFE_INTEGER),
    };
  });
  return placed
    .sort((a, b) => a.place - b.place || compareWithinTopic(a.key, b.key))
    .map(({ key }) => key);
}

function compareWithinTopic(a: ManualKey, b: ManualKey): number {
  return (
    (b.effective_date ?? '').localeCompare(a.effective_date ?? '') ||
    compareThai(a.title ?? '', b.title ?? '') ||
    (a.document_id < b.document_id ? -1 : 1)
  );
}
