import type { Province } from '@km-laas/contract';
import { otherProvinceNames } from './provinces';

/** A district (อำเภอ; เขต in Bangkok). */
export interface District {
  /** Four digits; the first two are the province's. */
  code: string;
  nameTh: string;
  nameEn: string;
  provinceCode: string;
}

/** The provinces and districts of Thailand. */
export interface Places {
  /** All 77, by code. */
  readonly provinces: readonly Province[];
  /** All 928, by code. */
  readonly districts: readonly District[];
  province(code: string): Province | undefined;
  district(code: string): District | undefined;
  /** A province by whatever it is written as: name, จังหวัด before it, abbreviation, English, code. */
  provinceNamed(text: string): Province | undefined;
  /** A district of a province by its name, with or without อำเภอ or เขต, or by its code. */
  districtNamed(provinceCode: string, text: string): District | undefined;
}

/** Makes them findable by code and by name; both lists are in the order of their codes. */
export function indexPlaces(
  provinces: readonly Province[],
  districts: readonly District[]
): Places {
  const provinceByCode = new Map(provinces.map((province) => [province.code, province]));
  const districtByCode = new Map(districts.map((district) => [district.code, district]));
  const provinceByName = new Map(
    provinces.flatMap((province) =>
      [province.nameTh, province.nameEn, province.abbreviation, province.code].map(
        (name) => [plain(name), province] as const
      )
    )
  );
  for (const [name, code] of otherProvinceNames) {
    const province = provinceByCode.get(code);
    if (province) provinceByName.set(plain(name), province);
  }
  const districtByName = new Map(
    districts.map((district) => [`${district.provinceCode}/${plain(district.nameTh)}`, district])
  );
  return {
    provinces,
    districts,
    province: (code) => provinceByCode.get(code),
    district: (code) => districtByCode.get(code),
    provinceNamed(text) {
      return provinceByName.get(plain(text)) ?? provinceByName.get(plain(text, /^(จังหวัด|จ\.)/));
    },
    districtNamed(provinceCode, text) {
      const district =
        districtByCode.get(text.trim()) ??
        districtByName.get(`${provinceCode}/${plain(text)}`) ??
        districtByName.get(`${provinceCode}/${plain(text, /^(กิ่งอำเภอ|อำเภอ|อ\.|เขต)/)}`) ??
        // The district of a provincial capital is often called by the bare word.
        (plain(text, /^(อำเภอ|อ\.)/) === 'เมือง'
          ? districtByCode.get(`${provinceCode}01`)
          : undefined);
      return district?.provinceCode === provinceCode ? district : undefined;
    },
  };
}

function plain(text: string, opening?: RegExp): string {
  const trimmed = text.trim().toLowerCase();
  return (opening ? trimmed.replace(opening, '') : trimmed).replace(/\s+/g, '');
}
