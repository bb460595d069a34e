/** Words of the page of one manual. */
export interface ManualPageTranslation {
  version: string;
  effective: string;
  forWhom: string;
  system: string;
  updated: string;
  reviewBy: string;
  contents: string;
  files: string;
  earlier: string;
  edition: (version: string) => string;
  since: (date: string) => string;
}

export const th: ManualPageTranslation = {
  version: 'ฉบับที่',
  effective: 'วันที่เริ่มใช้',
  forWhom: 'สำหรับ',
  system: 'ใช้กับระบบ',
  updated: 'ปรับปรุงล่าสุด',
  reviewBy: 'กำหนดทบทวน',
  contents: 'สารบัญ',
  files: 'ไฟล์คู่มือ',
  earlier: 'ฉบับก่อนหน้า',
  edition: (version) => `ฉบับที่ ${version}`,
  since: (date) => `เริ่มใช้ ${date}`,
};
