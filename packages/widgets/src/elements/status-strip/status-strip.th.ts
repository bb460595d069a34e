/** Words of the status strip. */
export interface StatusTranslation {
  label: string;
  state: Readonly<Record<'normal' | 'slow' | 'closed', string>>;
  normal: string;
  since: (time: string) => string;
  until: (time: string) => string;
  unknownEnd: string;
  advice: string;
  coming: string;
  from: (start: string) => string;
  span: (start: string, end: string) => string;
}

export const th: StatusTranslation = {
  label: 'สถานะระบบ e-LAAS',
  state: { normal: 'ปกติ', slow: 'ช้ากว่าปกติ', closed: 'ปิดให้บริการ' },
  normal: 'ระบบ e-LAAS ใช้งานได้ตามปกติ',
  since: (time) => `ตั้งแต่ ${time}`,
  until: (time) => `คาดว่ากลับเป็นปกติ ${time}`,
  unknownEnd: 'ยังไม่ทราบเวลาที่กลับเป็นปกติ',
  advice: 'สิ่งที่ควรทำระหว่างนี้',
  coming: 'แจ้งล่วงหน้า',
  from: (start) => `ตั้งแต่ ${start}`,
  span: (start, end) => `${start} ถึง ${end}`,
};
