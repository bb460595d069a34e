import { appliesTo, audience } from '@km-laas/contract';
import { choice, many, sample, searchKey, topics } from '../editorial/attributes';
import { contentManagerConfig } from '../editorial/editor-view';
import { faqView } from './editor-view';

/** A frequently asked question and its answer (คำถามที่พบบ่อย). */
export const contentType = {
  schema: {
    kind: 'collectionType',
    collectionName: 'km_faqs',
    info: {
      singularName: 'faq',
      pluralName: 'faqs',
      displayName: 'คำถามที่พบบ่อย',
      description: 'คำถามที่ผู้ใช้ระบบ e-LAAS ถามบ่อย พร้อมคำตอบ',
    },
    options: { draftAndPublish: true },
    config: contentManagerConfig(faqView),
    indexes: [{ name: 'km_faqs_published', columns: ['published_at', 'pinned_order'] }],
    attributes: {
      question: { type: 'text', required: true, maxLength: 500 },
      answer: { type: 'blocks', required: true },
      topics,
      audience: choice('audience', audience.options, { required: true, default: 'everyone' }),
      appliesTo: choice('appliesTo', appliesTo.options, { required: true, default: 'both' }),
      keywords: { type: 'text', maxLength: 2000 },
      errorMessages: { type: 'text', maxLength: 4000 },
      relatedManuals: many('plugin::km.manual'),
      relatedLaws: many('plugin::km.law'),
      pinnedOrder: { type: 'integer', min: 1 },
      sample,
      searchKey,
    },
  },
};
