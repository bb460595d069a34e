import { authoritySheet } from '../authority/sheet';
import { fiscalSheet } from '../fiscal/sheet';
import { subsidySheet } from '../subsidy/sheet';
import type { DataSetName, Sheet } from './data-set';

/** The pure halves of every data set; whatever is imported here is bundled into the worker thread. */
export const sheets: Partial<Record<DataSetName, Sheet>> = {
  authority: authoritySheet,
  fiscal: fiscalSheet,
  subsidy: subsidySheet,
};

/** What officers call them. */
export const dataSetTitles: Readonly<Record<DataSetName, { th: string; en: string }>> = {
  authority: { th: 'ทะเบียนองค์กรปกครองส่วนท้องถิ่น', en: 'Register of local authorities' },
  fiscal: { th: 'รายรับจริงและรายจ่ายจริงรายเดือน', en: 'Actual revenue and expenditure by month' },
  subsidy: { th: 'การโอนเงินอุดหนุนทั่วไป', en: 'General subsidy transfers' },
};
