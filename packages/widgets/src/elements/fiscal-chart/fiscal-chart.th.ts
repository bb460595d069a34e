/** Words of the overview. */
export interface FiscalTranslation {
  label: string;
  title: (year: string) => string;
  year: string;
  unit: string;
  total: string;
  perHead: string;
  change: string;
  headline: (month: string, revenue: string, expenditure: string) => string;
  headlinePerHead: (month: string, revenue: string, expenditure: string) => string;
  spent: (share: string) => string;
  reported: (reported: string, authorities: string, share: string) => string;
  revenue: string;
  expenditure: string;
  grown: (share: string) => string;
  shrunk: (share: string) => string;
  aHead: (amount: string) => string;
  inAll: (amount: string) => string;
  comesFrom: string;
  goesTo: string;
  baht: (amount: string) => string;
  underOneBaht: string;
  notReported: string;
  none: (year: string) => string;
  noneHint: string;
  country: string;
  /** Groups of accounts in everyday words, by code. */
  plain: Readonly<Record<string, string>>;
}

export const th: FiscalTranslation = {
  label: 'ภาพรวมการคลังท้องถิ่น',
  title: (year) => `ภาพรวมการคลัง ปีงบประมาณ ${year}`,
  year: 'ปีงบประมาณ',
  unit: 'แสดงเป็น',
  total: 'ยอดรวม',
  perHead: 'เฉลี่ยต่อคน',
  change: 'เปลี่ยน อปท.',
  headline: (month, revenue, expenditure) =>
    `ถึงเดือน ${month} มีรายรับจริง ${revenue} รายจ่ายจริง ${expenditure}`,
  headlinePerHead: (month, revenue, expenditure) =>
    `ถึงเดือน ${month} เมื่อเฉลี่ยต่อประชากรหนึ่งคน มีรายรับจริง ${revenue} รายจ่ายจริง ${expenditure}`,
  spent: (share) => ` คิดเป็น ${share} ของรายรับ`,
  reported: (reported, authorities, share) =>
    `รวมจาก อปท. ที่รายงานแล้ว ${reported} จาก ${authorities} แห่ง (${share})`,
  revenue: 'รายรับจริง',
  expenditure: 'รายจ่ายจริง',
  grown: (share) => `เพิ่มขึ้น ${share} จากช่วงเดียวกันของปีก่อน`,
  shrunk: (share) => `ลดลง ${share} จากช่วงเดียวกันของปีก่อน`,
  aHead: (amount) => `เฉลี่ยคนละ ${amount}`,
  inAll: (amount) => `รวม ${amount}`,
  comesFrom: 'ทุก 100 บาท มาจาก',
  goesTo: 'ทุก 100 บาท ใช้ไปกับ',
  baht: (amount) => `${amount} บาท`,
  underOneBaht: 'ไม่ถึง 1 บาท',
  notReported: 'ยังไม่รายงาน',
  none: (year) => `ยังไม่มีรายงานรายรับรายจ่ายของปีงบประมาณ ${year}`,
  noneHint: 'ลองเลือกปีงบประมาณอื่น การไม่มีรายงานไม่ได้แปลว่าไม่มีรายรับหรือรายจ่าย',
  country: 'ดูภาพรวมทั้งประเทศ',
  plain: {
    '410000': 'รายได้ที่ท้องถิ่นจัดเก็บเอง',
    '420000': 'ภาษีที่รัฐจัดเก็บแล้วแบ่งให้',
    '430000': 'เงินอุดหนุนทั่วไปจากรัฐ',
    '440000': 'เงินอุดหนุนเฉพาะเรื่องจากรัฐ',
    '510000': 'งบกลาง เช่น เบี้ยยังชีพ',
    '520000': 'เงินเดือนและค่าจ้าง',
    '530000': 'การดำเนินงาน',
    '540000': 'การลงทุนและก่อสร้าง',
    '550000': 'รายจ่ายอื่น',
    '560000': 'เงินอุดหนุนหน่วยงานอื่น',
  },
};
