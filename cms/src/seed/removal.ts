import type { Core } from '@strapi/strapi';

import { removeFigures, type RemovedFigures } from './figures/seed';
import { removeUnusedFiles } from './file-store';

// Those that refer to others first, so that nothing points at what is gone.
const ORDER = ['update', 'news', 'faq', 'form', 'manual', 'law'] as const;
type Removable = (typeof ORDER)[number];

const MEDIA: Record<Removable, Record<string, unknown>> = {
  manual: { files: true, earlierVersions: { populate: { file: true } } },
  law: { files: true },
  faq: {},
  news: { files: true, picture: true },
  update: { items: { populate: { before: true, after: true } } },
  form: { editableFile: true, pdfFile: true },
};

/** What a removal did. */
export interface Removal {
  removed: Record<Removable, number>;
  files: number;
  figures: RemovedFigures;
  threads: number;
}

/** What is needed of the plugin's samples; its types are not known here. */
interface ThreadSamples {
  removeThreads(): Promise<number>;
}

interface Row {
  documentId: string;
  [field: string]: unknown;
}

interface Documents {
  delete(params: { documentId: string }): Promise<unknown>;
}

/**
 * Removes every entry marked as a sample, and the files only samples used. What is not marked stays:
 * the menus, the real laws and everything editors made.
 */
export async function removeSamples(strapi: Core.Strapi): Promise<Removal> {
  const removed: Removal['removed'] = { manual: 0, law: 0, faq: 0, news: 0, update: 0, form: 0 };
  const files = new Set<number>();
  for (const name of ORDER) {
    for (const documentId of await sampleDocuments(strapi, name)) {
      const rows = await strapi.db
        .query(`plugin::km.${name}`)
        .findMany({ where: { documentId }, populate: MEDIA[name] });
      for (const id of fileIdsIn(rows, MEDIA[name])) files.add(id);
      await documents(strapi, name).delete({ documentId });
      removed[name]++;
    }
  }
  return {
    removed,
    files: await removeUnusedFiles(strapi, files),
    figures: await removeFigures(strapi),
    threads: await (strapi.plugin('km').service('samples') as ThreadSamples).removeThreads(),
  };
}

/** Entries whose draft is marked: an editor who takes the mark away makes an entry their own. */
async function sampleDocuments(strapi: Core.Strapi, name: Removable): Promise<string[]> {
  const rows: Row[] = await strapi.db.query(`plugin::km.${name}`).findMany({
    select: ['documentId'],
    where: { sample: true, publishedAt: null },
  });
  return rows.map(({ documentId }) => documentId);
}

function documents(strapi: Core.Strapi, name: Removable): Documents {
  return (strapi.documents as unknown as (uid: string) => Documents)(`plugin::km.${name}`);
}

/** Ids of the files at the populated fields of entries and of their parts. */
function fileIdsIn(rows: Row[], populate: Record<string, unknown>): number[] {
  return rows.flatMap((row) =>
    Object.entries(populate).flatMap(([field, deeper]) => {
      const values = [row[field]].flat().filter(Boolean) as Row[];
      if (deeper === true) return values.map(({ id }) => id as number);
      return fileIdsIn(values, (deeper as { populate: Record<string, unknown> }).populate);
    })
  );
}
