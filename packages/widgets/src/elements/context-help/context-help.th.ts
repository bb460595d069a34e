/** Words of the help of one menu. */
export interface ContextHelpTranslation {
  label: string;
  open: string;
  close: string;
  manuals: string;
  faqs: string;
  updates: string;
  all: (group: string) => string;
  ask: string;
  search: string;
  newTab: string;
  empty: string;
  emptyHint: string;
}

export const th: ContextHelpTranslation = {
  label: 'ความช่วยเหลือของเมนูนี้',
  open: 'ความช่วยเหลือ',
  close: 'ปิด',
  manuals: 'คู่มือ',
  faqs: 'คำถามที่พบบ่อย',
  updates: 'การปรับปรุงล่าสุด',
  all: (group) => `${group}ทั้งหมดของเมนูนี้`,
  ask: 'ถามในเว็บบอร์ด',
  search: 'ค้นหาในคลังความรู้',
  newTab: 'เปิดในแท็บใหม่',
  empty: 'ยังไม่มีคู่มือหรือคำตอบของเมนูนี้',
  emptyHint: 'ค้นหาในคลังความรู้ หรือถามเจ้าหน้าที่ในเว็บบอร์ด',
};
