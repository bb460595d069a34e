import type { Core } from '@strapi/strapi';

import { content } from './content';
import { createEntries, type ContentName } from './entries';
import { threads } from './content/threads';
import { seedFigures } from './figures/seed';
import { storeFiles } from './file-store';
import { sampleFiles } from './sample-files';

export { createFirstAccounts } from './accounts';
export { removeSamples } from './removal';

/** Tells how far a long task is: what it works on, and n of m. */
export type Report = (what: string, done: number, total: number) => void;

const TYPES: ContentName[] = ['topic', 'manual', 'law', 'faq', 'news', 'update', 'form'];
const NAMES: Record<ContentName, string> = {
  topic: 'topics',
  manual: 'manuals',
  law: 'laws and letters',
  faq: 'questions',
  news: 'news',
  update: 'updates',
  form: 'forms',
};

/**
 * Fills an empty knowledge bank with the sample content.
 *
 * A bank that has content is left alone, unless that content is what an earlier, interrupted seeding
 * left behind: then the missing rest is added.
 *
 * @returns How many entries were created; null when there was content already.
 */
export async function seedSamples(strapi: Core.Strapi, report: Report): Promise<number | null> {
  const store = strapi.store({ type: 'plugin', name: 'km', key: 'samples' });
  const state = (await store.get({})) as { seeding: boolean } | null;
  if (!state?.seeding && (await hasContent(strapi))) return null;

  await store.set({ value: { seeding: true } });
  const wanted = sampleFiles(content);
  const files = await storeFiles(strapi, wanted, (done) => report('files', done, wanted.length));
  const created = await createEntries(strapi, {
    content,
    files,
    now: new Date(),
    onCreated: (name, done, total) => report(NAMES[name], done, total),
  });
  // What is over by today in Bangkok, where the figures are from.
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await seedFigures(strapi, { today, report });
  const { addThreads } = strapi.plugin('km').service('samples') as ThreadSamples;
  report('threads', await addThreads(threads), threads.length);
  await store.set({ value: { seeding: false } });
  return created;
}

/** What is needed of the plugin's samples; its types are not known here. */
interface ThreadSamples {
  addThreads(given: typeof threads): Promise<number>;
}

async function hasContent(strapi: Core.Strapi): Promise<boolean> {
  for (const name of TYPES) {
    if ((await strapi.db.query(`plugin::km.${name}`).count({})) > 0) return true;
  }
  return false;
}
