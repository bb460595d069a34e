import type { Core } from '@strapi/types';
import { loadTopicTree } from '../../content/topics';
import { breathe } from '../../platform/breathe';
import type { SearchSource } from '../../platform/search-source';
import type { DocumentName, IndexedDocument } from '../engine/types';
import { pagesOf } from '../files/file-texts';

/** Documents read at once: rich text is taken apart on the thread that answers readers. */
export const portion = 20;

/** What the index is to hold of some documents, and which of them it is to lose. */
export interface LoadedDocuments {
  put: IndexedDocument[];
  remove: DocumentName[];
}

/** Reads documents of one service with the words of their files. */
export async function loadDocuments(
  strapi: Core.Strapi,
  source: SearchSource,
  ids: readonly string[]
): Promise<LoadedDocuments> {
  const { service } = source;
  const documents = (await source.documents(strapi, ids)).filter(
    // What a list leaves out because its title is gone is left out here too.
    ({ id, title }) => typeof title === 'string' && title.trim() !== '' && id !== ''
  );
  const tree = documents.some(({ topics }) => topics.length > 0)
    ? await loadTopicTree(strapi)
    : null;
  const pages = await pagesOf(
    strapi,
    documents.flatMap(({ files }) => files)
  );
  const put = documents.map((document) => ({
    ...document,
    service,
    // A document is also counted and found under every menu above its own.
    topics: tree ? tree.withAncestors(document.topics) : [],
    pages: document.files.flatMap(({ hash }) => pages.get(hash) ?? []),
  }));
  const shown = new Set(put.map(({ id }) => id));
  return { put, remove: ids.filter((id) => !shown.has(id)).map((id) => ({ service, id })) };
}

/** Everything search shows, in portions that leave the thread free between them. */
export async function* allDocuments(
  strapi: Core.Strapi,
  sources: readonly SearchSource[]
): AsyncGenerator<IndexedDocument[]> {
  for (const source of sources) {
    const ids = await source.ids(strapi);
    for (let from = 0; from < ids.length; from += portion) {
      const { put } = await loadDocuments(strapi, source, ids.slice(from, from + portion));
      yield put;
      await breathe();
    }
  }
}
