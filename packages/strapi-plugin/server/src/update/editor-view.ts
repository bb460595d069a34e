import { sharedFields, type EditorView } from '../editorial/editor-view';

export const updateView: EditorView = {
  title: 'title',
  sort: { by: 'date', order: 'DESC' },
  columns: ['date', 'title', 'audience', 'updatedAt'],
  rows: [{ date: 4, audience: 8 }, { title: 12 }, { items: 12 }, { sample: 4 }],
  fields: {
    ...sharedFields,
    date: { label: 'วันที่ปรับปรุงระบบ', description: 'วันที่การเปลี่ยนแปลงขึ้นใช้งานจริง' },
    title: {
      label: 'ชื่อเรื่อง',
      description: 'บอกเรื่องที่ปรับปรุง เช่น ปรับปรุงเมนูโอนงบประมาณและรายงานฎีกา',
    },
    items: {
      label: 'รายการปรับปรุง',
      description: 'หนึ่งรายการต่อหนึ่งเรื่องที่เปลี่ยน ผูกคู่มือของแต่ละรายการได้',
    },
  },
};
