import type { FeedbackReason } from '@km-laas/contract';

/** Words of the question whether something helped. */
export interface FeedbackTranslation {
  feedback: string;
  yes: string;
  no: string;
  reasonOf: (helpful: boolean) => string;
  reasons: Readonly<Record<FeedbackReason, string>>;
  comment: string;
  commentHint: string;
  send: string;
  sending: string;
  thanks: string;
}

export const th: FeedbackTranslation = {
  feedback: 'เนื้อหานี้เป็นประโยชน์หรือไม่',
  yes: 'เป็นประโยชน์',
  no: 'ไม่เป็นประโยชน์',
  reasonOf: (helpful) => (helpful ? 'เป็นประโยชน์เพราะเหตุใด' : 'ควรปรับปรุงเรื่องใด'),
  reasons: {
    clear: 'อ่านเข้าใจง่าย',
    solved: 'แก้ปัญหาได้',
    unclear: 'อ่านเข้าใจยาก',
    outdated: 'ข้อมูลไม่เป็นปัจจุบัน',
    incomplete: 'ข้อมูลไม่ครบถ้วน',
    wrong: 'ข้อมูลไม่ถูกต้อง',
    other: 'อื่น ๆ',
  },
  comment: 'ความคิดเห็นเพิ่มเติม (ถ้ามี)',
  commentHint: 'ไม่เกิน 500 ตัวอักษร โปรดอย่าระบุชื่อ หมายเลขโทรศัพท์ หรือข้อมูลส่วนบุคคลอื่น',
  send: 'ส่งความคิดเห็น',
  sending: 'กำลังส่ง',
  thanks: 'ขอบคุณสำหรับความคิดเห็น เจ้าหน้าที่จะนำไปปรับปรุงเนื้อหาต่อไป',
};
