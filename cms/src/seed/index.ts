import type { Core } from '@strapi/strapi';

import { content } from './content';
import { createEntries, type ContentName } from './entries';
import { threads } from './content/threads';
import { seedFigures } from './figures/seed';
import { startDrawing, type Drawing } from './drawing';
import { storeFiles } from './file-store';
import { sampleFiles } from './sample-files';

export { createFirstAccounts } from './accounts';
export { removeSamples } from './removal';
export { startDrawing };

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
 * @param drawing - Begun while Strapi was still loading, on the other core.
 * @returns How many entries were created; null when there was content already.
 */
export async function seedSamples(
  strapi: Core.Strapi,
  drawing: Drawing,
  report: Report
): Promise<number | null> {
  const store = strapi.store({ type: 'plugin', name: 'km', key: 'samples' });
  const state = (await store.get({})) as { seeding: boolean } | null;
  if (!state?.seeding && (await hasContent(strapi))) return null;

  await store.set({ value: { seeding: true } });
  // What is over by today in Bangkok, where the figures are from.
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  // Each waits for the other core half of its time; neither needs anything of the other.
  const [written, figures] = await Promise.allSettled([
    seedContent(strapi, drawing, report),
    seedFigures(strapi, { today, report }),
  ]);
  if (written.status === 'rejected') throw written.reason;
  if (figures.status === 'rejected') throw figures.reason;
  await store.set({ value: { seeding: false } });
  return written.value;
}

async function seedContent(strapi: Core.Strapi, drawing: Drawing, report: Report): Promise<number> {
  const wanted = sampleFiles(content);
  const files = await storeFiles(strapi, wanted, drawing, (done) =>
    report('files', done, wanted.length)
  );
  const created = await createEntries(strapi, {
    content,
    files,
    now: new Date(),
    onCreated: (name, done, total) => report(NAMES[name], done, total),
  });
  const { addThreads } = strapi.plugin('km').service('samples') as ThreadSamples;
  report('threads', await addThreads(threads), threads.length);
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
