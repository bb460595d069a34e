import { html } from '../html.js';

/** Words of the page where elements are chosen for other websites, before any script runs. */
const th = {
  lead: html`นำคู่มือ กฎหมาย คำถามที่พบบ่อย ข่าว และตัวเลขการคลังของ อปท. ไปแสดงบนเว็บไซต์ของท่าน
    ข้อมูลเป็นปัจจุบันเสมอโดยไม่ต้องดูแลเพิ่ม เลือกด้านล่างแล้วคัดลอกโค้ดไปวาง หากยังไม่เคยทำ โปรดดู
    <a href="/help/web-admins">คู่มือสำหรับผู้ดูแลเว็บไซต์</a>`,
  needsScript: 'หน้านี้ต้องเปิดใช้ JavaScript เพื่อสร้างโค้ด',
  choose: '1. เลือกสิ่งที่จะแสดง',
  look: '2. ดูตัวอย่าง',
  take: '3. คัดลอกโค้ดไปวาง',
  element: 'บริการที่ต้องการแสดง',
  searchBox: 'ค้นหาทุกบริการ',
  statusStrip: 'สถานะระบบ e-LAAS',
  authority: 'อปท. ของท่าน',
  authorityHint: 'พิมพ์ชื่อหรือรหัส 8 หลัก แล้วเลือกจากรายการ เว้นว่างไว้ให้ผู้อ่านเลือกเอง',
  topic: 'เฉพาะเมนู',
  everyTopic: 'ทุกเมนู',
  limit: 'จำนวนรายการเมื่อเปิดหน้า',
  lang: 'ภาษา',
  langs: { '': 'ตามหน้าเว็บ', th: 'ไทย', en: 'อังกฤษ (English)' },
  theme: 'พื้นหลัง',
  themes: { light: 'สว่าง', dark: 'มืด', auto: 'ตามเครื่องของผู้อ่าน' },
  density: 'ระยะห่าง',
  densities: { comfortable: 'ปกติ', compact: 'กระชับ' },
  pinned: 'ตรึงรุ่นและให้เบราว์เซอร์ตรวจไฟล์ (SRI)',
  pinnedHint:
    'หน้าเว็บใช้รุ่นนี้จนกว่าท่านจะเปลี่ยนโค้ด เหมาะกับหน่วยงานที่ต้องตรวจสอบไฟล์ก่อนปรับรุ่น ถ้าไม่แน่ใจไม่ต้องเลือก',
  colour: 'สีหลัก',
  ownColour: 'ใช้สีของหน่วยงาน',
  accent: 'สีของหน่วยงาน',
  mend: 'ใช้สีใกล้เคียงที่อ่านได้',
  widths: 'ความกว้างของตัวอย่าง',
  phone: 'โทรศัพท์',
  computer: 'คอมพิวเตอร์',
  preview: 'ตัวอย่าง',
  host: 'เว็บไซต์ของท่านสร้างด้วย',
  code: 'โค้ด',
  copy: 'คัดลอกโค้ด',
  check: 'วางแล้วไม่แสดงผล ตรวจหาสาเหตุได้ที่นี่',
  address: 'ที่อยู่ของหน้าเว็บ',
  addressHint: 'ระบบเปิดหน้านี้ดูหนึ่งครั้งแล้วบอกสาเหตุพร้อมวิธีแก้ ไม่เก็บทั้งที่อยู่และเนื้อหา',
  checkAddress: 'ตรวจสอบ',
  unreachable: 'หน้าเว็บที่ต้องเข้าสู่ระบบ หรือเปิดจากภายนอกไม่ได้',
  byHand:
    'เปิดหน้าเว็บของท่านใน Chrome หรือ Edge กด F12 เลือกแท็บ Console วางบรรทัดนี้แล้วกด Enter จากนั้นกลับมาวางในช่องด้านล่าง หรือวางโค้ดของหน้าเว็บที่คัดลอกมาก็ได้ ข้อความที่วางไม่ถูกส่งออกจากเครื่องของท่าน',
  command: 'คำสั่งสำหรับ Console',
  source: 'โค้ดของหน้าเว็บ',
  checkSource: 'ตรวจโค้ดที่วาง',
};

const en: typeof th = {
  lead: html`Show the manuals, laws, answers, news and fiscal figures of local authorities on your
    own website. They are always current, and you need not look after them. Choose below, copy the
    code and paste it. <a href="/help/web-admins">The guide for web admins</a> is in Thai.`,
  needsScript: 'This page needs JavaScript to write the code.',
  choose: '1. Choose what to show',
  look: '2. Look at it',
  take: '3. Copy the code',
  element: 'Service to show',
  searchBox: 'Search over everything',
  statusStrip: 'State of e-LAAS',
  authority: 'Your local authority',
  authorityHint:
    'Type its name in Thai or its 8-digit code and choose from the list; leave it empty to let readers choose',
  topic: 'Menu of e-LAAS',
  everyTopic: 'Every menu',
  limit: 'Items at first',
  lang: 'Language',
  langs: { '': 'As the page', th: 'Thai (ไทย)', en: 'English' },
  theme: 'Ground',
  themes: { light: 'Light', dark: 'Dark', auto: 'As the reader’s system' },
  density: 'Spacing',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  pinned: 'Keep to this release and have browsers check its files (SRI)',
  pinnedHint:
    'The page stays with this release until you change the code. For offices that inspect files before they upgrade; leave it if in doubt.',
  colour: 'Main colour',
  ownColour: 'Use a colour of our own',
  accent: 'Your colour',
  mend: 'Use the nearest colour that can be read',
  widths: 'Width of the preview',
  phone: 'Phone',
  computer: 'Computer',
  preview: 'Preview',
  host: 'Your website is made with',
  code: 'Code',
  copy: 'Copy the code',
  check: 'It does not show? Find out why',
  address: 'Address of the page',
  addressHint:
    'The page is opened once, and you are told the cause and what mends it. Neither address nor content is kept.',
  checkAddress: 'Check',
  unreachable: 'A page that asks for sign-in, or cannot be opened from outside',
  byHand:
    'Open your page in Chrome or Edge, press F12, choose the tab Console, paste this line and press Enter. Then come back and paste into the field below; the copied source of the page will do too. What you paste does not leave your computer.',
  command: 'Command for the console',
  source: 'Source of the page',
  checkSource: 'Check what was pasted',
};

export type EmbedWords = typeof th;
export const embedWords = { th, en };
