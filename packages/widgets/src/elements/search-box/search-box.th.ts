import type { SearchService } from '@km-laas/contract';

/** Words of the field and its suggestions. */
export interface SearchTranslation {
  label: string;
  field: string;
  hint: string;
  submit: string;
  clear: string;
  suggestions: string;
  recent: string;
  clearRecent: string;
  count: (count: string) => string;
  meant: (used: string) => string;
  keys: string;
  loading: string;
  failed: string;
  services: Readonly<Record<SearchService, string>>;
}

export const th: SearchTranslation = {
  label: 'ค้นหาในคลังความรู้ e-LAAS',
  field: 'คำค้น เลขที่หนังสือ หรือข้อความที่ระบบแจ้ง',
  hint: 'เช่น โอนงบประมาณ, ว 5912',
  submit: 'ค้นหา',
  clear: 'ล้างคำค้น',
  suggestions: 'คำแนะนำ',
  recent: 'คำค้นล่าสุดบนเครื่องนี้',
  clearRecent: 'ล้างคำค้นล่าสุด',
  count: (count) => `มี ${count} คำแนะนำ ใช้ลูกศรขึ้นลงเพื่อเลือก`,
  meant: (used) => `คำแนะนำสำหรับ “${used}”`,
  keys: 'กด Enter เพื่อค้นหา หรือ Shift+Enter เพื่อขึ้นบรรทัดใหม่',
  loading: 'กำลังค้นหา',
  failed: 'ติดต่อระบบคลังความรู้ไม่ได้ โปรดตรวจสอบอินเทอร์เน็ต แล้วลองใหม่อีกครั้ง',
  services: {
    manual: 'คู่มือ',
    law: 'กฎหมายและหนังสือ',
    faq: 'คำถามที่พบบ่อย',
    news: 'ข่าว',
    update: 'การปรับปรุงระบบ',
    form: 'แบบฟอร์ม',
    thread: 'เว็บบอร์ด',
    authority: 'อปท.',
    page: 'หน้าเว็บ',
  },
};
