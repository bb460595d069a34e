import { sharedFields, type EditorView } from '../editorial/editor-view';

export const newsView: EditorView = {
  title: 'title',
  sort: { by: 'showFrom', order: 'DESC' },
  columns: ['title', 'severity', 'pinned', 'showFrom', 'showUntil'],
  rows: [
    { title: 12 },
    { severity: 6, pinned: 6 },
    { showFrom: 6, showUntil: 6 },
    { body: 12 },
    { picture: 6, files: 6 },
    { sample: 4 },
  ],
  fields: {
    ...sharedFields,
    title: {
      label: 'หัวข้อข่าว',
      description: 'บอกว่าใคร ทำอะไร เมื่อใด ให้ครบในหัวข้อ',
    },
    body: { label: 'เนื้อข่าว' },
    severity: {
      label: 'ความสำคัญ',
      description: 'ข่าวด่วนขึ้นก่อนข่าวอื่นทุกข่าว รวมทั้งข่าวที่ปักหมุด',
    },
    pinned: { label: 'ปักหมุด', description: 'อยู่เหนือข่าวทั่วไปจนกว่าจะปิดหรือหมดอายุ' },
    showFrom: {
      label: 'แสดงตั้งแต่',
      description: 'เลือกจากปฏิทิน หรือพิมพ์วันที่เป็นปี ค.ศ. เผยแพร่ไว้ล่วงหน้าได้ ผู้อ่านจะเห็นเมื่อถึงเวลา',
    },
    showUntil: {
      label: 'แสดงถึง',
      description: 'ข่าวหายจากทุกหน้าเองเมื่อถึงเวลานี้ เว้นว่างเมื่อไม่หมดอายุ',
    },
    files: { label: 'ไฟล์แนบ' },
    picture: { label: 'ภาพประกอบ', description: 'ใส่ข้อความแทนภาพ (alternative text) เสมอ' },
  },
};
