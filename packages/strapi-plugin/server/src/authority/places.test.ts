import { beforeAll, describe, expect, it } from 'vitest';
import { loadPlaces, type Places } from './places';
import { provinceCodes } from './provinces';

let places: Places;
beforeAll(async () => {
  places = await loadPlaces();
});

describe('loadPlaces', () => {
  it('knows 77 provinces, each with an abbreviation of its own and one of six regions', () => {
    expect(places.provinces.map(({ code }) => code)).toEqual(provinceCodes);
    expect(places.provinces).toHaveLength(77);
    expect(new Set(places.provinces.map(({ abbreviation }) => abbreviation)).size).toBe(77);
    const counts: Record<string, number> = {};
    for (const { region } of places.provinces) counts[region] = (counts[region] ?? 0) + 1;
    expect(counts).toEqual({ north: 9, northeast: 20, central: 22, east: 7, west: 5, south: 14 });
  });

  it('knows 928 districts, each with a code of its own in its province', () => {
    expect(places.districts).toHaveLength(928);
    expect(new Set(places.districts.map(({ code }) => code)).size).toBe(928);
    for (const { code, provinceCode } of places.districts) {
      expect(code).toMatch(/^\d{4}$/);
      expect(code.slice(0, 2)).toBe(provinceCode);
    }
    const inBangkok = places.districts.filter(({ provinceCode }) => provinceCode === '10');
    expect(inBangkok).toHaveLength(50);
  });

  it.each([
    ['3801', 'เมืองบึงกาฬ'],
    ['3802', 'พรเจริญ'],
    ['3803', 'โซ่พิสัย'],
    ['3804', 'เซกา'],
    ['3805', 'ปากคาด'],
    ['3806', 'บึงโขงหลง'],
    ['3807', 'ศรีวิไล'],
    ['3808', 'บุ่งคล้า'],
    ['5003', 'แม่แจ่ม'],
    ['5025', 'กัลยาณิวัฒนา'],
    ['5303', 'ท่าปลา'],
    ['5304', 'น้ำปาด'],
    ['4701', 'เมืองสกลนคร'],
    ['4404', 'กันทรวิชัย'],
    ['9011', 'หาดใหญ่'],
  ])('calls %s %s', (code, nameTh) => {
    expect(places.district(code)?.nameTh).toBe(nameTh);
  });

  it.each([
    ['4701', 'Mueang Sakon Nakhon'],
    ['5304', 'Nam Pat'],
    ['1028', 'Sathon'],
    ['4013', 'Waeng Yai'],
    ['7402', 'Krathum Baen'],
  ])('calls %s %s in English', (code, nameEn) => {
    expect(places.district(code)?.nameEn).toBe(nameEn);
  });
});

describe('finding a place by what it is called', () => {
  it.each([
    ['สกลนคร', '47'],
    ['จังหวัดสกลนคร', '47'],
    ['จ.สกลนคร', '47'],
    [' จ. สกลนคร ', '47'],
    ['สน', '47'],
    ['47', '47'],
    ['Sakon Nakhon', '47'],
    ['SAKON NAKHON', '47'],
    ['กรุงเทพฯ', '10'],
    ['กทม.', '10'],
    ['โคราช', '30'],
    ['บึงกาฬ', '38'],
  ])('%j is the province %s', (text, code) => {
    expect(places.provinceNamed(text)?.code).toBe(code);
  });

  it.each(['', 'สกล', '99', 'จังหวัด', '__proto__'])('%j is no province', (text) => {
    expect(places.provinceNamed(text)).toBeUndefined();
  });

  it.each([
    ['47', 'เมืองสกลนคร', '4701'],
    ['47', 'อำเภอเมืองสกลนคร', '4701'],
    ['47', 'อ.เมือง', '4701'],
    ['47', 'เมือง', '4701'],
    ['10', 'เขตพระนคร', '1001'],
    ['47', '4705', '4705'],
  ])('in %s, %j is the district %s', (province, text, code) => {
    expect(places.districtNamed(province, text)?.code).toBe(code);
  });

  it.each([
    ['47', 'หาดใหญ่'],
    ['47', '9011'],
    ['47', ''],
    ['99', 'เมือง'],
  ])('in %s, %j is no district', (province, text) => {
    expect(places.districtNamed(province, text)).toBeUndefined();
  });
});
