import type { HeldReason } from '@km-laas/contract';

/** Words of what is written below a thread. */
export interface ReplyTranslation {
  yourReply: string;
  edit: string;
  sent: string;
  heldForYou: Readonly<Record<HeldReason | 'other', string>>;
  failed: string;
  reply: string;
}

export const th: ReplyTranslation = {
  yourReply: 'คำตอบของท่าน',
  edit: 'แก้ไข',
  sent: 'ส่งคำตอบแล้ว',
  heldForYou: {
    newMember: 'ได้รับข้อความแล้ว ข้อความแรกของสมาชิกใหม่จะแสดงเมื่อผู้ดูแลอนุมัติ',
    words: 'ได้รับข้อความแล้ว มีคำที่ผู้ดูแลต้องตรวจก่อนแสดง',
    links: 'ได้รับข้อความแล้ว มีลิงก์ที่ผู้ดูแลต้องตรวจก่อนแสดง',
    reported: 'ได้รับข้อความแล้ว ผู้ดูแลจะตรวจก่อนแสดง',
    other: 'ได้รับข้อความแล้ว จะแสดงเมื่อผู้ดูแลอนุมัติ',
  },
  failed: 'ทำรายการไม่สำเร็จ โปรดตรวจสอบอินเทอร์เน็ต แล้วลองใหม่อีกครั้ง',
  reply: 'ตอบกระทู้',
};
