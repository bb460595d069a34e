import { adaptBlocks } from '../content/blocks';
import { linesOf } from '../content/lines';
import { dayOfInstant, passagesOf, publishedDocuments, publishedIds } from '../content/search-text';
import { loadTopicTree } from '../content/topics';
import type { SearchSource } from '../platform/search-source';
import { faqSelection, type FaqRow } from './dto';

const uid = 'plugin::km.faq';

/** Questions with their answers, and the messages on the screen they answer. */
export const faqSearch: SearchSource = {
  service: 'faq',
  ids: (strapi) => publishedIds(strapi, uid),
  async documents(strapi, ids) {
    const tree = await loadTopicTree(strapi);
    const rows = await publishedDocuments<FaqRow & { keywords: string | null }>(strapi, uid, ids, {
      ...faqSelection,
      select: [...faqSelection.select, 'keywords'],
    });
    return rows.map((row) => ({
      id: row.documentId,
      title: row.question,
      otherNames: linesOf(row.keywords),
      errorMessages: linesOf(row.errorMessages),
      letterKeys: [],
      passages: passagesOf(adaptBlocks(row.answer)),
      files: [],
      url: `/faqs/${row.documentId}`,
      date: dayOfInstant(row.updatedAt),
      audience: row.audience,
      topics: tree.refsTo(row.topics).map(({ slug }) => slug),
      lawStatus: null,
      sample: row.sample === true,
    }));
  },
};
