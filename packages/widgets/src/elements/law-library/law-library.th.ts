import type { LawKind, LawStatus, Urgency } from '@km-laas/contract';

/** Words of the list of laws. */
export interface LawTranslation {
  label: string;
  search: string;
  searchHint: string;
  kind: string;
  allKinds: string;
  year: string;
  allYears: string;
  status: string;
  allStatuses: string;
  byNumber: (number: string) => string;
  byText: string;
  noNumber: (number: string) => string;
  empty: string;
  emptyHint: string;
  clear: string;
  repealedBy: string;
  amendedBy: string;
  kinds: Readonly<Record<LawKind, string>>;
  statuses: Readonly<Record<LawStatus, string>>;
  urgencies: Readonly<Record<Urgency, string>>;
}

export const th: LawTranslation = {
  label: 'กฎหมาย ระเบียบ และหนังสือสั่งการ',
  search: 'ค้นหาจากเลขที่หนังสือหรือข้อความ',
  searchHint: 'เช่น ว 5912 หรือชื่อเรื่อง',
  kind: 'ประเภท',
  allKinds: 'ทุกประเภท',
  year: 'ปี พ.ศ.',
  allYears: 'ทุกปี',
  status: 'สถานะ',
  allStatuses: 'ทุกสถานะ',
  byNumber: (number) => `แสดงหนังสือเลขที่ “${number}”`,
  byText: 'ค้นหาจากข้อความแทน',
  noNumber: (number) => `ไม่พบหนังสือเลขที่ “${number}” จึงแสดงผลการค้นหาจากข้อความ`,
  empty: 'ไม่พบกฎหมายหรือหนังสือที่ตรงกับเงื่อนไข',
  emptyHint: 'ลองใช้คำที่สั้นลง ตรวจสอบเลขที่หนังสือ หรือล้างเงื่อนไขทั้งหมด',
  clear: 'ล้างเงื่อนไขทั้งหมด',
  repealedBy: 'ยกเลิกโดย',
  amendedBy: 'แก้ไขโดย',
  kinds: {
    constitution: 'รัฐธรรมนูญ',
    organicAct: 'พระราชบัญญัติประกอบรัฐธรรมนูญ',
    act: 'พระราชบัญญัติ',
    emergencyDecree: 'พระราชกำหนด',
    code: 'ประมวลกฎหมาย',
    royalDecree: 'พระราชกฤษฎีกา',
    ministerialRegulation: 'กฎกระทรวง',
    regulation: 'ระเบียบ',
    rule: 'ข้อบังคับ',
    ordinance: 'ข้อบัญญัติท้องถิ่น',
    announcement: 'ประกาศ',
    order: 'คำสั่ง',
    letter: 'หนังสือสั่งการ',
    guideline: 'แนวทางปฏิบัติ',
    consultation: 'ข้อหารือ',
    cabinetResolution: 'มติคณะรัฐมนตรี',
    committeeResolution: 'มติคณะกรรมการ',
  },
  statuses: {
    inForce: 'ใช้บังคับ',
    amended: 'แก้ไขเพิ่มเติม',
    repealed: 'ยกเลิก',
    notYetInForce: 'ยังไม่ใช้บังคับ',
  },
  urgencies: { urgent: 'ด่วน', veryUrgent: 'ด่วนมาก', mostUrgent: 'ด่วนที่สุด' },
};
