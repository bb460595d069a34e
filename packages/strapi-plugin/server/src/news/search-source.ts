import { adaptBlocks } from '../content/blocks';
import {
  dayOfInstant,
  passagesOf,
  publishedDocuments,
  publishedIds,
  searchFilesOf,
} from '../content/search-text';
import type { SearchSource } from '../platform/search-source';
import { wholeNewsSelection, type WholeNewsRow } from './dto';
import { isShownAt, nextChangeAfter, whereShownAt } from './showing';

const uid = 'plugin::km.news';

/** News that is shown now; it comes and goes by the clock as well as by the editor. */
export const newsSearch: SearchSource = {
  service: 'news',
  ids: (strapi) => publishedIds(strapi, uid, (items) => whereShownAt(items, new Date())),
  candidates: (strapi) => publishedIds(strapi, uid),
  nextChange: (strapi) => nextChangeAfter(strapi, new Date()),
  async documents(strapi, ids) {
    const rows = await publishedDocuments<WholeNewsRow>(strapi, uid, ids, wholeNewsSelection);
    const now = new Date();
    return rows
      .filter((row) => isShownAt(row, now))
      .map((row) => ({
        id: row.documentId,
        title: row.title,
        otherNames: [],
        errorMessages: [],
        letterKeys: [],
        passages: passagesOf(adaptBlocks(row.body)),
        files: searchFilesOf(row.files),
        url: `/news/${row.documentId}`,
        date: dayOfInstant(row.showFrom),
        audience: 'everyone',
        topics: [],
        lawStatus: null,
        sample: row.sample === true,
      }));
  },
};
