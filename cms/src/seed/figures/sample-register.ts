import type { SampleDistrict, SamplePlaces } from './places';
import { randomOf } from './random';
import { kindShapes, type SampleKind } from './sample-kinds';

/** An invented authority; its place is real, everything else is not. */
export interface SampleAuthority {
  /** `0T PP AA NN`; null for the two that have none. */
  code: string | null;
  kind: SampleKind;
  /** Whole name. */
  name: string;
  district: string | null;
  districtCode: string | null;
  province: string;
  provinceCode: string;
  population: number;
  areaKm2: number;
}

export interface RegisterOptions {
  /** How many; a smaller register leaves out towns, municipalities and subdistricts evenly. */
  authorities: number;
  seed: string;
}

/** How many of a kind there are in the country. */
const wanted = { town: 195, subdistrict: 2247, sao: 5300 } as const;

/** As large as the country's: 7,850 authorities. */
export const wholeCountry = 2 + 76 + 30 + wanted.town + wanted.subdistrict + wanted.sao;

/** City municipalities (เทศบาลนคร) by name, with the district they lie in, `province/district`. */
const cities: readonly (readonly [string, string])[] = [
  ['สมุทรปราการ', 'สมุทรปราการ/เมืองสมุทรปราการ'],
  ['นนทบุรี', 'นนทบุรี/เมืองนนทบุรี'],
  ['ปากเกร็ด', 'นนทบุรี/ปากเกร็ด'],
  ['รังสิต', 'ปทุมธานี/ธัญบุรี'],
  ['พระนครศรีอยุธยา', 'พระนครศรีอยุธยา/พระนครศรีอยุธยา'],
  ['แหลมฉบัง', 'ชลบุรี/ศรีราชา'],
  ['เจ้าพระยาสุรศักดิ์', 'ชลบุรี/ศรีราชา'],
  ['ระยอง', 'ระยอง/เมืองระยอง'],
  ['นครราชสีมา', 'นครราชสีมา/เมืองนครราชสีมา'],
  ['อุบลราชธานี', 'อุบลราชธานี/เมืองอุบลราชธานี'],
  ['ขอนแก่น', 'ขอนแก่น/เมืองขอนแก่น'],
  ['อุดรธานี', 'อุดรธานี/เมืองอุดรธานี'],
  ['สกลนคร', 'สกลนคร/เมืองสกลนคร'],
  ['เชียงใหม่', 'เชียงใหม่/เมืองเชียงใหม่'],
  ['ลำปาง', 'ลำปาง/เมืองลำปาง'],
  ['เชียงราย', 'เชียงราย/เมืองเชียงราย'],
  ['นครสวรรค์', 'นครสวรรค์/เมืองนครสวรรค์'],
  ['แม่สอด', 'ตาก/แม่สอด'],
  ['พิษณุโลก', 'พิษณุโลก/เมืองพิษณุโลก'],
  ['นครปฐม', 'นครปฐม/เมืองนครปฐม'],
  ['สมุทรสาคร', 'สมุทรสาคร/เมืองสมุทรสาคร'],
  ['อ้อมน้อย', 'สมุทรสาคร/กระทุ่มแบน'],
  ['นครศรีธรรมราช', 'นครศรีธรรมราช/เมืองนครศรีธรรมราช'],
  ['ภูเก็ต', 'ภูเก็ต/เมืองภูเก็ต'],
  ['สุราษฎร์ธานี', 'สุราษฎร์ธานี/เมืองสุราษฎร์ธานี'],
  ['เกาะสมุย', 'สุราษฎร์ธานี/เกาะสมุย'],
  ['สงขลา', 'สงขลา/เมืองสงขลา'],
  ['หาดใหญ่', 'สงขลา/หาดใหญ่'],
  ['ตรัง', 'ตรัง/เมืองตรัง'],
  ['ยะลา', 'ยะลา/เมืองยะลา'],
];

const bangkokCode = '10';

/** A subdistrict and what stands in it. */
interface Subdistrict {
  district: SampleDistrict;
  name: string;
  /** Called as its district is: the seat, where municipalities are likeliest. */
  isSeat: boolean;
  /** Decides who becomes what; from 0, below 1. */
  lot: number;
}

/**
 * Makes a register of the country's size and shape out of the names of its subdistricts: the same
 * one for the same seed. In the order of provinces, districts and codes.
 */
