import type { FollowMode } from '@km-laas/contract';

/** Words of one thread. */
export interface ThreadTranslation {
  replies: (count: string) => string;
  noReplies: string;
  accepted: string;
  acceptedBelow: string;
  answerNumber: (number: string) => string;
  edited: (time: string) => string;
  quoting: (number: string, name: string) => string;
  removed: Readonly<Record<'author' | 'moderator', string>>;
  errorMessage: string;
  attachments: string;
  closed: (reason: string) => string;
  locked: string;
  merged: string;
  inFaq: string;
  sameProblem: (count: string) => string;
  helpful: (count: string) => string;
  follow: string;
  follows: Readonly<Record<FollowMode | 'none', string>>;
  reply: string;
  signInToReply: string;
  quote: string;
  more: string;
  accept: string;
  unaccept: string;
  newReplies: (count: string) => string;
  changed: string;
  failed: string;
}

export const th: ThreadTranslation = {
  replies: (count) => `คำตอบทั้งหมด ${count} รายการ`,
  noReplies: 'ยังไม่มีผู้ตอบ',
  accepted: 'คำตอบที่เลือก',
  acceptedBelow: 'ดูคำตอบนี้ในลำดับการสนทนา',
  answerNumber: (number) => `คำตอบที่ ${number}`,
  edited: (time) => `แก้ไขเมื่อ ${time}`,
  quoting: (number, name) => `อ้างถึงคำตอบที่ ${number} ของ ${name}`,
  removed: {
    author: 'ผู้เขียนลบข้อความนี้แล้ว',
    moderator: 'ผู้ดูแลนำข้อความนี้ออกแล้ว',
  },
  errorMessage: 'ข้อความที่ระบบแจ้ง',
  attachments: 'ไฟล์แนบ',
  closed: (reason) => `กระทู้นี้ปิดแล้ว: ${reason}`,
  locked: 'กระทู้นี้งดรับคำตอบเพิ่ม',
  merged: 'กระทู้นี้ถูกรวมกับกระทู้',
  inFaq: 'คำตอบของกระทู้นี้อยู่ในคำถามที่พบบ่อย',
  sameProblem: (count) => `มีปัญหาเดียวกัน ${count}`,
  helpful: (count) => `เป็นประโยชน์ ${count}`,
  follow: 'ติดตามกระทู้',
  follows: {
    none: 'ไม่ติดตาม',
    immediate: 'แจ้งทางอีเมลทันที',
    digest: 'สรุปทางอีเมลวันละครั้ง',
    site: 'แจ้งเฉพาะบนเว็บ',
  },
  reply: 'ตอบกระทู้',
  signInToReply: 'เข้าสู่ระบบเพื่อตอบกระทู้',
  quote: 'อ้างถึง',
  more: 'เพิ่มเติม',
  accept: 'เลือกเป็นคำตอบ',
  unaccept: 'ยกเลิกการเลือก',
  newReplies: (count) => `มีคำตอบใหม่ ${count} รายการ`,
  changed: 'มีผู้เปลี่ยนแปลงไปก่อนแล้ว จึงแสดงข้อมูลล่าสุดให้',
  failed: 'ทำรายการไม่สำเร็จ โปรดตรวจสอบอินเทอร์เน็ต แล้วลองใหม่อีกครั้ง',
};
