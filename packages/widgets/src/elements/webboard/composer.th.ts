import type { SearchService } from '@km-laas/contract';

/** Words of the field for a post, and of the page to ask. */
export interface ComposerTranslation {
  tools: string;
  bold: string;
  italic: string;
  list: string;
  numbered: string;
  quote: string;
  code: string;
  link: string;
  boldHere: string;
  linkHere: string;
  write: string;
  preview: string;
  previewEmpty: string;
  previewFailed: string;
  bodyHint: string;
  bodyMissing: string;
  bodyTooLong: (count: string, most: string) => string;
  attach: string;
  attachHint: string;
  attaching: (name: string) => string;
  attachTooLarge: (name: string) => string;
  attachWrongKind: (name: string) => string;
  attachTooMany: string;
  attachFailed: (name: string) => string;
  insert: string;
  takeOut: (name: string) => string;
  personal: string;
  personalBlock: string;
  personalWarn: string;
  personalSeen: string;
  personalUnseen: string;
  draftKept: string;
  dropDraft: string;
  sending: string;
  cancel: string;
  waiting: string;
  notKept: string;
  failed: string;
  signInAgain: string;
  signIn: string;
  send: string;
  save: string;
  conflict: string;
  quoting: (number: string, name: string) => string;
  noQuote: string;
  ask: string;
  askHint: string;
  kind: string;
  kinds: Readonly<Record<'question' | 'discussion', string>>;
  title: string;
  titleHint: string;
  titleMissing: string;
  menu: string;
  general: string;
  system: string;
  errorMessage: string;
  errorMessageHint: string;
  body: string;
  post: string;
  similar: string;
  similarHint: string;
  services: Readonly<Partial<Record<SearchService, string>>>;
  open: string;
  same: string;
  solved: string;
  solvedHint: string;
  askAnyway: string;
  toList: string;
  signInFirst: string;
}

