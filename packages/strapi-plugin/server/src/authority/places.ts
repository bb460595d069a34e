import type { Province } from '@km-laas/contract';
import { getDistricts, getProvinces } from 'thai-address-universal';
import { indexPlaces, type District, type Places } from './place-index';
import { provinceFacts } from './provinces';

export type { District, Places } from './place-index';

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

const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);
