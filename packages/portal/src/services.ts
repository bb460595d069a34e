import type { Service } from './page.js';

/**
 * The services in the order of the menu. One entry here is a page with the whole list, a page for
 * every item, a door on the home page, and a line in the menu, the footer and the site map.
 */
export const services: readonly Service[] = [
  {
    name: 'manuals',
    tag: 'km-manual-browser',
    title: 'คู่มือและเอกสาร',
    menuTitle: 'คู่มือ',
    titleEn: 'Manuals and documents',
    line: 'วิธีใช้งานแต่ละเมนูทีละขั้นตอน อ่านบนหน้าเว็บหรือดาวน์โหลดเป็น PDF',
    lineEn: 'How to use each menu of e-LAAS, step by step, to read here or as PDF',
    description: 'คู่มือการใช้งานระบบ e-LAAS จัดหมวดหมู่ตามเมนูของระบบ อ่านบนหน้าเว็บ พิมพ์ หรือดาวน์โหลดเป็น PDF',
    icon: 'M12 6.5C10 5 7 4.5 3.5 4.5v13c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-13c-3.5 0-6.5.5-8.5 2zm0 0v13',
  },
  {
    name: 'laws',
    tag: 'km-law-library',
    title: 'กฎหมาย ระเบียบ หนังสือสั่งการ',
    titleEn: 'Laws, regulations and directive letters',
    menuTitle: 'กฎหมายและหนังสือ',
    line: 'ค้นจากเลขที่หนังสือ และดูว่ายังใช้บังคับอยู่หรือไม่',
    lineEn: 'Find a letter by its number and see whether it is still in force',
    description:
      'กฎหมาย ระเบียบ และหนังสือสั่งการด้านการเงินการคลังขององค์กรปกครองส่วนท้องถิ่น พร้อมสถานะการใช้บังคับและความเชื่อมโยงระหว่างฉบับ',
    icon: 'M12 4v16M7 20h10M5 7h14M5 7l-2.5 6.5a2.7 2.7 0 0 0 5 0zm14 0-2.5 6.5a2.7 2.7 0 0 0 5 0z',
  },
  {
    name: 'faqs',
    tag: 'km-faq-list',
    title: 'คำถามที่พบบ่อย',
    titleEn: 'Questions and answers',
    line: 'ค้นด้วยคำถามหรือข้อความที่ระบบแจ้ง แล้วแก้ไขตามคำตอบได้ทันที',
    lineEn: 'Search by your question, or by the message on your screen',
    description:
      'คำถามที่พบบ่อยเกี่ยวกับการใช้งานระบบ e-LAAS พร้อมคำตอบ ค้นหาได้ด้วยคำถามหรือข้อความที่ระบบแจ้งบนหน้าจอ',
    icon: 'M4 5h16v11h-8l-5 4v-4H4zM9.7 9a2.3 2.3 0 1 1 3.3 2c-.7.3-1 .6-1 1.3m0 1.7v.01',
  },
  {
    name: 'threads',
    tag: 'km-webboard',
    title: 'เว็บบอร์ดถาม-ตอบ',
    titleEn: 'Webboard',
    menuTitle: 'เว็บบอร์ด',
    line: 'ถามเจ้าหน้าที่ สถ. สถจ. และเพื่อน อปท. แล้วติดตามคำตอบได้',
    lineEn: 'Ask the department, the provinces and fellow authorities, and follow the answers',
    description:
      'กระทู้ถาม-ตอบการใช้งานระบบ e-LAAS ของเจ้าหน้าที่ อปท. ทั่วประเทศ พร้อมคำตอบจาก สถ. และ สถจ. อ่านได้ทันที เข้าสู่ระบบเมื่อต้องการถามหรือตอบ',
    icon: 'M3.5 4.5h12v8h-6l-3.5 3v-3H3.5zm14.5 4h2.5v8H18v3l-3.5-3H10V15',
  },
  {
    name: 'news',
    tag: 'km-news-ticker',
    attributes: { view: 'list' },
    title: 'ข่าวประชาสัมพันธ์',
    titleEn: 'News',
    menuTitle: 'ข่าว',
    line: 'ประกาศ กำหนดการ และการอบรมที่เจ้าหน้าที่ควรทราบ',
    lineEn: 'Announcements, schedules and training',
    description: 'ข่าวประชาสัมพันธ์ ประกาศ และกำหนดการเกี่ยวกับระบบ e-LAAS สำหรับเจ้าหน้าที่',
    icon: 'M4 10v4h3l8 4.5v-13L7 10zm3 4v5h3v-3.3M18.5 9.5a4 4 0 0 1 0 5',
  },
  {
    name: 'updates',
    tag: 'km-update-log',
    title: 'ข้อมูลการปรับปรุงระบบ',
    titleEn: 'System updates',
    menuTitle: 'การปรับปรุงระบบ',
    line: 'เมนูใดเปลี่ยนแปลง เมื่อใด พร้อมคู่มือของแต่ละรายการ',
    lineEn: 'Which menu changed and when, each with its own manual',
    description:
      'รายการปรับปรุงระบบ e-LAAS เรียงตามวันที่ ระบุเมนูที่เปลี่ยนแปลงและกลุ่มผู้ใช้งาน พร้อมคู่มือของแต่ละรายการ',
    icon: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.3M20 4.5v4.8h-4.8M12 8v4.3l3 1.7',
  },
  {
    name: 'forms',
    tag: 'km-form-downloader',
    title: 'ดาวน์โหลดแบบฟอร์ม',
    titleEn: 'Forms',
    menuTitle: 'แบบฟอร์ม',
    line: 'แบบฟอร์มฉบับล่าสุด ทั้งไฟล์ที่แก้ไขได้และไฟล์ PDF',
    lineEn: 'Current forms, as editable files and as PDF',
    description: 'แบบฟอร์มที่ใช้กับงานในระบบ e-LAAS ฉบับล่าสุด ดาวน์โหลดได้ทั้งไฟล์ที่แก้ไขได้และไฟล์ PDF',
    icon: 'M6 3.5h8l4.5 4.5v12.5H6zm8 0V8h4.5M12 11v5.5m-2.5-2.5 2.5 2.5 2.5-2.5',
  },
  {
    name: 'fiscal',
    tag: 'km-fiscal-chart',
    isFigures: true,
    title: 'ภาพรวมการคลัง',
    titleEn: 'Fiscal overview',
    line: 'รายรับจริงและรายจ่ายจริงของ อปท. แต่ละแห่ง เทียบกับปีก่อนและแห่งที่คล้ายกัน',
    lineEn: 'What each local authority received and spent, beside last year and others like it',
    description:
      'รายรับจริงและรายจ่ายจริงของ อปท. ทุกแห่งในปีงบประมาณปัจจุบัน แยกตามหมวดและเดือน เปรียบเทียบกับปีก่อนและ อปท. ที่คล้ายกันได้',
    icon: 'M4 20h16M6.5 16.5v-6M12 16.5v-11M17.5 16.5V13',
  },
  {
    name: 'subsidies',
    tag: 'km-subsidy-table',
    isFigures: true,
    title: 'การโอนเงินอุดหนุนทั่วไป',
    titleEn: 'General subsidy transfers',
    menuTitle: 'เงินอุดหนุน',
    line: 'โอนให้ อปท. ใด งวดใด เท่าใด ตามหนังสือฉบับใด',
    lineEn: 'What was transferred to whom, in which instalment and by which letter',
    description: 'การโอนเงินอุดหนุนทั่วไปให้แก่ อปท. แยกตามประเภทและงวด พร้อมหนังสือแจ้งการโอนของแต่ละรายการ',
    icon: 'M4 7.5h16v10H4zM12 10.2a2.3 2.3 0 1 0 0 4.6a2.3 2.3 0 1 0 0-4.6M7 4.5h10M7 12.5v.01M17 12.5v.01',
  },
];
