import { lawKind, lawStatus, urgency } from '@km-laas/contract';
import {
  choice,
  day,
  derived,
  files,
  many,
  sample,
  searchKey,
  topics,
} from '../editorial/attributes';
import { contentManagerConfig } from '../editorial/editor-view';
import { lawView } from './editor-view';

/**
 * A law, regulation or letter. What it is amended, repealed or clarified by is never stored: it is
 * the inverse of another law's `amends`, `repeals` or `clarifies`.
 */
export const contentType = {
  schema: {
    kind: 'collectionType',
    collectionName: 'km_laws',
    info: {
      singularName: 'law',
      pluralName: 'laws',
      displayName: 'กฎหมายและหนังสือสั่งการ',
      description: 'กฎหมาย ระเบียบ ประกาศ และหนังสือสั่งการที่เกี่ยวกับการเงินการคลังท้องถิ่น',
    },
    options: { draftAndPublish: true },
    config: contentManagerConfig(lawView),
    indexes: [
      { name: 'km_laws_published', columns: ['published_at', 'date'] },
      { name: 'km_laws_number', columns: ['number', 'year'] },
      { name: 'km_laws_citation_key', columns: ['citation_key'] },
    ],
    attributes: {
      kind: choice('lawKind', lawKind.options, { required: true, default: 'letter' }),
      title: { type: 'text', required: true, maxLength: 1000 },
      citation: { type: 'string', maxLength: 200 },
      date: day(),
      issuer: { type: 'string', required: true, maxLength: 200 },
      urgency: choice('urgency', urgency.options),
      effectiveDate: day(),
      // Not `status`: with drafts Strapi keeps that name for itself, and its editor overwrites it.
      legalStatus: choice('lawStatus', lawStatus.options, { required: true, default: 'inForce' }),
      amends: many('plugin::km.law'),
      repeals: many('plugin::km.law'),
      clarifies: many('plugin::km.law'),
      gazette: { type: 'string', maxLength: 200 },
      topics,
      files,
      summary: { type: 'text', maxLength: 1000 },
      body: { type: 'blocks' },
      sample,
      // The parts of `citation`, parsed at each save, and the key by which a letter is one letter.
      org: derived('string'),
      suborg: derived('string'),
      unit: derived('string'),
      circular: derived('boolean'),
      number: derived('integer'),
      year: derived('integer'),
      citationKey: derived('string'),
      searchKey,
    },
  },
};
