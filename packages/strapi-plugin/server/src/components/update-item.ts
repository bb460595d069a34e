import { updateKind } from '@km-laas/contract';
import { choice, one, picture } from '../editorial/attributes';
import { contentManagerConfig, type EditorView } from '../editorial/editor-view';

export const updateItemView: EditorView = {
  title: 'description',
  columns: ['description', 'kind'],
  rows: [
    { menu: 8, kind: 4 },
    { description: 12 },
    { roles: 12 },
    { manual: 12 },
    { before: 6, after: 6 },
  ],
  fields: {
    menu: { label: 'เมนู', description: 'เมนูที่เปลี่ยน ตามผังเมนู e-LAAS', shownBy: 'titleTh' },
    kind: { label: 'ลักษณะการปรับปรุง' },
    description: {
      label: 'รายละเอียด',
      description: 'เปลี่ยนอะไร ผู้ใช้ต้องทำอะไรต่างจากเดิม',
    },
    roles: {
      label: 'กลุ่มผู้ใช้งานที่เกี่ยวข้อง',
      description: 'บรรทัดละหนึ่งกลุ่ม เช่น เจ้าหน้าที่งบประมาณ',
    },
    manual: { label: 'คู่มือของรายการนี้', shownBy: 'title' },
    before: { label: 'ภาพหน้าจอก่อนปรับปรุง' },
    after: { label: 'ภาพหน้าจอหลังปรับปรุง' },
  },
};

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
  config: contentManagerConfig(updateItemView),
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
