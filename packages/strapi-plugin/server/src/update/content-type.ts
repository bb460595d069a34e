import { audience } from '@km-laas/contract';
import { choice, day, sample, searchKey } from '../editorial/attributes';
import { contentManagerConfig } from '../editorial/editor-view';
import { updateView } from './editor-view';

/** A dated list of changes of the system (ข้อมูลการปรับปรุงระบบ). */
export const contentType = {
  schema: {
    kind: 'collectionType',
    collectionName: 'km_updates',
    info: {
      singularName: 'update',
      pluralName: 'updates',
      displayName: 'การปรับปรุงระบบ',
      description: 'รายการปรับปรุงระบบ e-LAAS แต่ละรอบ พร้อมคู่มือของแต่ละรายการ',
    },
    options: { draftAndPublish: true },
    config: contentManagerConfig(updateView),
    indexes: [{ name: 'km_updates_published', columns: ['published_at', 'date'] }],
    attributes: {
      date: day({ required: true }),
      title: { type: 'text', required: true, maxLength: 500 },
      audience: choice('audience', audience.options, { required: true, default: 'everyone' }),
      items: {
        type: 'component',
        component: 'km.update-item',
        repeatable: true,
        required: true,
        min: 1,
        max: 100,
      },
      sample,
      searchKey,
    },
  },
};
