import { statusNotice } from '@km-laas/contract';
import { choice, sample, searchKey } from '../editorial/attributes';
import { contentManagerConfig } from '../editorial/editor-view';
import { statusView } from './editor-view';

/** A notice of when e-LAAS is slow or closed (ประกาศสถานะระบบ); it comes and goes by the clock. */
export const contentType = {
  schema: {
    kind: 'collectionType',
    collectionName: 'km_statuses',
    info: {
      singularName: 'status',
      pluralName: 'statuses',
      displayName: 'สถานะระบบ e-LAAS',
      description: 'แจ้งว่าระบบ e-LAAS ช้าหรือปิดให้บริการ ตั้งแต่เมื่อใดถึงเมื่อใด และควรทำอย่างไรระหว่างนั้น',
    },
    options: { draftAndPublish: true },
    config: contentManagerConfig(statusView),
    indexes: [{ name: 'km_statuses_published', columns: ['published_at', 'ends_at'] }],
    attributes: {
      headline: { type: 'string', required: true, maxLength: 200 },
      state: choice('systemState', statusNotice.shape.state.options, {
        required: true,
        default: 'slow',
      }),
      startsAt: { type: 'datetime', required: true },
      endsAt: { type: 'datetime' },
      advice: { type: 'text', maxLength: 2000 },
      sample,
      searchKey,
    },
  },
};
