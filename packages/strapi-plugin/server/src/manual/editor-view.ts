import { sharedFields, type EditorView } from '../editorial/editor-view';

export const manualView: EditorView = {
  title: 'title',
  sort: { by: 'updatedAt', order: 'DESC' },
  columns: ['title', 'audience', 'appliesTo', 'reviewBy', 'updatedAt'],
  rows: [
    { title: 12 },
    { summary: 12 },
    { topics: 12 },
    { audience: 6, appliesTo: 6 },
    { version: 4, effectiveDate: 4, reviewBy: 4 },
    { body: 12 },
    { files: 12 },
    { earlierVersions: 12 },
    { sample: 4 },
  ],
  fields: {
    ...sharedFields,
    title: {
      label: 'ชื่อคู่มือ',
      description: 'บอกเรื่องให้ชัดโดยไม่ต้องเปิดอ่าน เช่น คู่มือการโอนงบประมาณรายจ่าย',
    },
    summary: {
      label: 'สรุปย่อ',
      description: 'หนึ่งถึงสามประโยค แสดงในรายการและผลการค้นหา ไม่เกิน 1,000 ตัวอักษร',
    },
    body: {
      label: 'เนื้อหา',
      description: 'ใช้หัวข้อระดับ 2 และ 3 แบ่งตอน ระบบสร้างสารบัญจากหัวข้อให้เอง',
    },
    version: { label: 'ฉบับที่', placeholder: '2.1' },
    effectiveDate: { label: 'วันที่ใช้', description: 'วันที่คู่มือฉบับนี้เริ่มใช้' },
    reviewBy: {
      label: 'ทบทวนภายในวันที่',
      description: 'วันที่ตั้งใจจะกลับมาตรวจว่ายังตรงกับระบบ',
    },
    files: {
      label: 'ไฟล์แนบ',
      description: 'ไฟล์ PDF ของคู่มือ และไฟล์ประกอบถ้ามี',
    },
    earlierVersions: {
      label: 'ฉบับก่อนหน้า',
      description: 'ฉบับเดิมที่ผู้อ่านยังเปิดดูได้ ใหม่สุดอยู่บน',
    },
  },
};
