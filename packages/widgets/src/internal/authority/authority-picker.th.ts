/** Words of the choice of an authority. */
export interface AuthorityPickerTranslation {
  pick: string;
  pickHint: string;
  pickPlaceholder: string;
  found: (count: string) => string;
  noneFound: (name: string) => string;
  noneHint: string;
}

export const th: AuthorityPickerTranslation = {
  pick: 'เลือกองค์กรปกครองส่วนท้องถิ่น',
  pickHint: 'พิมพ์ชื่อ อปท. อำเภอ จังหวัด หรือรหัส 8 หลัก ระบบจะจำที่เลือกไว้ในอุปกรณ์นี้',
  pickPlaceholder: 'เช่น ทน.สกลนคร หรือ อบต.ขามเรียง',
  found: (count) => `พบ ${count} แห่ง ใช้ปุ่มลูกศรขึ้นลงเพื่อเลือก`,
  noneFound: (name) => `ไม่พบ อปท. ที่ตรงกับ “${name}”`,
  noneHint: 'ลองพิมพ์เฉพาะชื่อ หรือเพิ่มชื่อจังหวัด',
};
