import { apiBase } from '@km-laas/contract';

/** A set of figures anyone may take (ชุดข้อมูลเปิด). Field names follow DCAT; texts what GD Catalog asks for. */
export interface Dataset {
  /** Its name in addresses. */
  name: 'fiscal-overview' | 'fiscal-map' | 'fiscal-authorities' | 'subsidies';
  titleTh: string;
  titleEn: string;
  descriptionTh: string;
  descriptionEn: string;
  keywords: readonly string[];
  /** Path of the public API without its ending; `{year}` and `{province}` are filled in. */
  path: string;
  /** Whether there is a file for each province instead of one for the country. */
  byProvince: boolean;
}

/** Every dataset, in the order the catalogue lists them. */
export const datasets: readonly Dataset[] = [
  {
    name: 'fiscal-overview',
    titleTh: 'รายรับจริงและรายจ่ายจริงขององค์กรปกครองส่วนท้องถิ่น ภาพรวมทั้งประเทศ',
    titleEn: 'Actual revenue and expenditure of local authorities, whole country',
    descriptionTh:
      'ยอดรวมรายรับจริงและรายจ่ายจริงของปีงบประมาณ จำแนกตามบัญชีและรายเดือน พร้อมยอดช่วงเดียวกันของปีก่อน หน่วยเป็นบาท ช่องที่ว่างหมายถึงยังไม่มีรายงาน',
    descriptionEn:
      'Totals of the fiscal year by account and by month, beside the same months of the year before. Baht; empty means not reported.',
    keywords: ['การคลังท้องถิ่น', 'รายรับ', 'รายจ่าย', 'local public finance'],
    path: `${apiBase}/fiscal/overview{ending}?fiscalYear={year}`,
    byProvince: false,
  },
  {
    name: 'fiscal-map',
    titleTh: 'รายรับจริงและรายจ่ายจริงขององค์กรปกครองส่วนท้องถิ่น รายจังหวัด',
    titleEn: 'Actual revenue and expenditure of local authorities by province',
    descriptionTh:
      'ยอดรวมและยอดต่อหัวประชากรของ 77 จังหวัด พร้อมจำนวนองค์กรปกครองส่วนท้องถิ่นที่รายงานแล้ว หน่วยเป็นบาท',
    descriptionEn:
      'Totals and figures per head of the 77 provinces with the number of authorities that reported. Baht.',
    keywords: ['การคลังท้องถิ่น', 'จังหวัด', 'รายรับต่อหัว', 'province'],
    path: `${apiBase}/fiscal/map{ending}?fiscalYear={year}`,
    byProvince: false,
  },
  {
    name: 'fiscal-authorities',
    titleTh: 'รายรับจริงและรายจ่ายจริง รายองค์กรปกครองส่วนท้องถิ่น',
    titleEn: 'Actual revenue and expenditure by local authority',
    descriptionTh: 'ยอดของแต่ละองค์กรปกครองส่วนท้องถิ่น หนึ่งไฟล์ต่อหนึ่งจังหวัด หน่วยเป็นบาท',
    descriptionEn: 'Figures of each local authority, one file a province. Baht.',
    keywords: ['การคลังท้องถิ่น', 'อบจ.', 'เทศบาล', 'อบต.', 'local authority'],
    path: `${apiBase}/fiscal/authorities{ending}?province={province}&fiscalYear={year}`,
    byProvince: true,
  },
  {
    name: 'subsidies',
    titleTh: 'การโอนเงินอุดหนุนทั่วไปให้แก่องค์กรปกครองส่วนท้องถิ่น',
    titleEn: 'General subsidy transfers to local authorities',
    descriptionTh:
      'รายการจัดสรรและโอนเงินอุดหนุนทั่วไป จำแนกตามประเภท งวด และเลขที่หนังสือ หนึ่งไฟล์ต่อหนึ่งจังหวัด หน่วยเป็นบาท',
    descriptionEn:
      'Allocations and transfers by type, instalment and letter, one file a province. Baht.',
    keywords: ['เงินอุดหนุนทั่วไป', 'เบี้ยยังชีพ', 'อาหารกลางวัน', 'general subsidy'],
    path: `${apiBase}/subsidies{ending}?province={province}&fiscalYear={year}`,
    byProvince: true,
  },
];

/** Address of one file of a dataset. */
export function addressOf(
  { path }: Dataset,
  origin: string,
  ending: '.csv' | '.xlsx',
  year: number,
  province = ''
): string {
  const filled = path
    .replace('{ending}', ending)
    .replace('{year}', String(year))
    .replace('{province}', province);
  return origin + filled;
}
