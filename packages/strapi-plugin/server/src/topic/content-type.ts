import { one, sample, searchKey } from '../editorial/attributes';
import { contentManagerConfig } from '../editorial/editor-view';
import { topicView } from './editor-view';

/**
 * A menu of e-LAAS. Without drafts: a vocabulary is true or it is not, and a draft menu would make
 * whatever hangs on it depend on the order of publishing.
 */
export const contentType = {
  schema: {
    kind: 'collectionType',
    collectionName: 'km_topics',
    info: {
      singularName: 'topic',
      pluralName: 'topics',
      displayName: 'เมนู e-LAAS',
      description: 'ผังเมนูของระบบ e-LAAS ที่คู่มือ กฎหมาย คำถาม และแบบฟอร์มใช้จัดหมวดร่วมกัน',
    },
    options: { draftAndPublish: false },
    config: contentManagerConfig(topicView),
    indexes: [{ name: 'km_topics_slug_unique', columns: ['slug'], type: 'unique' }],
    attributes: {
      titleTh: { type: 'string', required: true, maxLength: 200 },
      titleEn: { type: 'string', required: true, maxLength: 200 },
      slug: { type: 'uid', targetField: 'titleEn', required: true, maxLength: 80 },
      parent: one('plugin::km.topic'),
      order: { type: 'integer', default: 0 },
      earlierNames: { type: 'text', maxLength: 4000 },
      earlierSlugs: { type: 'text', maxLength: 4000 },
      sample,
      searchKey,
    },
  },
};