export const th: ComposerTranslation = {
  tools: 'เครื่องมือจัดข้อความ',
  bold: 'ตัวหนา',
  italic: 'ตัวเอียง',
  list: 'รายการ',
  numbered: 'ลำดับเลข',
  quote: 'ยกข้อความ',
  code: 'ข้อความจากระบบ',
  link: 'ลิงก์',
  boldHere: 'ข้อความ',
  linkHere: 'คำอธิบายลิงก์',
  write: 'เขียน',
  preview: 'ดูตัวอย่าง',
  previewEmpty: 'ยังไม่มีข้อความ',
  previewFailed: 'แสดงตัวอย่างไม่ได้ในขณะนี้',
  bodyHint: 'อย่าใส่ชื่อ เลขประจำตัวประชาชน เบอร์โทรศัพท์ หรือเลขบัญชีของบุคคลใด',
  bodyMissing: 'พิมพ์ข้อความก่อนส่ง',
  bodyTooLong: (count, most) => `ข้อความยาว ${count} ตัวอักษร เกินกำหนด ${most} ตัวอักษร`,
  attach: 'แนบรูปหรือไฟล์ PDF',
  attachHint: 'PNG, JPEG, WebP หรือ PDF ไฟล์ละไม่เกิน 5 เมกะไบต์ รวมไม่เกิน 6 ไฟล์',
  attaching: (name) => `กำลังแนบ ${name}`,
  attachTooLarge: (name) => `${name} ใหญ่เกิน 5 เมกะไบต์`,
  attachWrongKind: (name) => `${name} ไม่ใช่ไฟล์ PNG, JPEG, WebP หรือ PDF`,
  attachTooMany: 'แนบได้ไม่เกิน 6 ไฟล์',
  attachFailed: (name) => `แนบ ${name} ไม่สำเร็จ โปรดตรวจสอบอินเทอร์เน็ต แล้วลองใหม่อีกครั้ง`,
  insert: 'แทรกในข้อความ',
  takeOut: (name) => `นำ ${name} ออก`,
  personal: 'พบข้อมูลที่อาจเป็นข้อมูลส่วนบุคคล ทุกคนที่เปิดเว็บบอร์ดจะอ่านได้',
  personalBlock: 'ลบหรือปิดบังข้อมูลนี้ก่อน จึงจะส่งได้',
  personalWarn: 'โปรดลบหรือปิดบัง หากไม่ใช่ข้อมูลของบุคคลใด ให้ยืนยันก่อนส่ง',
  personalSeen: 'ตรวจแล้ว ไม่ใช่ข้อมูลส่วนบุคคล ให้ส่งตามนี้',
  personalUnseen: 'ลบข้อมูลส่วนบุคคล หรือยืนยันว่าตรวจแล้ว ก่อนส่ง',
  draftKept: 'เก็บร่างไว้ในเครื่องนี้แล้ว',
  dropDraft: 'ทิ้งร่าง',
  sending: 'กำลังส่ง',
  cancel: 'ยกเลิก',
  waiting: 'ยังส่งไม่ได้ เก็บข้อความไว้ในเครื่องนี้แล้ว และจะส่งให้เองเมื่อติดต่อได้',
  notKept: 'ยังส่งไม่ได้ และเครื่องนี้เก็บข้อความไว้ไม่ได้ โปรดคัดลอกข้อความไว้ แล้วลองใหม่อีกครั้ง',
  failed: 'ส่งไม่สำเร็จ โปรดตรวจสอบอินเทอร์เน็ต แล้วลองใหม่อีกครั้ง',
  signInAgain: 'ท่านออกจากระบบแล้ว โปรดเข้าสู่ระบบอีกครั้งแล้วกดส่ง ข้อความยังอยู่ครบ',
  signIn: 'เข้าสู่ระบบ',
  send: 'ส่งคำตอบ',
  save: 'บันทึกการแก้ไข',
  conflict: 'มีการแก้ไขข้อความนี้จากที่อื่นแล้ว คัดลอกข้อความของท่านไว้ แล้วเปิดแก้ไขใหม่',
  quoting: (number, name) => `อ้างถึงคำตอบที่ ${number} ของ ${name}`,
  noQuote: 'ไม่อ้างถึง',
  ask: 'ตั้งกระทู้ใหม่',
  askHint: 'เล่าสิ่งที่ทำ สิ่งที่เห็น และสิ่งที่อยากได้ เพื่อให้ได้คำตอบเร็ว',
  kind: 'ประเภท',
  kinds: {
    question: 'คำถาม: ต้องการคำตอบที่ใช้ได้จริง',
    discussion: 'แลกเปลี่ยนความเห็น',
  },
  title: 'หัวข้อ',
  titleHint: 'เช่น โอนงบประมาณข้ามหมวดแล้วบันทึกไม่ได้',
  titleMissing: 'พิมพ์หัวข้ออย่างน้อย 5 ตัวอักษร',
  menu: 'เมนูที่เกี่ยวข้อง',
  general: 'เรื่องทั่วไป',
  system: 'ใช้กับระบบ',
  errorMessage: 'ข้อความที่ระบบแจ้ง (ถ้ามี)',
  errorMessageHint: 'คัดลอกจากหน้าจอมาวาง ผู้ที่พบข้อความเดียวกันจะค้นเจอ',
  body: 'รายละเอียด',
  post: 'ตั้งกระทู้',
  similar: 'อาจมีคำตอบอยู่แล้ว',
  similarHint: 'หากตรงกับที่ท่านต้องการถาม ไม่ต้องตั้งกระทู้ใหม่',
  services: {
    faq: 'คำถามที่พบบ่อย',
    manual: 'คู่มือ',
    law: 'กฎหมายและหนังสือ',
    thread: 'กระทู้',
    update: 'การปรับปรุงระบบ',
    form: 'แบบฟอร์ม',
    news: 'ข่าว',
    page: 'หน้าเว็บ',
  },
  open: 'เปิดอ่าน',
  same: 'ตรงกับที่ฉันถาม',
  solved: 'ดีใจที่พบคำตอบแล้ว',
  solvedHint: 'ไม่ต้องตั้งกระทู้ใหม่ เปิดอ่านได้ที่',
  askAnyway: 'ยังต้องการตั้งกระทู้',
  toList: 'กลับไปที่รายการ',
  signInFirst: 'เข้าสู่ระบบก่อนตั้งกระทู้',
};
