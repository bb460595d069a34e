import type { FeedbackReason } from '@km-laas/contract';

/** Words of the question whether something helped. */
export interface FeedbackTranslation {
  feedback: string;
  yes: string;
  no: string;
  why: string;
  reasons: Readonly<Partial<Record<FeedbackReason, string>>>;
  comment: string;
  commentHint: string;
  send: string;
  thanks: string;
}

export const th: FeedbackTranslation = {
  feedback: 'เนื้อหานี้เป็นประโยชน์หรือไม่',
  yes: 'เป็นประโยชน์',
  no: 'ไม่เป็นประโยชน์',
  why: 'ควรปรับปรุงเรื่องใด',
  reasons: {
    unclear: 'อ่านเข้าใจยาก',
    outdated: 'ข้อมูลไม่เป็นปัจจุบัน',
    incomplete: 'ข้อมูลไม่ครบถ้วน',
    wrong: 'ข้อมูลไม่ถูกต้อง',
    other: 'อื่น ๆ',
  },
  comment: 'ความคิดเห็นเพิ่มเติม (ถ้ามี)',
  commentHint: 'ไม่เกิน 500 ตัวอักษร โปรดอย่าใส่ข้อมูลส่วนบุคคล',
  send: 'ส่งความคิดเห็น',
  thanks: 'ขอบคุณสำหรับความคิดเห็น',
};
