import { adaptBlocks } from '../content/blocks';
import {
  passagesOf,
  plainPassage,
  publishedDocuments,
  publishedIds,
  searchFilesOf,
} from '../content/search-text';
import { loadTopicTree } from '../content/topics';
import type { SearchSource } from '../platform/search-source';
import { wholeManualSelection, type WholeManualRow } from './dto';

const uid = 'plugin::km.manual';

/** Manuals by section; of their files the current ones, for an earlier version would mislead. */
export const manualSearch: SearchSource = {
  service: 'manual',
  ids: (strapi) => publishedIds(strapi, uid),
  async documents(strapi, ids) {
    const tree = await loadTopicTree(strapi);
    const { topics, files } = wholeManualSelection.populate ?? {};
    const rows = await publishedDocuments<WholeManualRow>(strapi, uid, ids, {
      select: wholeManualSelection.select,
      populate: { topics, files },
    });
    return rows.map((row) => ({
      id: row.documentId,
      title: row.title,
      otherNames: [],
      errorMessages: [],
      letterKeys: [],
      passages: [...plainPassage(row.summary), ...passagesOf(adaptBlocks(row.body))],
      files: searchFilesOf(row.files),
      url: `/manuals/${row.documentId}`,
      date: row.effectiveDate,
      audience: row.audience,
      topics: tree.refsTo(row.topics).map(({ slug }) => slug),
      lawStatus: null,
      sample: row.sample === true,
    }));
  },
};
