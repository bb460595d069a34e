/** Words of the forms. */
export interface FormTranslation {
  label: string;
  search: string;
  searchHint: string;
  menu: string;
  allMenus: string;
  empty: string;
  emptyHint: string;
  clear: string;
  usedBy: string;
  edition: (version: string) => string;
  updated: (date: string) => string;
  downloadAs: (code: string) => string;
  sized: string;
  noFile: string;
  superseded: string;
}

export const th: FormTranslation = {
  label: 'ดาวน์โหลดแบบฟอร์ม',
  search: 'ค้นหาแบบฟอร์ม',
  searchHint: 'ชื่อหรือรหัสแบบ เช่น KM-F01',
  menu: 'เมนู',
  allMenus: 'ทุกเมนู',
  empty: 'ไม่พบแบบฟอร์มที่ตรงกับการค้นหา',
  emptyHint: 'ลองใช้คำที่สั้นลง พิมพ์รหัสแบบ หรือเลือกทุกเมนู',
  clear: 'แสดงแบบฟอร์มทั้งหมด',
  usedBy: 'ผู้ใช้แบบ',
  edition: (version) => `ฉบับ ${version}`,
  updated: (date) => `ปรับปรุงเมื่อ ${date}`,
  downloadAs: (code) => `ดาวน์โหลด ${code} เป็น`,
  sized: 'ขนาด',
  noFile: 'ยังไม่มีไฟล์ให้ดาวน์โหลด',
  superseded: 'เลิกใช้แบบนี้แล้ว โปรดใช้',
};
