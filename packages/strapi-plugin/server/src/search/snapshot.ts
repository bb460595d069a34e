import type { Core } from '@strapi/types';
import { revisionsOf, type Revisions, type Snapshot } from '../platform/revisions';
import { searchOf, type Search } from './search';

/**
 * The revisions as the edge cache of this instance is to see them: `search` also moves with the
 * instance's own index, so that no kept answer is older than the index that would answer now. The
 * object stays the same while nothing moves.
 */
export function snapshotWithIndex(strapi: Core.Strapi): () => Snapshot {
  let from: Snapshot | undefined;
  let at = -1;
  let snapshot: Snapshot = {};
  // Strapi looks a service up by its name each time, and this is asked with every request.
  let services: { revisions: Revisions; search: Search } | undefined;
  return () => {
    services ??= { revisions: revisionsOf(strapi), search: searchOf(strapi) };
    const revisions = services.revisions.snapshot();
    const generation = services.search.generation();
    if (revisions !== from || generation !== at) {
      from = revisions;
      at = generation;
      snapshot = { ...revisions, search: (revisions.search ?? 0) + generation };
    }
    return snapshot;
  };
}
