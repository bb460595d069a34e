import type { FiscalMeasure, PeerGroup } from '@km-laas/contract';
import type { ViewName } from './fiscal-link.js';

/** Words of the views. */
export interface FiscalViewsTranslation {
  views: string;
  view: Readonly<Record<ViewName, string>>;
  revenue: string;
  expenditure: string;
  notReported: string;
  inBaht: string;
  inBahtAHead: string;
  axis: Readonly<Record<'million' | 'baht' | 'head', string>>;
  headsUnknown: string;

  monthsTitle: string;
  monthsSentence: (month: string, revenue: string, expenditure: string) => string;
  monthsLastYear: (revenue: string, expenditure: string) => string;
  chooseMonth: string;
  month: string;
  inMonth: (side: string) => string;
  toDate: (side: string) => string;
  lastYear: (side: string) => string;
  before: (amount: string) => string;
  reportedBy: string;

  accountsTitle: (side: string) => string;
  side: string;
  account: string;
  amount: string;
  share: string;
  lastYearAmount: string;
  change: string;
  bar: string;
  sum: string;

  compareTitle: string;
  group: string;
  groups: Readonly<Record<PeerGroup['group'], string>>;
  measures: Readonly<Record<FiscalMeasure, string>>;
  measure: string;
  own: string;
  q1: string;
  median: string;
  q3: string;
  rank: string;
  rankOf: (rank: string, count: string) => string;
  ranked: (rank: string, count: string) => string;
  strip: (own: string, q1: string, median: string, q3: string) => string;
  stripHint: (count: string, place: string) => string;
  noPeers: string;
  similarTitle: string;
  similarHint: string;
  authority: string;
  score: string;
  because: string;
  likeness: Readonly<Record<'population' | 'revenue' | 'place', string>>;
  population: string;

  mapTitle: (measure: string) => string;
  mapHint: string;
  provinces: string;
  province: string;
  noData: string;
  from: (least: string, most: string) => string;
  mapReported: (reported: string, authorities: string) => string;
  mapCredit: string;
  mapLicence: string;
  mapChanged: string;
  aHead: string;
  under: (limit: string) => string;
  atLeast: (limit: string) => string;
  chooseProvince: string;

  showTable: string;
  hideTable: string;
  png: string;
  csv: string;
  copyFailed: string;
  source: string;
  sourceOf: string;
  importedAt: string;
  neverImported: string;
  covers: string;
  coverage: string;
  coverageOf: (reported: string, authorities: string, share: string) => string;
  notReportedMeans: string;
  perHeadMeans: (year: string) => string;
  asOf: (date: string) => string;
  fiscalYear: (year: string) => string;
}

