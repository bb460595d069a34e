import type { ReportReason } from '@km-laas/contract';

type ModerationAct =
  'pin' | 'unpin' | 'lock' | 'unlock' | 'move' | 'merge' | 'close' | 'reopen' | 'hide' | 'delete';

/** Words of the boxes that ask for a reason. */
export interface ActTranslation {
  report: string;
  reportHint: string;
  why: string;
  reasons: Readonly<Record<ReportReason, string>>;
  note: string;
  sendReport: string;
  reported: string;
  remove: string;
  removeHint: string;
  removed: string;
  moderate: string;
  moderateHint: string;
  act: string;
  acts: Readonly<Record<ModerationAct, string>>;
  reason: string;
  reasonHint: string;
  reasonMissing: string;
  moveTo: string;
  general: string;
  mergeInto: string;
  mergeHint: string;
  mergeMissing: string;
  done: string;
  promote: string;
  promoteHint: string;
  question: string;
  questionMissing: string;
  publish: string;
  promoted: string;
  confirm: string;
  cancel: string;
  sending: string;
  history: string;
  historyHint: string;
  replaced: (time: string, name: string) => string;
  close: string;
  failed: string;
}

export const th: ActTranslation = {
  report: 'แจ้งผู้ดูแลเรื่องข้อความนี้',
  reportHint: 'ผู้ดูแลจะเห็นเหตุผลที่ท่านแจ้ง ผู้เขียนจะไม่ทราบว่าใครแจ้ง',
  why: 'เรื่องที่แจ้ง',
  reasons: {
    personalData: 'มีข้อมูลส่วนบุคคล',
    rude: 'ไม่สุภาพ',
    wrong: 'ข้อมูลไม่ถูกต้อง',
    spam: 'โฆษณา',
    illegal: 'อาจผิดกฎหมาย',
    other: 'เรื่องอื่น',
  },
  note: 'รายละเอียด (ถ้ามี)',
  sendReport: 'ส่งให้ผู้ดูแล',
  reported: 'ส่งเรื่องให้ผู้ดูแลแล้ว ขอบคุณที่ช่วยดูแลเว็บบอร์ด',
  remove: 'ลบข้อความนี้หรือไม่',
  removeHint: 'เมื่อลบแล้ว ผู้อื่นจะไม่เห็นข้อความนี้ และท่านเรียกคืนเองไม่ได้',
  removed: 'ลบแล้ว',
  moderate: 'จัดการข้อความนี้',
  moderateHint: 'ระบบจะบันทึกการกระทำพร้อมเหตุผล และแจ้งเหตุผลให้ผู้เขียนทราบทางอีเมล',
  act: 'สิ่งที่จะทำ',
  acts: {
    pin: 'ปักหมุดไว้บนสุด',
    unpin: 'ถอนหมุด',
    lock: 'งดรับคำตอบเพิ่ม',
    unlock: 'เปิดรับคำตอบอีกครั้ง',
    move: 'ย้ายไปเมนูอื่น',
    merge: 'รวมกับกระทู้อื่น',
    close: 'ปิดกระทู้',
    reopen: 'เปิดกระทู้อีกครั้ง',
    hide: 'ซ่อนจากผู้อ่าน',
    delete: 'ลบ',
  },
  reason: 'เหตุผล',
  reasonHint: 'ผู้เขียนจะได้อ่านเหตุผลนี้',
  reasonMissing: 'ระบุเหตุผลอย่างน้อย 3 ตัวอักษร',
  moveTo: 'ย้ายไปที่เมนู',
  general: 'เรื่องทั่วไป',
  mergeInto: 'ที่อยู่ (ลิงก์) ของกระทู้ที่จะรวมด้วย',
  mergeHint: 'คำตอบทั้งหมดของกระทู้นี้จะย้ายไปอยู่ที่กระทู้นั้น',
  mergeMissing: 'วางลิงก์ที่คัดลอกจากกระทู้ที่จะรวมด้วย',
  done: 'ดำเนินการแล้ว',
  promote: 'ทำเป็นคำถามที่พบบ่อย',
  promoteHint: 'คำตอบนี้จะไปอยู่ในคำถามที่พบบ่อย พร้อมลิงก์กลับมาที่กระทู้',
  question: 'คำถาม',
  questionMissing: 'ระบุคำถามอย่างน้อย 5 ตัวอักษร',
  publish: 'เผยแพร่ทันที (หากไม่เลือก จะเป็นฉบับร่างให้บรรณาธิการตรวจ)',
  promoted: 'ทำเป็นคำถามที่พบบ่อยแล้ว',
  confirm: 'ยืนยัน',
  cancel: 'ยกเลิก',
  sending: 'กำลังส่ง',
  history: 'ประวัติการแก้ไข',
  historyHint: 'ผู้เขียนและผู้ดูแลเท่านั้นที่เห็นข้อความเดิม',
  replaced: (time, name) => `ใช้จนถึง ${time} แก้ไขโดย ${name}`,
  close: 'ปิด',
  failed: 'ส่งไม่สำเร็จ โปรดตรวจสอบอินเทอร์เน็ต แล้วลองใหม่อีกครั้ง',
};
