/** Words of the list of manuals. */
export interface ManualTranslation {
  label: string;
  search: string;
  searchHint: string;
  audienceFilter: string;
  systemFilter: string;
  allSystems: string;
  menus: string;
  allMenus: string;
  empty: string;
  emptyHint: string;
  clear: string;
  edition: (version: string) => string;
  since: (date: string) => string;
}

export const th: ManualTranslation = {
  label: 'คู่มือและเอกสาร',
  search: 'ค้นหาคู่มือ',
  searchHint: 'ชื่อคู่มือหรือเรื่องที่ต้องการ',
  audienceFilter: 'กลุ่มผู้ใช้',
  systemFilter: 'ใช้กับระบบ',
  allSystems: 'ทุกระบบ',
  menus: 'เมนูของระบบ',
  allMenus: 'ทุกเมนู',
  empty: 'ไม่พบคู่มือที่ตรงกับเงื่อนไข',
  emptyHint: 'ลองใช้คำที่สั้นลงหรือเลือกเมนูอื่น',
  clear: 'ล้างตัวกรองทั้งหมด',
  edition: (version) => `ฉบับที่ ${version}`,
  since: (date) => `เริ่มใช้ ${date}`,
};