export const th: FiscalViewsTranslation = {
  views: 'มุมมองข้อมูล',
  view: {
    months: 'รายเดือน',
    accounts: 'แยกตามบัญชี',
    compare: 'เทียบกับ อปท. อื่น',
    map: 'แผนที่',
  },
  revenue: 'รายรับจริง',
  expenditure: 'รายจ่ายจริง',
  notReported: 'ยังไม่รายงาน',
  inBaht: 'หน่วย: บาท',
  inBahtAHead: 'หน่วย: บาทต่อคน',
  axis: { million: 'ล้านบาท', baht: 'บาท', head: 'บาทต่อคน' },
  headsUnknown: 'ไม่ทราบจำนวนประชากร จึงแสดงเป็นยอดรวม',

  monthsTitle: 'รายรับและรายจ่ายสะสมรายเดือน',
  monthsSentence: (month, revenue, expenditure) =>
    `แผนภูมิเส้นรายรับและรายจ่ายสะสมตั้งแต่เดือนตุลาคม ณ สิ้นเดือน ${month} รายรับสะสม ${revenue} รายจ่ายสะสม ${expenditure}`,
  monthsLastYear: (revenue, expenditure) =>
    ` ช่วงเดียวกันของปีก่อน รายรับ ${revenue} รายจ่าย ${expenditure}`,
  chooseMonth: 'เลือกเดือนในแผนภูมิ',
  month: 'เดือน',
  inMonth: (side) => `${side}ในเดือน`,
  toDate: (side) => `${side}สะสม`,
  before: (amount) => `(ปีก่อน ${amount})`,
  lastYear: (side) => `${side}สะสมปีก่อน`,
  reportedBy: 'อปท. ที่รายงาน',

  accountsTitle: (side) => `${side}แยกตามบัญชี`,
  side: 'ด้าน',
  account: 'บัญชี',
  amount: 'จำนวนเงิน',
  share: 'สัดส่วน',
  lastYearAmount: 'ช่วงเดียวกันปีก่อน',
  change: 'เปลี่ยนแปลง',
  bar: 'แผนภูมิ',
  sum: 'รวม',

  compareTitle: 'เทียบกับ อปท. ประเภทเดียวกัน',
  group: 'เทียบกับ',
  groups: {
    province: 'ในจังหวัด',
    region: 'ในภาค',
    country: 'ทั้งประเทศ',
    similar: '10 แห่งที่คล้ายกัน',
  },
  measures: {
    revenue: 'รายรับ',
    expenditure: 'รายจ่าย',
    revenuePerHead: 'รายรับต่อคน',
    expenditurePerHead: 'รายจ่ายต่อคน',
    ownRevenueShare: 'สัดส่วนรายได้ที่จัดเก็บเอง',
    investmentShare: 'สัดส่วนงบลงทุน',
    spendingRate: 'รายจ่ายเทียบกับรายรับ',
  },
  measure: 'ตัวชี้วัด',
  own: 'ที่นี่',
  q1: 'ควอร์ไทล์ที่ 1',
  median: 'ค่ากลาง',
  q3: 'ควอร์ไทล์ที่ 3',
  rank: 'อันดับ (จากมากไปน้อย)',
  rankOf: (rank, count) => `${rank} จาก ${count}`,
  ranked: (rank, count) => `สูงเป็นอันดับที่ ${rank} จาก ${count} แห่ง`,
  strip: (own, q1, median, q3) =>
    `ค่าของที่นี่ ${own} ค่ากลาง ${median} ครึ่งหนึ่งของทั้งหมดอยู่ระหว่าง ${q1} ถึง ${q3}`,
  stripHint: (count, place) =>
    `${place} มีข้อมูลเทียบได้ ${count} แห่ง แถบคือช่วงของครึ่งหนึ่งที่อยู่ตรงกลาง ขีดตั้งคือค่ากลาง จุดคือค่าของที่นี่`,
  noPeers: 'ไม่มี อปท. อื่นให้เทียบ',
  similarTitle: 'สิบแห่งที่คล้ายกันที่สุด',
  similarHint:
    'คะแนนความคล้าย 100% คือเหมือนกันทุกด้านที่ใช้เทียบ คิดจาก อปท. ประเภทเดียวกันที่มีจำนวนประชากรและรายรับใกล้เคียงกัน และอยู่ในจังหวัดหรือภาคเดียวกัน',
  authority: 'อปท.',
  score: 'ความคล้าย',
  because: 'คล้ายด้าน',
  likeness: { population: 'ประชากร', revenue: 'รายรับ', place: 'ที่ตั้ง' },
  population: 'ประชากร (คน)',

  mapTitle: (measure) => `แผนที่${measure}รายจังหวัด`,
  mapHint: 'แผนที่ประเทศไทย ใช้ปุ่มลูกศรเลื่อนไปยังจังหวัดข้างเคียง',
  provinces: 'ทุกจังหวัด',
  province: 'จังหวัด',
  noData: 'ไม่มีข้อมูล',
  from: (least, most) => `${least} – ${most}`,
  mapReported: (reported, authorities) => `อปท. รายงานแล้ว ${reported} จาก ${authorities} แห่ง`,
  mapCredit: 'แผนที่: MapSVG',
  mapLicence: 'สัญญาอนุญาต CC BY 4.0',
  mapChanged: 'ปรับลายเส้นให้เรียบง่ายขึ้น',
  aHead: 'ต่อคน',
  under: (limit) => `ต่ำกว่า ${limit}`,
  atLeast: (limit) => `ตั้งแต่ ${limit} ขึ้นไป`,
  chooseProvince: 'เลือกจังหวัดบนแผนที่เพื่อดูตัวเลข',

  showTable: 'ดูเป็นตาราง',
  hideTable: 'ซ่อนตาราง',
  png: 'ดาวน์โหลดภาพ PNG',
  csv: 'ดาวน์โหลด CSV',
  copyFailed: 'คัดลอกไม่สำเร็จ เบราว์เซอร์ไม่อนุญาต',
  source: 'ที่มาและความครบถ้วนของข้อมูล',
  sourceOf: 'แหล่งข้อมูล',
  importedAt: 'นำเข้าข้อมูลเมื่อ',
  neverImported: 'ยังไม่มีการนำเข้า',
  covers: 'ข้อมูลถึงเดือน',
  coverage: 'ความครบถ้วน',
  coverageOf: (reported, authorities, share) =>
    `รายงานแล้ว ${reported} จาก ${authorities} แห่ง (${share})`,
  notReportedMeans:
    '“ยังไม่รายงาน” หมายถึงระบบยังไม่ได้รับตัวเลขของเดือนนั้น ไม่ใช่ศูนย์ จึงเว้นว่างในแผนภูมิ และไม่นำมารวมในยอด ส่วน “0.00” คือรายงานแล้วว่าไม่มีรายการ',
  perHeadMeans: (year) => `ค่าเฉลี่ยต่อคนคิดจากจำนวนประชากร${year && ` ปี พ.ศ. ${year}`}`,
  asOf: (date) => `ข้อมูล ณ ${date}`,
  fiscalYear: (year) => `ปีงบประมาณ ${year}`,
};
