import type { Core } from '@strapi/types';
import type { Knex } from 'knex';

/** What became of the documents of search, in the order it happened. */
export const searchQueue = 'km_search_queue';

/** A document that may have changed; without an id, all of its service. */
export interface SearchChange {
  /** A service of search, or `topic`, `vocabulary`, or `*` for an index made anew. */
  service: string;
  id?: string | null;
}

/** Above this many, one entry for the whole service is cheaper for everyone. */
const mostSingly = 200;

const queued = new WeakMap<Knex.Transaction, Set<string>>();
const listeners = new WeakMap<Core.Strapi, () => void>();

/**
 * Tells every instance's index of changes, inside the caller's transaction if there is one: they are
 * looked at when, and only if, it commits. Only names are told; each instance reads for itself.
 */
export async function queueForSearch(
  strapi: Core.Strapi,
  changes: readonly SearchChange[]
): Promise<void> {
  if (changes.length === 0) return;
  await strapi.db.transaction(async ({ trx, onCommit }) => {
    const known = queued.get(trx);
    const done = known ?? new Set<string>();
    if (!known) {
      queued.set(trx, done);
      onCommit(() => listeners.get(strapi)?.());
    }
    const at = new Date().toISOString();
    const rows = folded(changes).flatMap(({ service, id = null }) => {
      const name = `${service} ${id ?? ''}`;
      if (done.has(name) || done.has(`${service} `)) return [];
      done.add(name);
      return [{ service, document_id: id, at }];
    });
    for (let from = 0; from < rows.length; from += 100) {
      await strapi.db
        .getConnection(searchQueue)
        .transacting(trx)
        .insert(rows.slice(from, from + 100));
    }
  });
}

/** Calls back as soon as this process has committed a change. */
export function onQueued(strapi: Core.Strapi, listener: (() => void) | null): void {
  if (listener) listeners.set(strapi, listener);
  else listeners.delete(strapi);
}

function folded(changes: readonly SearchChange[]): SearchChange[] {
  const counts = new Map<string, number>();
  for (const { service, id } of changes) {
    counts.set(service, (counts.get(service) ?? 0) + (id ? 1 : mostSingly + 1));
  }
  const whole = [...counts].filter(([, count]) => count > mostSingly).map(([service]) => service);
  return [
    ...whole.map((service) => ({ service })),
    ...changes.filter(({ service }) => !whole.includes(service)),
  ];
}
