import {
  dayOfInstant,
  plainPassage,
  publishedDocuments,
  publishedIds,
  searchFilesOf,
} from '../content/search-text';
import { loadTopicTree } from '../content/topics';
import type { SearchSource } from '../platform/search-source';
import { filesOf, formSelection, type FormRow } from './dto';

const uid = 'plugin::km.form';

/** Forms by what they are for, and by the words on them. */
export const formSearch: SearchSource = {
  service: 'form',
  ids: (strapi) => publishedIds(strapi, uid),
  async documents(strapi, ids) {
    const tree = await loadTopicTree(strapi);
    const rows = await publishedDocuments<FormRow>(strapi, uid, ids, formSelection);
    return rows.map((row) => ({
      id: row.documentId,
      title: row.title,
      otherNames: row.code ? [row.code] : [],
      errorMessages: [],
      letterKeys: [],
      passages: [...plainPassage(row.purpose), ...plainPassage(row.usedBy)],
      files: searchFilesOf(filesOf(row)),
      url: `/forms/${row.documentId}`,
      date: dayOfInstant(row.updatedAt),
      audience: 'everyone',
      topics: tree.refsTo(row.topics).map(({ slug }) => slug),
      lawStatus: null,
      sample: row.sample === true,
    }));
  },
};
