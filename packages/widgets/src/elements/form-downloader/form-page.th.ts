/** Words of the page of one form. */
export interface FormPageTranslation {
  code: string;
  version: string;
  pageCount: string;
  updatedOn: string;
  menus: string;
}

export const th: FormPageTranslation = {
  code: 'รหัสแบบ',
  version: 'ฉบับที่',
  pageCount: 'จำนวนหน้า',
  updatedOn: 'ปรับปรุงเมื่อ',
  menus: 'เมนูที่เกี่ยวข้อง',
};
