import { file } from '../editorial/attributes';

/** A version of a manual that a newer one took the place of. */
export const earlierVersion = {
  collectionName: 'components_km_earlier_versions',
  globalId: 'ComponentKmEarlierVersion',
  info: {
    displayName: 'ฉบับก่อนหน้า',
    description: 'ฉบับเดิมของคู่มือที่ยังเปิดดูได้',
    icon: 'clock',
  },
  options: {},
  attributes: {
    version: { type: 'string', required: true, maxLength: 50 },
    effectiveDate: { type: 'date' },
    note: { type: 'text', maxLength: 500 },
    file,
  },
};
