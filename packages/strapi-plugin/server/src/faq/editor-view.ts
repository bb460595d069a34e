import { sharedFields, type EditorView } from '../editorial/editor-view';

export const faqView: EditorView = {
  title: 'question',
  sort: { by: 'updatedAt', order: 'DESC' },
  columns: ['question', 'audience', 'appliesTo', 'pinnedOrder', 'updatedAt'],
  rows: [
    { question: 12 },
    { answer: 12 },
    { topics: 12 },
    { audience: 6, appliesTo: 6 },
    { errorMessages: 6, keywords: 6 },
    { relatedManuals: 12 },
    { relatedLaws: 12 },
    { pinnedOrder: 6, sample: 6 },
  ],
  fields: {
    ...sharedFields,
    question: {
      label: 'คำถาม',
      description: 'ใช้คำที่ผู้ใช้ถามจริง เช่น ปิดบัญชีแล้วเบิกค้างจ่ายไม่ได้ ทำอย่างไร',
    },
    answer: {
      label: 'คำตอบ',
      description: 'บอกวิธีแก้ก่อน แล้วจึงบอกสาเหตุ ขั้นตอนใช้รายการเรียงลำดับ',
    },
    errorMessages: {
      label: 'ข้อความแจ้งเตือนบนจอ',
      description: 'บรรทัดละหนึ่งข้อความ คัดให้ตรงกับที่ระบบ e-LAAS แสดง ผู้ใช้จะคัดมาค้น',
    },
    keywords: {
      label: 'คำค้นอื่น',
      description: 'บรรทัดละหนึ่งคำ คำพ้อง คำย่อ หรือคำที่มักสะกดผิด ผู้อ่านไม่เห็น',
    },
    relatedManuals: { label: 'คู่มือที่เกี่ยวข้อง', shownBy: 'title' },
    relatedLaws: { label: 'กฎหมายที่เกี่ยวข้อง', shownBy: 'title' },
    pinnedOrder: {
      label: 'ลำดับปักหมุด',
      description: 'เลข 1 อยู่บนสุด เว้นว่างเมื่อไม่ปักหมุด',
    },
  },
};
