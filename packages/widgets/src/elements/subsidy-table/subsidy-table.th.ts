import type { SubsidyPayee, SubsidyStatus } from '@km-laas/contract';

/** Words of the subsidy transfers. */
export interface SubsidyTranslation {
  label: string;
  year: string;
  type: string;
  allTypes: string;
  province: (name: string) => string;
  authorities: (count: string) => string;
  /** `pending` is empty where nothing is to come. */
  headline: (amount: string, lines: string, pending: string) => string;
  baht: string;
  millionBaht: string;
  net: string;
  matrix: string;
  /** Null is none. */
  instalment: (number: number | null) => string;
  sum: string;
  agrees: (amount: string) => string;
  differs: (table: string, reported: string) => string;
  waiting: (amount: string) => string;
  list: string;
  item: string;
  authority: string;
  letter: string;
  dated: (date: string) => string;
  transferDate: string;
  headcount: string;
  amount: string;
  status: string;
  allocationNumber: string;
  amends: string;
  statuses: Readonly<Record<SubsidyStatus, string>>;
  payees: Readonly<Record<SubsidyPayee, string>>;
  netShown: string;
  source: (name: string) => string;
  importedAt: (time: string) => string;
  none: string;
  noneHint: string;
}

export const th: SubsidyTranslation = {
  label: 'การโอนเงินอุดหนุนทั่วไป',
  year: 'ปีงบประมาณ',
  type: 'ประเภทเงินอุดหนุน',
  allTypes: 'ทุกประเภท',
  province: (name) => `จังหวัด${name}`,
  authorities: (count) => `อปท. ${count} แห่ง`,
  headline: (amount, lines, pending) =>
    `ได้รับโอนเงินอุดหนุนทั่วไปสุทธิ ${amount} รวม ${lines} รายการ${pending && ` และจัดสรรแล้วรอโอนอีก ${pending}`}`,
  baht: 'บาท',
  millionBaht: 'ล้านบาท',
  net: 'สุทธิ (โอนแล้วหักเรียกคืน)',
  matrix: 'ยอดสุทธิตามประเภทและงวด (บาท)',
  instalment: (number) => (number ? `งวดที่ ${number}` : 'ไม่ระบุงวด'),
  sum: 'รวม',
  agrees: (amount) => `รวมทุกประเภททุกงวดตรงกับยอดสุทธิ ${amount} บาท`,
  differs: (table, reported) => `รวมได้ ${table} บาท ไม่ตรงกับยอดสุทธิ ${reported} บาท`,
  waiting: (amount) => `รอโอน ${amount}`,
  list: 'รายการโอน',
  item: 'รายการ',
  authority: 'อปท.',
  letter: 'หนังสือ',
  dated: (date) => `ลงวันที่ ${date}`,
  transferDate: 'วันที่โอน',
  headcount: 'จำนวนคน',
  amount: 'จำนวนเงิน (บาท)',
  status: 'สถานะ',
  allocationNumber: 'ใบจัดสรรเลขที่',
  amends: 'แก้ไขใบจัดสรรเลขที่',
  statuses: { allocated: 'จัดสรรแล้ว รอโอน', transferred: 'โอนแล้ว', recalled: 'เรียกคืน' },
  payees: { authority: 'โอนเข้าบัญชี อปท.', comptroller: 'กรมบัญชีกลางจ่ายแทน' },
  netShown: 'สุทธิของรายการที่แสดง',
  source: (name) => `แหล่งข้อมูล: ${name}`,
  importedAt: (time) => `นำเข้าล่าสุด ${time}`,
  none: 'ไม่มีรายการโอนเงินอุดหนุนทั่วไป',
  noneHint: 'ลองเลือกปีงบประมาณหรือประเภทอื่น',
};
