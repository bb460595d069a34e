import { day, file } from '../editorial/attributes';
import { contentManagerConfig, type EditorView } from '../editorial/editor-view';

export const earlierVersionView: EditorView = {
  title: 'version',
  columns: ['version', 'effectiveDate'],
  rows: [{ version: 6, effectiveDate: 6 }, { note: 12 }, { file: 12 }],
  fields: {
    version: { label: 'ฉบับที่' },
    effectiveDate: { label: 'วันที่ใช้' },
    note: { label: 'ต่างจากฉบับถัดมาอย่างไร' },
    file: { label: 'ไฟล์' },
  },
};

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
  config: contentManagerConfig(earlierVersionView),
  attributes: {
    version: { type: 'string', required: true, maxLength: 50 },
    effectiveDate: day(),
    note: { type: 'text', maxLength: 500 },
    file,
  },
};
