import { authorityKind } from '@km-laas/contract';
import { choice, day, derived, one, province, sample, searchKey } from '../editorial/attributes';
import { contentManagerConfig } from '../editorial/editor-view';
import { authorityView } from './editor-view';
import { provinceCodes } from './provinces';

/**
 * A local authority (องค์กรปกครองส่วนท้องถิ่น) for as long as it is of one kind: a change of kind gives
 * a new code, and so a new entry that the old one names as its successor.
 *
 * Without drafts: facts hang on a code, and an authority is there or it is not.
 */
export const contentType = {
  schema: {
    kind: 'collectionType',
    collectionName: 'km_authorities',
    info: {
      singularName: 'authority',
      pluralName: 'authorities',
      displayName: 'ทะเบียน อปท.',
      description: 'องค์กรปกครองส่วนท้องถิ่นทุกแห่ง พร้อมรหัส 8 หลัก ประชากร พื้นที่ และการเปลี่ยนประเภท',
    },
    options: { draftAndPublish: false },
    config: contentManagerConfig(authorityView),
    indexes: [
      // Any number may be without a code; a code names one.
      { name: 'km_authorities_code_unique', columns: ['code'], type: 'unique' },
      { name: 'km_authorities_province_index', columns: ['province_code'] },
    ],
    attributes: {
      name: { type: 'string', required: true, maxLength: 200 },
      kind: choice('authorityKind', authorityKind.options, { required: true }),
      code: { type: 'string', maxLength: 8 },
      provinceCode: province(provinceCodes, { required: true }),
      district: { type: 'string', maxLength: 100 },
      population: { type: 'integer', min: 0, max: 20_000_000 },
      populationYear: { type: 'integer', min: 2500, max: 2700 },
      areaKm2: { type: 'float', min: 0, max: 30_000 },
      areaYear: { type: 'integer', min: 2500, max: 2700 },
      validFrom: day(),
      validTo: day(),
      successor: one('plugin::km.authority'),
      sample,
      districtCode: derived('string'),
      searchKey,
    },
  },
};
