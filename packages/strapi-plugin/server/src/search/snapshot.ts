import type { Core } from '@strapi/types';
import { revisionsOf, type Snapshot } from '../platform/revisions';
import { searchOf } from './search';

/**
 * The revisions as the edge cache of this instance is to see them: `search` also moves with the
 * instance's own index, so that no kept answer is older than the index that would answer now. The
 * object stays the same while nothing moves.
 */
export function snapshotWithIndex(strapi: Core.Strapi): () => Snapshot {
  let from: Snapshot | undefined;
  let at = -1;
  let snapshot: Snapshot = {};
  return () => {
    const revisions = revisionsOf(strapi).snapshot();
    const generation = searchOf(strapi).generation();
    if (revisions !== from || generation !== at) {
      from = revisions;
      at = generation;
      snapshot = { ...revisions, search: (revisions.search ?? 0) + generation };
    }
    return snapshot;
  };
}
