import { sharedFields, type EditorView } from '../editorial/editor-view';

export const topicView: EditorView = {
  title: 'titleTh',
  sort: { by: 'order', order: 'ASC' },
  columns: ['titleTh', 'parent', 'order', 'slug'],
  rows: [
    { titleTh: 6, titleEn: 6 },
    { slug: 6, order: 6 },
    { parent: 12 },
    { earlierNames: 6, earlierSlugs: 6 },
    { sample: 4 },
  ],
  fields: {
    ...sharedFields,
    titleTh: {
      label: 'ชื่อเมนู (ไทย)',
      description: 'ตามที่ปรากฏบนจอของระบบ e-LAAS เช่น โอนงบประมาณ',
    },
    titleEn: {
      label: 'ชื่อเมนู (อังกฤษ)',
      description: 'ใช้กับหน้าเว็บภาษาอังกฤษ และใช้ตั้งชื่อในที่อยู่เว็บ',
    },
    slug: {
      label: 'ชื่อในที่อยู่เว็บ',
      description: 'ตัวพิมพ์เล็ก a–z ตัวเลข และขีดกลางเท่านั้น เช่น budget-transfer เมื่อเปลี่ยน ลิงก์เดิมยังใช้ได้',
    },
    parent: {
      label: 'อยู่ใต้เมนู',
      description: 'เว้นว่างเมื่อเป็นเมนูระดับบนสุด',
      shownBy: 'titleTh',
    },
    order: { label: 'ลำดับ', description: 'เลขน้อยแสดงก่อนในระดับเดียวกัน' },
    earlierNames: {
      label: 'ชื่อเดิม',
      description: 'บรรทัดละหนึ่งชื่อ ระบบเติมให้เองเมื่อเปลี่ยนชื่อเมนู ค้นด้วยชื่อเดิมยังพบ',
    },
    earlierSlugs: {
      label: 'ชื่อเดิมในที่อยู่เว็บ',
      description: 'บรรทัดละหนึ่งชื่อ ระบบเติมให้เอง ลิงก์เดิมที่หน่วยงานอื่นติดไว้จะยังใช้ได้',
    },
  },
};
