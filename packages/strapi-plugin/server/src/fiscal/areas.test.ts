import { describe, expect, it } from 'vitest';
import type { RegisteredAuthority } from '../authority/register';
import { perHead, populationOf } from './areas';

function authority(given: Partial<RegisteredAuthority>): RegisteredAuthority {
  return {
    documentId: 'x',
    code: '06470101',
    kind: 'sao',
    name: 'x',
    district: null,
    districtCode: null,
    provinceCode: '47',
    province: 'สกลนคร',
    region: 'northeast',
    population: 1000,
    populationYear: 2568,
    areaKm2: null,
    areaYear: null,
    validFrom: null,
    validTo: null,
    successorId: null,
    sample: false,
    ...given,
  };
}

describe('the population of an area', () => {
  it('counts people once: those of a province are those of its organization', () => {
    const province = [
      authority({ kind: 'pao', population: 5000 }),
      authority({ population: 3000 }),
      authority({ kind: 'city', population: 1900 }),
    ];
    expect(populationOf(province)).toEqual({ population: 5000, populationYear: 2568 });
    const another = [
      authority({ provinceCode: '44', kind: 'pao', population: null }),
      authority({ provinceCode: '44', population: 700, populationYear: 2566 }),
    ];
    expect(populationOf([...province, ...another])).toEqual({
      population: 5700,
      populationYear: 2566,
    });
  });

  it('of one kind is the sum of that kind', () => {
    expect(populationOf([authority({}), authority({ population: 500 })]).population).toBe(1500);
    const organizations = [authority({ kind: 'pao' }), authority({ kind: 'pao' })];
    expect(populationOf(organizations).population).toBe(2000);
  });

  it('is not known where somebody is not counted, or nobody is there', () => {
    expect(populationOf([authority({}), authority({ population: null })]).population).toBeNull();
    expect(populationOf([]).population).toBeNull();
  });

  it('leaves out who can have no figures', () => {
    const without = authority({ kind: 'bangkok', code: null, provinceCode: '10', population: 9 });
    expect(populationOf([authority({}), without]).population).toBe(1000);
  });
});

it('divides baht among people to the satang', () => {
  expect(perHead(100_00, 3)).toBe(33.33);
  expect(perHead(0, 3)).toBe(0);
  expect(perHead(100_00, null)).toBeNull();
  expect(perHead(100_00, 0)).toBeNull();
});
