import type { Core } from '@strapi/types';
import { revisionsOf } from '../platform/revisions';
import type { ServiceName } from '../platform/service-room';

interface Kept {
  revision: number | undefined;
  keys: readonly { id: number }[];
}

const kept = new WeakMap<Core.Strapi, Map<ServiceName, Kept>>();

/**
 * What the order of a service's published rows depends on, kept for as long as the service does
 * not change. No database orders like that, so a page would otherwise need the keys of every row.
 */
export async function keptKeys<Key extends { id: number }>(
  strapi: Core.Strapi,
  service: ServiceName,
  load: () => Promise<Key[]>
): Promise<readonly Key[]> {
  const ofStrapi = kept.get(strapi) ?? new Map<ServiceName, Kept>();
  kept.set(strapi, ofStrapi);
  const revision = revisionsOf(strapi).snapshot()[service];
  const known = ofStrapi.get(service);
  if (known && known.revision === revision) return known.keys as readonly Key[];
  const keys = await load();
  // What a transaction sees may never come to be.
  if (!strapi.db.inTransaction()) ofStrapi.set(service, { revision, keys });
  return keys;
}
