import type { SampleTopic } from './types';

/** Menus of e-LAAS in at most three levels; every parent stands before its children. */
export const topics: SampleTopic[] = [
  // การเข้าใช้งานระบบ
  { key: 'access', titleTh: 'การเข้าใช้งานระบบ', titleEn: 'System access', order: 1 },
  {
    key: 'access-login',
    titleTh: 'ลงชื่อเข้าใช้งานและรหัสผ่าน',
    titleEn: 'Sign-in and passwords',
    parent: 'access',
    order: 1,
    earlierNames: ['เข้าสู่ระบบ', 'เปลี่ยนรหัสผ่าน'],
    earlierSlugs: ['login'],
  },
  {
    key: 'access-computer',
    titleTh: 'การเตรียมเครื่องและการพิมพ์รายงาน',
    titleEn: 'Computer set-up and report printing',
    parent: 'access',
    order: 2,
  },

  // ระบบงบประมาณ
  { key: 'budget', titleTh: 'ระบบงบประมาณ', titleEn: 'Budget system', order: 2 },
  {
    key: 'budget-preparation',
    titleTh: 'จัดทำงบประมาณ',
    titleEn: 'Budget preparation',
    parent: 'budget',
    order: 1,
  },
  {
    key: 'budget-base-data',
    titleTh: 'ฐานข้อมูลสำหรับตั้งงบประมาณ',
    titleEn: 'Base data for budgeting',
    parent: 'budget-preparation',
    order: 1,
    earlierNames: ['ข้อมูลเบื้องต้นสำหรับตั้งงบประมาณ'],
  },
  {
    key: 'budget-statement',
    titleTh: 'คำแถลงงบประมาณ',
    titleEn: 'Budget statement',
    parent: 'budget-preparation',
    order: 2,
  },
  {
    key: 'budget-revenue-estimate',
    titleTh: 'ประมาณการรายรับ',
    titleEn: 'Revenue estimates',
    parent: 'budget-preparation',
    order: 3,
  },
  {
    key: 'budget-expenditure-estimate',
    titleTh: 'ประมาณการรายจ่าย',
    titleEn: 'Expenditure estimates',
    parent: 'budget-preparation',
    order: 4,
  },
  {
    key: 'budget-transfer',
    titleTh: 'โอนและแก้ไขเปลี่ยนแปลงคำชี้แจงงบประมาณ',
    titleEn: 'Budget transfers and changes of explanations',
    parent: 'budget',
    order: 2,
    earlierNames: ['โอนงบประมาณรายจ่าย', 'แก้ไขเปลี่ยนแปลงคำชี้แจง'],
    earlierSlugs: ['budget-move', 'budget-explanation'],
  },
  {
    key: 'budget-supplementary',
    titleTh: 'งบประมาณรายจ่ายเพิ่มเติม',
    titleEn: 'Supplementary budget',
    parent: 'budget',
    order: 3,
  },

  // ระบบข้อมูลรายรับ
  { key: 'revenue', titleTh: 'ระบบข้อมูลรายรับ', titleEn: 'Revenue system', order: 3 },
  {
    key: 'revenue-receipt',
    titleTh: 'ใบเสร็จรับเงิน',
    titleEn: 'Receipts',
    parent: 'revenue',
    order: 1,
  },
  {
    key: 'revenue-remittance',
    titleTh: 'ใบนำส่งเงินและใบสำคัญสรุปใบนำส่งเงิน',
    titleEn: 'Remittance slips and daily summaries',
    parent: 'revenue',
    order: 2,
  },
  {
    key: 'revenue-tax-debtor',
    titleTh: 'ลูกหนี้ภาษีและการรับชำระ',
    titleEn: 'Tax receivables and payments',
    parent: 'revenue',
    order: 3,
    earlierNames: ['ลูกหนี้ภาษีโรงเรือนและที่ดิน', 'ลูกหนี้ภาษีบำรุงท้องที่'],
  },
  {
    key: 'revenue-grant',
    titleTh: 'รับเงินอุดหนุนและภาษีจัดสรร',
    titleEn: 'Grants and allocated taxes',
    parent: 'revenue',
    order: 4,
    earlierNames: ['รับเงินจัดสรร'],
    earlierSlugs: ['revenue-allocation'],
  },

  // ระบบข้อมูลรายจ่าย
  { key: 'expenditure', titleTh: 'ระบบข้อมูลรายจ่าย', titleEn: 'Expenditure system', order: 4 },
  {
    key: 'expenditure-procurement',
    titleTh: 'จัดซื้อจัดจ้างและสัญญา',
    titleEn: 'Procurement and contracts',
    parent: 'expenditure',
    order: 1,
  },
  {
    key: 'expenditure-guarantee',
    titleTh: 'หลักประกันสัญญา',
    titleEn: 'Contract guarantees',
    parent: 'expenditure-procurement',
    order: 1,
  },
  {
    key: 'expenditure-voucher',
    titleTh: 'ฎีกาเบิกจ่ายเงิน',
    titleEn: 'Disbursement vouchers',
    parent: 'expenditure',
    order: 2,
  },
  {
    key: 'expenditure-cheque',
    titleTh: 'เช็คและใบถอนเงินฝากธนาคาร',
    titleEn: 'Cheques and bank withdrawal slips',
    parent: 'expenditure',
    order: 3,
  },
  {
    key: 'expenditure-advance',
    titleTh: 'เงินยืมและเงินสะสม',
    titleEn: 'Advances and accumulated funds',
    parent: 'expenditure',
    order: 4,
  },
  {
    key: 'expenditure-carry-over',
    titleTh: 'กันเงินและเบิกจ่ายเงินกัน',
    titleEn: 'Carried-over appropriations',
    parent: 'expenditure',
    order: 5,
    earlierNames: ['กันเงินงบประมาณปีเก่า', 'กันเงินเหลื่อมปี'],
    earlierSlugs: ['expenditure-reserve'],
  },

  // ระบบบัญชี
  { key: 'accounting', titleTh: 'ระบบบัญชี', titleEn: 'Accounting system', order: 5 },
  {
    key: 'accounting-journal',
    titleTh: 'ใบผ่านรายการบัญชี',
    titleEn: 'Journal vouchers',
    parent: 'accounting',
    order: 1,
  },
  {
    key: 'accounting-asset',
    titleTh: 'ทรัพย์สินและค่าเสื่อมราคา',
    titleEn: 'Assets and depreciation',
    parent: 'accounting',
    order: 2,
  },
  {
    key: 'accounting-closing',
    titleTh: 'ปิดบัญชีประจำเดือนและประจำปี',
    titleEn: 'Monthly and annual closing',
    parent: 'accounting',
    order: 3,
  },

  // การจัดการฐานข้อมูล
  { key: 'database', titleTh: 'การจัดการฐานข้อมูล', titleEn: 'Data administration', order: 6 },
  {
    key: 'database-fiscal-year',
    titleTh: 'ปีงบประมาณและงวดบัญชี',
    titleEn: 'Fiscal years and accounting periods',
    parent: 'database',
    order: 1,
  },
  {
    key: 'database-user',
    titleTh: 'ผู้ใช้งานและสิทธิ',
    titleEn: 'Users and permissions',
    parent: 'database',
    order: 2,
    earlierNames: ['กลุ่มผู้ใช้งาน', 'กำหนดสิทธิผู้ใช้งาน'],
    earlierSlugs: ['user-groups'],
  },

  // สถจ. และคลังความรู้
  {
    key: 'monitoring',
    titleTh: 'ติดตามการปฏิบัติงานของ อปท.',
    titleEn: 'Monitoring of local authorities',
    order: 7,
    earlierNames: ['ระบบติดตาม', 'รายงานสำหรับ สถจ.'],
  },
  {
    key: 'knowledge',
    titleTh: 'คลังความรู้',
    titleEn: 'Knowledge base',
    order: 8,
    earlierNames: ['e-LAAS KM', 'ระบบจัดการความรู้'],
  },
];
