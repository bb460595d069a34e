import { createRequire } from 'node:module';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

/** What every page says of the site as a whole. */
export const site = {
  name: 'คลังความรู้ e-LAAS',
  nameEn: 'KM e-LAAS Knowledge Bank',
  tagline: 'สำหรับองค์กรปกครองส่วนท้องถิ่น',
  taglineEn: 'for local authorities of Thailand',
  department: 'กรมส่งเสริมการปกครองท้องถิ่น',
  departmentEn: 'Department of Local Administration',
  ministry: 'กระทรวงมหาดไทย',
  ministryEn: 'Ministry of Interior',
  bureau: 'สำนักบริหารการคลังท้องถิ่น',
  address: 'ถนนนครราชสีมา เขตดุสิต กรุงเทพมหานคร 10300',
  telephone: {
    text: '0-2241-9000 ต่อ 1608',
    textEn: '0-2241-9000 ext. 1608',
    link: 'tel:+6622419000',
  },
  version,
} as const;
