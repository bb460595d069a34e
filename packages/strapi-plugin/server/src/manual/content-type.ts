import { appliesTo, audience } from '@km-laas/contract';
import { choice, day, files, sample, searchKey, topics } from '../editorial/attributes';
import { contentManagerConfig } from '../editorial/editor-view';
import { manualView } from './editor-view';

/** A manual or other document (คู่มือและเอกสาร). */
export const contentType = {
  schema: {
    kind: 'collectionType',
    collectionName: 'km_manuals',
    info: {
      singularName: 'manual',
      pluralName: 'manuals',
      displayName: 'คู่มือ',
      description: 'คู่มือการใช้งานระบบ e-LAAS และเอกสารประกอบ',
    },
    options: { draftAndPublish: true },
    config: contentManagerConfig(manualView),
    indexes: [{ name: 'km_manuals_published', columns: ['published_at', 'updated_at'] }],
    attributes: {
      title: { type: 'text', required: true, maxLength: 500 },
      summary: { type: 'text', required: true, maxLength: 1000 },
      body: { type: 'blocks' },
      topics,
      audience: choice('audience', audience.options, { required: true, default: 'everyone' }),
      appliesTo: choice('appliesTo', appliesTo.options, { required: true, default: 'both' }),
      version: { type: 'string', maxLength: 50 },
      effectiveDate: day(),
      reviewBy: day(),
      files,
      earlierVersions: {
        type: 'component',
        component: 'km.earlier-version',
        repeatable: true,
        max: 50,
      },
      sample,
      searchKey,
    },
  },
};
