import { getDatabase, preload } from 'thai-address-universal';

export interface SampleProvince {
  code: string;
  nameTh: string;
}

export interface SampleDistrict {
  code: string;
  nameTh: string;
  provinceCode: string;
}

/** What the register of the plugin knows of Thailand. */
export interface KnownPlaces {
  provinces: readonly SampleProvince[];
  districts: readonly SampleDistrict[];
}

export interface SamplePlaces extends KnownPlaces {
  /** Names of a district's subdistricts (ตำบล), by the district's code. */
  subdistricts: ReadonlyMap<string, readonly string[]>;
}

/** Adds the subdistricts of the address package, from whose names sample authorities are made. */
export async function withSubdistricts(places: KnownPlaces): Promise<SamplePlaces> {
  await preload({ language: 'thai' });
  const provinceNames = new Map(places.provinces.map(({ code, nameTh }) => [code, nameTh]));
  const codes = new Map(
    places.districts.map(({ code, nameTh, provinceCode }) => [
      `${provinceNames.get(provinceCode)}/${nameTh}`,
      code,
    ])
  );
  const subdistricts = new Map<string, Set<string>>();
  for (const { province, district, sub_district: name } of getDatabase()) {
    const code = codes.get(`${province}/${district}`);
    if (code === undefined) continue;
    const names = subdistricts.get(code) ?? new Set();
    subdistricts.set(code, names.add(name));
  }
  return {
    ...places,
    subdistricts: new Map([...subdistricts].map(([code, names]) => [code, [...names]])),
  };
}
