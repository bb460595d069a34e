/** Words of the manuals. */
export interface ManualTranslation {
  label: string;
  search: string;
  searchHint: string;
  audienceFilter: string;
  systemFilter: string;
  allSystems: string;
  menus: string;
  allMenus: string;
  menusOf: (menu: string) => string;
  empty: string;
  emptyHint: string;
  clear: string;
  version: string;
  effective: string;
  inForceFrom: (date: string) => string;
  forWhom: string;
  system: string;
  updated: string;
  reviewBy: string;
  contents: string;
  files: string;
  earlier: string;
}

export const th: ManualTranslation = {
  label: 'คู่มือและเอกสาร',
  search: 'ค้นหาคู่มือ',
  searchHint: 'พิมพ์ชื่อคู่มือหรือเรื่องที่ต้องการ',
  audienceFilter: 'กลุ่มผู้ใช้',
  systemFilter: 'ใช้กับระบบ',
  allSystems: 'ทุกระบบ',
  menus: 'เมนูของระบบ',
  allMenus: 'ทุกเมนู',
  menusOf: (menu) => `เมนูย่อยของ${menu}`,
  empty: 'ไม่พบคู่มือที่ตรงกับเงื่อนไข',
  emptyHint: 'ลองใช้คำที่สั้นลง เลือกเมนูที่กว้างขึ้น หรือล้างตัวกรองทั้งหมด',
  clear: 'ล้างตัวกรองทั้งหมด',
  version: 'ฉบับที่',
  effective: 'วันที่เริ่มใช้',
  inForceFrom: (date) => `เริ่มใช้ ${date}`,
  forWhom: 'สำหรับ',
  system: 'ใช้กับระบบ',
  updated: 'ปรับปรุงล่าสุด',
  reviewBy: 'กำหนดทบทวน',
  contents: 'สารบัญ',
  files: 'ไฟล์คู่มือ',
  earlier: 'ฉบับก่อนหน้า',
};
