/** Words of the news. */
export interface NewsTranslation {
  label: string;
  previous: string;
  next: string;
  pause: string;
  play: string;
  position: (index: string, count: string) => string;
  severity: Readonly<Record<'info' | 'important' | 'urgent', string>>;
  pinned: string;
  files: string;
  empty: string;
  emptyHint: string;
}

export const th: NewsTranslation = {
  label: 'ข่าวประชาสัมพันธ์',
  previous: 'ก่อนหน้า',
  next: 'ถัดไป',
  pause: 'หยุดเลื่อน',
  play: 'เลื่อนอัตโนมัติ',
  position: (index, count) => `ข่าวที่ ${index} จาก ${count}`,
  severity: { info: '', important: 'สำคัญ', urgent: 'ด่วน' },
  pinned: 'ปักหมุด',
  files: 'เอกสารแนบ',
  empty: 'ขณะนี้ไม่มีข่าวประชาสัมพันธ์',
  emptyHint: 'โปรดกลับมาตรวจสอบอีกครั้งในภายหลัง',
};
