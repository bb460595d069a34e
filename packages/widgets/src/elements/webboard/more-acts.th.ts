/** Words of the acts a reader unfolds. */
export interface MoreTranslation {
  mention: string;
  edit: string;
  history: string;
  remove: string;
  report: string;
  promote: string;
  moderate: string;
  failed: string;
}

export const th: MoreTranslation = {
  mention: 'กล่าวถึง',
  edit: 'แก้ไข',
  history: 'ประวัติการแก้ไข',
  remove: 'ลบ',
  report: 'แจ้งผู้ดูแล',
  promote: 'ทำเป็นคำถามที่พบบ่อย',
  moderate: 'จัดการ',
  failed: 'ทำรายการไม่สำเร็จ โปรดตรวจสอบอินเทอร์เน็ต แล้วลองใหม่อีกครั้ง',
};
