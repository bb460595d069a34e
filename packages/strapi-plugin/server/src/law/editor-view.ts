import { sharedFields, type EditorView } from '../editorial/editor-view';

export const lawView: EditorView = {
  title: 'title',
  sort: { by: 'date', order: 'DESC' },
  columns: ['title', 'kind', 'citation', 'date', 'legalStatus'],
  rows: [
    { kind: 6, legalStatus: 6 },
    { title: 12 },
    { citation: 8, urgency: 4 },
    { date: 4, effectiveDate: 4, issuer: 4 },
    { repeals: 12 },
    { amends: 12 },
    { clarifies: 12 },
    { gazette: 12 },
    { topics: 12 },
    { summary: 12 },
    { body: 12 },
    { files: 12 },
    { sample: 4 },
  ],
  fields: {
    ...sharedFields,
    kind: { label: 'ประเภท', description: 'เรียงตามลำดับศักดิ์ของกฎหมาย' },
    title: {
      label: 'ชื่อเรื่อง',
      description: 'ชื่อเต็มตามต้นฉบับ หนังสือสั่งการใส่ข้อความหลังคำว่า “เรื่อง”',
    },
    citation: {
      label: 'เลขที่หนังสือ',
      description:
        'ตามต้นฉบับ เช่น มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561 พิมพ์เลขไทยหรือเลขอารบิกก็ได้ กฎหมายที่ไม่มีเลขที่ให้เว้นว่าง',
      placeholder: 'มท 0808.4/ว 5912',
    },
    date: {
      label: 'ลงวันที่',
      description: 'วันที่ของหนังสือหรือวันประกาศ เว้นไว้เมื่อเลขที่หนังสือบอกวันที่แล้ว ระบบเติมให้',
    },
    issuer: {
      label: 'หน่วยงานที่ออก',
      placeholder: 'กรมส่งเสริมการปกครองท้องถิ่น',
    },
    urgency: { label: 'ชั้นความเร็ว', description: 'เว้นว่างเมื่อหนังสือไม่มีชั้นความเร็ว' },
    effectiveDate: { label: 'วันที่มีผลใช้บังคับ' },
    legalStatus: {
      label: 'สถานะ',
      description: 'สถานะปัจจุบันของฉบับนี้ ฉบับที่ถูกยกเลิกยังค้นพบได้พร้อมคำเตือน',
    },
    amends: {
      label: 'แก้ไขเพิ่มเติมฉบับ',
      description: 'ฉบับเดิมที่ฉบับนี้แก้ไข หน้าของฉบับเดิมจะแสดง “แก้ไขโดย” ให้เอง',
      shownBy: 'title',
    },
    repeals: {
      label: 'ยกเลิกฉบับ',
      description: 'ฉบับเดิมที่ฉบับนี้ยกเลิก หน้าของฉบับเดิมจะแสดง “ยกเลิกโดย” ให้เอง อย่าลืมเปลี่ยนสถานะของฉบับเดิม',
      shownBy: 'title',
    },
    clarifies: {
      label: 'ซักซ้อมหรือชี้แจงฉบับ',
      description: 'ฉบับที่หนังสือนี้อธิบายแนวทางปฏิบัติ',
      shownBy: 'title',
    },
    gazette: {
      label: 'ราชกิจจานุเบกษา',
      description: 'ตามต้นฉบับ เช่น เล่ม 136 ตอนที่ 69 ก หน้า 52 วันที่ 27 พฤษภาคม 2562',
    },
    files: { label: 'ไฟล์แนบ', description: 'ต้นฉบับ PDF และสิ่งที่ส่งมาด้วย' },
    summary: {
      label: 'สรุปสาระสำคัญ',
      description: 'ผู้ปฏิบัติต้องทำอะไร เริ่มเมื่อใด ไม่เกิน 1,000 ตัวอักษร',
    },
    body: { label: 'เนื้อหา', description: 'ข้อความเต็มหรือส่วนที่เกี่ยวข้อง ถ้ามี' },
  },
};
