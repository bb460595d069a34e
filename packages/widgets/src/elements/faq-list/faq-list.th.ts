/** Words of the questions. */
export interface FaqTranslation {
  label: string;
  search: string;
  searchHint: string;
  openAll: string;
  closeAll: string;
  empty: string;
  emptyHint: string;
  errorMessages: string;
  related: string;
  pinned: string;
}

export const th: FaqTranslation = {
  label: 'คำถามที่พบบ่อย',
  search: 'ค้นหาคำถาม',
  searchHint: 'พิมพ์คำถาม หรือข้อความที่ระบบแจ้ง',
  openAll: 'เปิดคำตอบทั้งหมด',
  closeAll: 'ปิดคำตอบทั้งหมด',
  empty: 'ไม่พบคำถามที่ตรงกับการค้นหา',
  emptyHint: 'ลองใช้คำที่สั้นลง หรือคัดลอกข้อความที่ระบบแจ้งมาวางในช่องค้นหา',
  errorMessages: 'ข้อความที่ระบบแจ้ง',
  related: 'เอกสารที่เกี่ยวข้อง',
  pinned: 'คำถามสำคัญ',
};
