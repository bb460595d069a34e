import type {
  AnswerGrade,
  MemberGrade,
  ThreadKind,
  ThreadSort,
  ThreadState,
} from '@km-laas/contract';

/** Words of the list of threads. */
export interface WebboardTranslation {
  label: string;
  search: string;
  searchHint: string;
  menu: string;
  allMenus: string;
  general: string;
  state: string;
  allStates: string;
  kind: string;
  allKinds: string;
  sort: string;
  ask: string;
  signInToAsk: string;
  states: Readonly<Record<ThreadState, string>>;
  kinds: Readonly<Record<ThreadKind, string>>;
  sorts: Readonly<Record<ThreadSort, string>>;
  grades: Readonly<Record<AnswerGrade, string>>;
  members: Readonly<Record<MemberGrade, string>>;
  official: string;
  pinned: string;
  locked: string;
  replies: (count: string) => string;
  views: (count: string) => string;
  sameProblem: (count: string) => string;
  unread: (count: string) => string;
  lastActivity: (time: string) => string;
  empty: string;
  emptyHint: string;
  clear: string;
  held: string;
  heldHint: string;
  waiting: (count: string) => string;
  waitingHint: string;
  sendNow: string;
  refused: string;
  mend: string;
  discard: string;
  arrived: string;
  cannotSignIn: Readonly<Record<'blockedWindow' | 'insecure' | 'other', string>>;
  close: string;
}

export const th: WebboardTranslation = {
  label: 'เว็บบอร์ดถาม-ตอบ',
  search: 'ค้นหากระทู้',
  searchHint: 'พิมพ์คำถาม หรือข้อความที่ระบบแจ้ง',
  menu: 'เมนูของระบบ',
  allMenus: 'ทุกเมนู',
  general: 'เรื่องทั่วไป',
  state: 'สถานะ',
  allStates: 'ทุกสถานะ',
  kind: 'ประเภท',
  allKinds: 'ทุกประเภท',
  sort: 'เรียงตาม',
  ask: 'ตั้งกระทู้ใหม่',
  signInToAsk: 'เข้าสู่ระบบเพื่อตั้งกระทู้',
  states: { open: 'รอคำตอบ', answered: 'ได้คำตอบแล้ว', closed: 'ปิดแล้ว' },
  kinds: { question: 'คำถาม', discussion: 'แลกเปลี่ยนความเห็น' },
  sorts: {
    active: 'ความเคลื่อนไหวล่าสุด',
    latest: 'ตั้งกระทู้ล่าสุด',
    unanswered: 'ยังไม่มีผู้ตอบ',
    helpful: 'มีผู้พบปัญหาเดียวกันมาก',
  },
  grades: { official: 'คำตอบจาก สถ.', confirmed: 'ยืนยันโดย สถจ.', peer: 'เพื่อน อปท.' },
  members: { officer: 'สถ.', province: 'สถจ.', peer: 'อปท.' },
  official: 'สถ. ตอบแล้ว',
  pinned: 'ปักหมุด',
  locked: 'งดตอบ',
  replies: (count) => `คำตอบ ${count}`,
  views: (count) => `เปิดอ่าน ${count}`,
  sameProblem: (count) => `มีปัญหาเดียวกัน ${count}`,
  unread: (count) => `ใหม่ ${count}`,
  lastActivity: (time) => `ล่าสุด ${time}`,
  empty: 'ไม่พบกระทู้ที่ตรงกับที่ค้นหา',
  emptyHint: 'ลองใช้คำที่สั้นลง เลือกทุกเมนูและทุกสถานะ หรือตั้งกระทู้ถามใหม่',
  clear: 'ล้างการค้นหา',
  held: 'ข้อความของท่านที่รอผู้ดูแลตรวจ',
  heldHint: 'ผู้อื่นจะเห็นเมื่อผู้ดูแลอนุมัติแล้ว',
  waiting: (count) => `มีข้อความที่ยังไม่ได้ส่ง ${count} รายการ เก็บไว้ในเครื่องนี้แล้ว`,
  waitingHint: 'ระบบจะส่งให้เองเมื่อติดต่อคลังความรู้ได้',
  sendNow: 'ลองส่งตอนนี้',
  refused: 'ส่งไม่ได้',
  mend: 'แก้ไขแล้วส่งใหม่',
  discard: 'ทิ้งข้อความนี้',
  arrived: 'ส่งข้อความที่ค้างไว้แล้ว',
  cannotSignIn: {
    blockedWindow: 'เบราว์เซอร์ปิดกั้นหน้าต่างเข้าสู่ระบบ โปรดอนุญาตให้เว็บไซต์นี้เปิดหน้าต่าง แล้วกดอีกครั้ง',
    insecure: 'เข้าสู่ระบบจากหน้านี้ไม่ได้ เพราะเว็บไซต์นี้ไม่ได้ใช้ https โปรดใช้เว็บบอร์ดที่เว็บไซต์คลังความรู้',
    other: 'เข้าสู่ระบบไม่สำเร็จ โปรดตรวจสอบอินเทอร์เน็ต แล้วลองใหม่อีกครั้ง',
  },
  close: 'ปิดข้อความนี้',
};
