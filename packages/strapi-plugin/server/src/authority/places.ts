import type { Province } from '@km-laas/contract';
import { getDistricts, getProvinces } from 'thai-address-universal';
import { otherProvinceNames, provinceFacts } from './provinces';

/** A district (อำเภอ; เขต in Bangkok). */
export interface District {
  /** Four digits; the first two are the province's. */
  code: string;
  nameTh: string;
  nameEn: string;
  provinceCode: string;
}

/** Codes the address package lacks or has wrong, by Thai names. */
const provinceCodePatches: Readonly<Record<string, string>> = { บึงกาฬ: '38' };
const districtCodePatches: Readonly<Record<string, string>> = {
  'บึงกาฬ/เมืองบึงกาฬ': '3801',
  'บึงกาฬ/พรเจริญ': '3802',
  'บึงกาฬ/โซ่พิสัย': '3803',
  'บึงกาฬ/เซกา': '3804',
  'บึงกาฬ/ปากคาด': '3805',
  'บึงกาฬ/บึงโขงหลง': '3806',
  'บึงกาฬ/ศรีวิไล': '3807',
  'บึงกาฬ/บุ่งคล้า': '3808',
  'เชียงใหม่/กัลยาณิวัฒนา': '5025',
  'อุตรดิตถ์/น้ำปาด': '5304',
};

/** English names the address package misspells, by code. */
const englishPatches: Readonly<Record<string, string>> = {
  '30': 'Nakhon Ratchasima',
  '60': 'Nakhon Sawan',
  '72': 'Suphan Buri',
  '1028': 'Sathon',
  '1306': 'Lam Luk Ka',
  '1703': 'Khai Bang Rachan',
  '2408': 'Sanam Chai Khet',
  '4008': 'Ubolratana',
  '4013': 'Waeng Yai',
  '4020': 'Phu Pha Man',
  '4808': 'Si Songkhram',
  '5025': 'Galyani Vadhana',
  '5304': 'Nam Pat',
  '7303': 'Nakhon Chai Si',
  '7402': 'Krathum Baen',
  '7604': 'Cha-am',
};

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

let loaded: Promise<Places> | undefined;

/** Reads the places once; every caller gets the same ones. */
export function loadPlaces(): Promise<Places> {
  loaded ??= readPlaces();
  return loaded;
}

async function readPlaces(): Promise<Places> {
  const provinces: Province[] = [];
  const districts: District[] = [];
  for (const { nameTh, nameEn, code } of await getProvinces()) {
    const provinceCode = provinceCodePatches[nameTh] ?? code;
    const facts = provinceFacts[provinceCode];
    if (!facts) throw new Error(`The address package has an unknown province: ${nameTh}.`);
    const english = englishPatches[provinceCode] ?? nameEn;
    provinces.push({ code: provinceCode, nameTh, nameEn: english, ...facts });
    for (const district of await getDistricts(nameTh)) {
      const own = districtCodePatches[`${nameTh}/${district.nameTh}`] ?? district.code;
      districts.push({
        code: own,
        nameTh: district.nameTh,
        nameEn: englishPatches[own] ?? district.nameEn,
        provinceCode,
      });
    }
  }
  return indexPlaces(provinces.sort(byCode), districts.sort(byCode));
}

function indexPlaces(provinces: Province[], districts: District[]): Places {
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

const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);
