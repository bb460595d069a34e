import { sharedFields, type EditorView } from '../editorial/editor-view';

export const formView: EditorView = {
  title: 'title',
  sort: { by: 'title', order: 'ASC' },
  columns: ['title', 'code', 'version', 'supersededBy', 'updatedAt'],
  rows: [
    { title: 12 },
    { code: 6, version: 6 },
    { purpose: 12 },
    { usedBy: 12 },
    { topics: 12 },
    { editableFile: 6, pdfFile: 6 },
    { pageCount: 4, supersededBy: 8 },
    { sample: 4 },
  ],
  fields: {
    ...sharedFields,
    title: { label: 'ชื่อแบบฟอร์ม' },
    code: { label: 'รหัสแบบ', placeholder: 'แบบ บช. 01' },
    purpose: { label: 'ใช้เพื่อ', description: 'หนึ่งถึงสองประโยค ไม่เกิน 1,000 ตัวอักษร' },
    usedBy: { label: 'ผู้ใช้แบบฟอร์ม', placeholder: 'เจ้าหน้าที่การเงิน กองคลัง' },
    editableFile: { label: 'ไฟล์ที่แก้ไขได้', description: 'DOCX XLSX หรือ ODT' },
    pdfFile: { label: 'ไฟล์ PDF', description: 'ฉบับพิมพ์ ตรงกับไฟล์ที่แก้ไขได้' },
    version: { label: 'ฉบับที่', placeholder: '1.0' },
    supersededBy: {
      label: 'ใช้แบบนี้แทน',
      description: 'เมื่อแบบนี้เลิกใช้ เลือกแบบใหม่ ผู้อ่านจะเห็นคำเตือนและลิงก์ไปแบบใหม่',
      shownBy: 'title',
    },
    pageCount: {
      label: 'จำนวนหน้า',
      description: 'เว้นว่างได้ ระบบนับจากไฟล์ PDF ให้',
    },
  },
};
