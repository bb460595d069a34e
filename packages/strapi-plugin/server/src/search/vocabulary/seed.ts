import type { Core } from '@strapi/types';
import { synonyms } from './synonyms';
import { terms } from './terms';

/** Raised by a release that brings new words; an installation gets those it does not have. */
const release = 1;
/** Any number will do as long as nothing else in the database locks by it. */
const lockKey = 5_912_2570;

export const termType = 'plugin::km.glossary-term';
export const synonymType = 'plugin::km.synonym-set';

/**
 * Gives a new installation the words we know, as entries like the editors' own: they change and
 * delete them as they like, and what is deleted stays deleted.
 */
export async function seedVocabulary(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'km', key: 'vocabulary' });
  const isSeeded = async () =>
    ((await store.get({})) as { release: number } | null)?.release === release;
  if (await isSeeded()) return;
  await strapi.db.transaction(async ({ trx }) => {
    if (strapi.db.dialect.client === 'postgres') {
      await trx.raw('select pg_advisory_xact_lock(?)', [lockKey]);
      if (await isSeeded()) return;
    }
    const known = new Set(
      ((await strapi.db.query(termType).findMany({ select: ['term'] })) as { term: string }[]).map(
        ({ term }) => term
      )
    );
    const now = new Date();
    const dates = { createdAt: now, updatedAt: now, publishedAt: now };
    const newTerms = [...new Set(terms)].filter((term) => !known.has(term));
    if (newTerms.length > 0) {
      await strapi.db
        .query(termType)
        .createMany({ data: newTerms.map((term) => ({ term, ...dates })) });
    }
    if ((await strapi.db.query(synonymType).count({})) === 0) {
      await strapi.db
        .query(synonymType)
        .createMany({ data: synonyms.map((words) => ({ words: words.join('\n'), ...dates })) });
    }
    await store.set({ value: { release } });
  });
}
