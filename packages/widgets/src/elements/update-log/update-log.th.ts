import type { UpdateKind } from '@km-laas/contract';

/** Words of the update log. */
export interface UpdateTranslation {
  label: string;
  filters: (count: string) => string;
  empty: string;
  emptyHint: string;
  clearFilters: string;
  menu: string;
  kinds: Readonly<Record<UpdateKind, string>>;
  roles: string;
  manual: string;
  before: string;
  after: string;
  enlarge: (side: string) => string;
  pictures: string;
  close: string;
  whole: (total: string) => string;
}

export const th: UpdateTranslation = {
  label: 'ข้อมูลการปรับปรุงระบบ',
  filters: (count) => (count ? `ตัวกรอง (ใช้อยู่ ${count})` : 'กรองตามเมนู ประเภท หรือปี'),
  empty: 'ไม่พบข้อมูลการปรับปรุงระบบ',
  emptyHint: 'ลองเลือกเมนูที่กว้างขึ้น หรือเลือกทุกประเภทและทุกปี',
  clearFilters: 'ล้างตัวกรอง',
  menu: 'เมนู',
  kinds: { new: 'ใหม่', changed: 'ปรับปรุง', fixed: 'แก้ไข', removed: 'ยกเลิก' },
  roles: 'ผู้ใช้งานที่เกี่ยวข้อง',
  manual: 'คู่มือประกอบ',
  before: 'ก่อนปรับปรุง',
  after: 'หลังปรับปรุง',
  enlarge: (side) => `ขยายภาพ${side}`,
  pictures: 'ภาพหน้าจอก่อนและหลังปรับปรุง',
  close: 'ปิด',
  whole: (total) => `ดูการปรับปรุงครั้งนี้ครบทั้ง ${total} รายการ`,
};
