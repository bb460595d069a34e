import type { ServiceName } from '../platform/service-room';

/** A part of the knowledge bank's own site: the list and the documents of one service. */
export interface Section {
  /** First part of its addresses, and the name of its shells. */
  path: string;
  service: ServiceName;
  title: string;
  description: string;
}

/** In the order of the menu. */
export const sections: readonly Section[] = [
  {
    path: 'manuals',
    service: 'manual',
    title: 'คู่มือและเอกสาร',
    description: 'คู่มือการใช้งานระบบ e-LAAS จำแนกตามเมนูของระบบ พร้อมไฟล์ให้ดาวน์โหลด',
  },
  {
    path: 'laws',
    service: 'law',
    title: 'กฎหมาย ระเบียบ หนังสือสั่งการ',
    description:
      'กฎหมาย ระเบียบ และหนังสือสั่งการด้านการเงินการคลังขององค์กรปกครองส่วนท้องถิ่น พร้อมสถานะการใช้บังคับ',
  },
  {
    path: 'faqs',
    service: 'faq',
    title: 'คำถามที่พบบ่อย',
    description: 'คำถามที่พบบ่อยเกี่ยวกับการใช้งานระบบ e-LAAS พร้อมคำตอบ',
  },
  {
    path: 'news',
    service: 'news',
    title: 'ข่าวประชาสัมพันธ์',
    description: 'ข่าวประชาสัมพันธ์และประกาศเกี่ยวกับระบบ e-LAAS',
  },
  {
    path: 'updates',
    service: 'update',
    title: 'ข้อมูลการปรับปรุงระบบ',
    description: 'รายการปรับปรุงระบบ e-LAAS จำแนกตามวันที่และเมนู พร้อมคู่มือของแต่ละรายการ',
  },
  {
    path: 'forms',
    service: 'form',
    title: 'ดาวน์โหลดแบบฟอร์ม',
    description: 'แบบฟอร์มที่ใช้กับระบบ e-LAAS ทั้งไฟล์ที่แก้ไขได้และไฟล์ PDF',
  },
];

/** Pages that stand by themselves; the name of each is also that of its shell. */
export const plainPages: Readonly<Record<string, { title: string; description: string }>> = {
  privacy: {
    title: 'นโยบายคุ้มครองข้อมูลส่วนบุคคล',
    description: 'การคุ้มครองข้อมูลส่วนบุคคลของผู้ใช้คลังความรู้ e-LAAS',
  },
  policy: {
    title: 'นโยบายเว็บไซต์',
    description: 'ข้อกำหนดและเงื่อนไขการใช้เว็บไซต์คลังความรู้ e-LAAS',
  },
  contact: {
    title: 'ติดต่อเรา',
    description: 'ช่องทางติดต่อผู้ดูแลคลังความรู้ e-LAAS',
  },
  accessibility: {
    title: 'การเข้าถึงเว็บไซต์',
    description: 'คำแถลงเรื่องการเข้าถึงเว็บไซต์คลังความรู้ e-LAAS สำหรับทุกคน',
  },
  sitemap: {
    title: 'แผนผังเว็บไซต์',
    description: 'แผนผังเว็บไซต์คลังความรู้ e-LAAS',
  },
};

export const siteName = 'คลังความรู้ e-LAAS';

export const home = {
  title: siteName,
  description:
    'คลังความรู้ระบบบัญชีคอมพิวเตอร์ขององค์กรปกครองส่วนท้องถิ่น (e-LAAS): คู่มือ กฎหมาย คำถามที่พบบ่อย ข่าว การปรับปรุงระบบ และแบบฟอร์ม',
};
