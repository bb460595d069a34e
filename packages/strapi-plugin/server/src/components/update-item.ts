import { updateKind } from '@km-laas/contract';
import { choice, one, picture } from '../editorial/attributes';

/** One change of the system, with its own manual. */
export const updateItem = {
  collectionName: 'components_km_update_items',
  globalId: 'ComponentKmUpdateItem',
  info: {
    displayName: 'รายการปรับปรุง',
    description: 'สิ่งที่เปลี่ยนแปลงหนึ่งเรื่อง พร้อมคู่มือและภาพหน้าจอก่อนและหลัง',
    icon: 'bulletList',
  },
  options: {},
  attributes: {
    menu: one('plugin::km.topic'),
    kind: choice('updateKind', updateKind.options, { required: true, default: 'changed' }),
    roles: { type: 'text', maxLength: 500 },
    description: { type: 'text', required: true, maxLength: 2000 },
    manual: one('plugin::km.manual'),
    before: picture,
    after: picture,
  },
};