export function sampleRegister(places: SamplePlaces, options: RegisterOptions): SampleAuthority[] {
  const provinceNames = new Map(places.provinces.map(({ code, nameTh }) => [code, nameTh]));
  const local = places.districts.filter(({ provinceCode }) => provinceCode !== bangkokCode);
  const subdistricts = local.flatMap((district) => subdistrictsOf(places, district, options.seed));
  const cityNames = new Map<string, string[]>();
  for (const [name, at] of cities) cityNames.set(at, [...(cityNames.get(at) ?? []), name]);
  const citiesIn = ({ nameTh, provinceCode }: SampleDistrict) =>
    cityNames.get(`${provinceNames.get(provinceCode)}/${nameTh}`) ?? [];
  const towns = new Set(townDistricts(places, local, citiesIn, options.seed));
  const chosen = chooseSubdistricts(subdistricts, options);
  const authorities: SampleAuthority[] = [];
  for (const province of places.provinces) {
    if (province.code === bangkokCode) {
      authorities.push(special('bangkok', province.code, province.nameTh, null));
      continue;
    }
    const districts = local.filter(({ provinceCode }) => provinceCode === province.code);
    const own: SampleAuthority[] = [];
    for (const [place, district] of districts.entries()) {
      let number = 0;
      const add = (kind: SampleKind, name: string) => {
        number += 1;
        own.push(makeAuthority(kind, name, district, province.nameTh, number, options.seed));
      };
      if (place === 0) add('pao', province.nameTh);
      for (const name of citiesIn(district)) add('city', name);
      if (towns.has(district)) add('town', townName(district, province.nameTh));
      for (const { name } of chosen.municipalities.get(district.code) ?? [])
        add('subdistrict', name);
      for (const { name } of chosen.organizations.get(district.code) ?? []) add('sao', name);
    }
    if (province.nameTh === 'ชลบุรี') {
      const district = districts.find(({ nameTh }) => nameTh === 'บางละมุง') ?? null;
      own.push(special('pattaya', province.code, province.nameTh, district));
    }
    const pao = own[0];
    // A provincial organization is there for everybody in the province.
    if (pao) pao.population = own.slice(1).reduce((sum, { population }) => sum + population, 0);
    authorities.push(...own);
  }
  return authorities;
}

function subdistrictsOf(
  places: SamplePlaces,
  district: SampleDistrict,
  seed: string
): Subdistrict[] {
  return (places.subdistricts.get(district.code) ?? []).map((name) => ({
    district,
    name,
    isSeat: name === district.nameTh,
    lot: randomOf(seed, 'subdistrict', district.code, name).next(),
  }));
}

/** Capitals that are no city, then the districts with the most subdistricts. */
function townDistricts(
  places: SamplePlaces,
  districts: readonly SampleDistrict[],
  citiesIn: (district: SampleDistrict) => string[],
  seed: string
): SampleDistrict[] {
  const rank = (district: SampleDistrict) =>
    (isCapital(district) ? 1000 : 0) +
    (places.subdistricts.get(district.code)?.length ?? 0) +
    randomOf(seed, 'town', district.code).next() * 8;
  return districts
    .filter((district) => citiesIn(district).length === 0)
    .map((district) => ({ district, rank: rank(district) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, wanted.town)
    .map(({ district }) => district);
}

const isCapital = ({ code }: SampleDistrict) => code.endsWith('01');

function townName(district: SampleDistrict, province: string): string {
  return isCapital(district) ? province : district.nameTh;
}

/**
 * Which subdistricts have a municipality, an administrative organization, or, as in many places,
 * both: one for the market town, one for the villages around it.
 */
function chooseSubdistricts(all: readonly Subdistrict[], { authorities }: RegisterOptions) {
  const rest = Math.max(0, authorities - (wholeCountry - wanted.subdistrict - wanted.sao));
  const municipalities = Math.round(
    (rest * wanted.subdistrict) / (wanted.subdistrict + wanted.sao)
  );
  const ranked = [...all].sort(
    (a, b) => a.lot - (a.isSeat ? 0.6 : 0) - b.lot + (b.isSeat ? 0.6 : 0)
  );
  const withMunicipality = ranked.slice(0, municipalities);
  const without = ranked.slice(municipalities).sort((a, b) => a.lot - b.lot);
  const organizations = rest - withMunicipality.length;
  const both = withMunicipality.slice(0, Math.max(0, organizations - without.length));
  return {
    municipalities: byDistrict(withMunicipality),
    organizations: byDistrict([...without.slice(0, organizations), ...both]),
  };
}

function byDistrict(subdistricts: readonly Subdistrict[]): Map<string, Subdistrict[]> {
  const found = new Map<string, Subdistrict[]>();
  for (const subdistrict of subdistricts) {
    const { code } = subdistrict.district;
    found.set(code, [...(found.get(code) ?? []), subdistrict]);
  }
  return found;
}

function makeAuthority(
  kind: SampleKind,
  name: string,
  district: SampleDistrict,
  province: string,
  number: number,
  seed: string
): SampleAuthority {
  const { nameTh, digit, population, area } = kindShapes[kind];
  const code = `0${digit}${district.code}${String(number).padStart(2, '0')}`;
  const random = randomOf(seed, 'authority', code);
  const people = population ? population.median * Math.exp(population.spread * random.normal()) : 0;
  return {
    code,
    kind,
    name: nameTh + name,
    district: district.nameTh,
    districtCode: district.code,
    province,
    provinceCode: district.provinceCode,
    population: Math.round(people),
    areaKm2: Math.round(area.median * Math.exp(area.spread * random.normal()) * 100) / 100,
  };
}

function special(
  kind: 'bangkok' | 'pattaya',
  provinceCode: string,
  province: string,
  district: SampleDistrict | null
): SampleAuthority {
  return {
    code: null,
    kind,
    name: kindShapes[kind].nameTh,
    district: district?.nameTh ?? null,
    districtCode: district?.code ?? null,
    province,
    provinceCode,
    population: kind === 'bangkok' ? 5_450_000 : 118_000,
    areaKm2: kindShapes[kind].area.median,
  };
}
