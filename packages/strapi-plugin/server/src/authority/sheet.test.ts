import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportOptions, RowCheck } from '../import/data-set';
import { loadPlaces } from './places';
import { authorityColumns, authoritySheet, type AuthorityRow } from './sheet';

const options: ImportOptions = { unit: 'baht', scope: 'months', sample: false };
let check: RowCheck<AuthorityRow>;
beforeAll(async () => {
  const { provinces, districts } = await loadPlaces();
  // As it goes into the worker thread.
  check = authoritySheet.createCheck(structuredClone({ provinces, districts }), options);
});

const empty = Object.fromEntries(authorityColumns.map(({ key }) => [key, '']));
const row = (cells: Record<string, string>) => check({ ...empty, ...cells }).row;
const faults = (cells: Record<string, string>) =>
  (check({ ...empty, ...cells }).faults ?? []).map(({ column }) => column);

describe('a row of the register', () => {
  it('takes the example of the template', () => {
    const example = Object.fromEntries(authorityColumns.map(({ key, example }) => [key, example]));
    expect(row(example)).toEqual({
      code: '03470102',
      kind: 'city',
      name: 'เทศบาลนครสกลนคร',
      provinceCode: '47',
      district: 'เมืองสกลนคร',
      districtCode: '4701',
      population: 52_112,
      populationYear: 2568,
      areaKm2: 54.54,
      areaYear: 2560,
      validFrom: null,
      validTo: null,
      successorCode: null,
    });
  });

  it.each([
    [{ code: '06440503', name: 'ขามเรียง' }, 'sao', 'องค์การบริหารส่วนตำบลขามเรียง', '44'],
    [{ code: '6440503', name: 'อบต.ขามเรียง' }, 'sao', 'องค์การบริหารส่วนตำบลขามเรียง', '44'],
    [{ kind: 'ทต', name: 'ขามเรียง', province: 'มค' }, 'subdistrict', 'เทศบาลตำบลขามเรียง', '44'],
    [{ name: 'เทศบาลเมืองเมืองพล', province: '40' }, 'town', 'เทศบาลเมืองเมืองพล', '40'],
    [{ kind: 'ทม.', name: 'เมืองพล', province: '40' }, 'town', 'เทศบาลเมืองเมืองพล', '40'],
    [{ kind: 'กทม.', name: 'กรุงเทพมหานคร', province: '10' }, 'bangkok', 'กรุงเทพมหานคร', '10'],
    [{ kind: 'เมืองพัทยา', name: 'พัทยา', province: 'ชลบุรี' }, 'pattaya', 'เมืองพัทยา', '20'],
    [{ kind: 'อบจ.', name: 'สกลนคร', code: '02470101' }, 'pao', 'องค์การบริหารส่วนจังหวัดสกลนคร', '47'],
  ] as const)('reads %o', (cells, kind, name, provinceCode) => {
    expect(row(cells)).toMatchObject({ kind, name, provinceCode });
  });

  it('reads days and numbers as officers type them', () => {
    const cells = {
      code: '06440503',
      name: 'ขามเรียง',
      population: '๑๒,๓๔๕',
      populationYear: '2025',
      validFrom: '1 ต.ค. 2540',
      validTo: '01/10/2565',
      successorCode: '5440503',
      areaKm2: '-',
    };
    expect(row(cells)).toMatchObject({
      population: 12_345,
      populationYear: 2568,
      validFrom: '1997-10-01',
      validTo: '2022-10-01',
      successorCode: '05440503',
      areaKm2: null,
    });
  });

  it.each([
    [{ code: '06440503' }, 'name'],
    [{ name: 'ขามเรียง', province: '44' }, 'kind'],
    [{ name: 'ขามเรียง', province: '44', kind: 'อำเภอ' }, 'kind'],
    [{ name: 'อบต.ขามเรียง' }, 'province'],
    [{ name: 'อบต.ขามเรียง', province: 'มหาสารคราม' }, 'province'],
    [{ name: 'อบต.ขามเรียง', kind: 'ทต.', province: '44' }, 'name'],
    [{ name: 'อบต.ขามเรียง', code: '05440503' }, 'code'],
    [{ name: 'อบต.ขามเรียง', code: '06440503', province: 'สกลนคร' }, 'code'],
    [{ name: 'อบต.ขามเรียง', code: '123' }, 'code'],
    [{ name: 'กทม.', kind: 'กทม.', code: '01100101' }, 'code'],
    [{ name: 'อบต.ขามเรียง', province: '44', district: 'หาดใหญ่' }, 'district'],
    [{ name: 'อบต.ขามเรียง', province: '44', population: 'มาก' }, 'population'],
    [{ name: 'อบต.ขามเรียง', province: '44', population: '99999999' }, 'population'],
    [{ name: 'อบต.ขามเรียง', province: '44', areaKm2: '1,000,000' }, 'areaKm2'],
    [{ name: 'อบต.ขามเรียง', province: '44', validFrom: '30 ก.พ. 2560' }, 'validFrom'],
    [
      { code: '06440503', name: 'ก', successorCode: '06440503', validTo: '1/1/2565' },
      'successorCode',
    ],
    [{ code: '06440503', name: 'ก', successorCode: '05440503' }, 'validTo'],
    [{ code: '06440503', name: 'ก', validFrom: '1/1/2565', validTo: '1/1/2565' }, 'validTo'],
  ] as [Record<string, string>, string][])('refuses %o at %s', (cells, column) => {
    expect(faults(cells)).toContain(column);
  });

  it('knows two rows of one authority', () => {
    const keyOf = (cells: Record<string, string>) => {
      const found = row(cells);
      return found ? authoritySheet.keyOf(found) : null;
    };
    const coded = { code: '06440503', name: 'ขามเรียง' };
    expect(keyOf({ ...coded, name: 'อบต. ขามเรียง' })).toBe(keyOf(coded));
    const named = { name: 'อบต.ขามเรียง', province: 'มหาสารคาม' };
    expect(keyOf({ name: 'ขามเรียง', kind: 'อบต.', province: 'มค' })).toBe(keyOf(named));
    expect(keyOf({ ...named, district: 'กันทรวิชัย' })).not.toBe(keyOf(named));
  });
});
