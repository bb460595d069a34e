import type { Core } from '@strapi/strapi';

import type { ContentName } from './entries';
import { removeUnusedFiles } from './file-store';

// Those that refer to others first, so that nothing points at what is gone.
const ORDER: ContentName[] = ['update', 'news', 'faq', 'form', 'manual', 'law'];
const MEDIA: Record<ContentName, Record<string, unknown>> = {
  topic: {},
  manual: { files: true, earlierVersions: { populate: { file: true } } },
  law: { files: true },
  faq: {},
  news: { files: true, picture: true },
  update: { items: { populate: { before: true, after: true } } },
  form: { editableFile: true, pdfFile: true },
};

/** What a removal did. */
export interface Removal {
  removed: Record<ContentName, number>;
  files: number;
  /** Menus that stay because something that is no sample hangs on them. */
  keptTopics: string[];
}

interface Row {
  documentId: string;
  titleTh?: string;
  [field: string]: unknown;
}

interface Documents {
  delete(params: { documentId: string }): Promise<unknown>;
}

/**
 * Removes every entry marked as a sample, and the files only samples used. What is not marked stays,
 * and so does a sample menu while anything that stays hangs on it.
 */
export async function removeSamples(strapi: Core.Strapi): Promise<Removal> {
  const removed: Removal['removed'] = {
    topic: 0,
    manual: 0,
    law: 0,
    faq: 0,
    news: 0,
    update: 0,
    form: 0,
  };
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
  const keptTopics = await removeTopics(strapi, () => removed.topic++);
  return { removed, files: await removeUnusedFiles(strapi, files), keptTopics };
}

/** Entries whose draft is marked: an editor who takes the mark away makes an entry their own. */
async function sampleDocuments(strapi: Core.Strapi, name: ContentName): Promise<string[]> {
  const rows: Row[] = await strapi.db.query(`plugin::km.${name}`).findMany({
    select: ['documentId'],
    where: { sample: true, publishedAt: null },
  });
  return rows.map(({ documentId }) => documentId);
}

/** Removes sample menus from the leaves up; the plugin refuses those still in use. */
async function removeTopics(strapi: Core.Strapi, onRemoved: () => void): Promise<string[]> {
  const topics: Row[] = await strapi.db
    .query('plugin::km.topic')
    .findMany({ where: { sample: true }, populate: { parent: true } });
  const parents = new Map(
    topics.map((topic) => [topic.documentId, (topic.parent as Row | null)?.documentId])
  );
  const depth = (id: string | undefined): number => (id ? 1 + depth(parents.get(id)) : 0);
  const deepestFirst = topics.sort((a, b) => depth(b.documentId) - depth(a.documentId));

  const kept: string[] = [];
  for (const topic of deepestFirst) {
    try {
      await documents(strapi, 'topic').delete({ documentId: topic.documentId });
      onRemoved();
    } catch (error) {
      if ((error as Error).name !== 'ApplicationError') throw error;
      kept.push(topic.titleTh ?? topic.documentId);
    }
  }
  return kept;
}

function documents(strapi: Core.Strapi, name: ContentName): Documents {
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
