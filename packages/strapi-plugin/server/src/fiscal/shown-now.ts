import type { Core } from '@strapi/types';
import { revisionsOf } from '../platform/revisions';
import { shownMonths, type ShownMonth } from './ledger';

interface Kept {
  revision: number;
  months: Promise<readonly ShownMonth[]>;
}

const kept = new WeakMap<Core.Strapi, Kept>();

/** The months readers see, read again only after figures have changed. */
export async function shownNow(strapi: Core.Strapi): Promise<readonly ShownMonth[]> {
  // Taken before the read: what is shown meanwhile has a later one, and is read again.
  const revision = revisionsOf(strapi).snapshot().fiscal ?? 0;
  const known = kept.get(strapi);
  if (known?.revision === revision) return known.months;
  const months = shownMonths(strapi.db.connection);
  kept.set(strapi, { revision, months });
  try {
    return await months;
  } catch (error) {
    // A failed read is tried again by whoever asks next.
    if (kept.get(strapi)?.months === months) kept.delete(strapi);
    throw error;
  }
}
