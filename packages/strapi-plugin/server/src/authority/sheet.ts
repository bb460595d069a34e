import type { AuthorityKind, Province } from '@km-laas/contract';
import { searchKey } from '@km-laas/thai';
import type { CellFault, Sheet, SheetColumn } from '../import/data-set';
import {
  parseAuthorityCode,
  parseCount,
  parseDay,
  parseDecimal,
  parseYear,
  type Parsed,
} from '../import/values';
import { isAlone, kindFacts, kindInName, kindNamed, kindNames, wholeName } from './kinds';
import { indexPlaces, type District } from './place-index';

/** A row of a register file. Null is what the file does not say, and what it leaves as it is. */
export interface AuthorityRow {
  code: string | null;
  kind: AuthorityKind;
  /** Whole name. */
  name: string;
  provinceCode: string;
  district: string | null;
  districtCode: string | null;
  population: number | null;
  populationYear: number | null;
  areaKm2: number | null;
  areaYear: number | null;
  validFrom: string | null;
  validTo: string | null;
  successorCode: string | null;
}

/** What rows are judged by. */
export interface AuthorityContext {
  provinces: readonly Province[];
  districts: readonly District[];
}

/** Columns of the register as the department's own lists have them. */
export const authorityColumns = [
  {
    key: 'code',
    th: 'รหัส อปท.',
    en: 'authority_code',
    aliases: ['dla_code8', 'dla_code', 'lao_code', 'code', 'รหัส', 'รหัสอปท', 'รหัสหน่วยงาน'],
    required: false,
    example: '03470102',
    note: 'รหัส 8 หลักของ สถ. แถวที่ไม่มีรหัสจะจับคู่ด้วยประเภท ชื่อ และจังหวัด',
  },
  {
    key: 'kind',
    th: 'ประเภท',
    en: 'authority_kind',
    aliases: ['type', 'kind', 'ประเภท อปท.', 'lao_type', 'ประเภทหน่วยงาน'],
    required: false,
    example: 'เทศบาลนคร',
    note: 'เช่น อบจ. ทน. ทม. ทต. อบต. เว้นว่างได้เมื่อชื่อหรือรหัสบอกประเภทแล้ว',
  },
  {
    key: 'name',
    th: 'ชื่อ อปท.',
    en: 'authority_name_th',
    aliases: ['name_th', 'name', 'ชื่อ', 'อปท.', 'ชื่อหน่วยงาน', 'lao_name', 'authority_name'],
    required: true,
    example: 'เทศบาลนครสกลนคร',
    note: 'ชื่อเต็มหรือเฉพาะชื่อก็ได้',
  },
  {
    key: 'district',
    th: 'อำเภอ',
    en: 'district',
    aliases: ['district_code', 'district_name', 'amphoe', 'รหัสอำเภอ', 'อำเภอ/เขต', 'เขต'],
    required: false,
    example: 'เมืองสกลนคร',
    note: 'ชื่อหรือรหัส 4 หลัก',
  },
  {
    key: 'province',
    th: 'จังหวัด',
    en: 'province',
    aliases: ['province_code', 'province_name', 'changwat', 'รหัสจังหวัด'],
    required: false,
    example: 'สกลนคร',
    note: 'ชื่อ อักษรย่อ หรือรหัส 2 หลัก เว้นว่างได้เมื่อมีรหัส อปท.',
  },
  {
    key: 'population',
    th: 'ประชากร',
    en: 'population',
    aliases: ['จำนวนประชากร', 'ประชากร (คน)', 'จำนวนประชากร (คน)'],
    required: false,
    example: '52,112',
  },
  {
    key: 'populationYear',
    th: 'ประชากรปี พ.ศ.',
    en: 'population_year_be',
    aliases: ['ปีของประชากร', 'population_year', 'ปีประชากร'],
    required: false,
    example: '2568',
  },
  {
    key: 'areaKm2',
    th: 'พื้นที่ (ตร.กม.)',
    en: 'area_km2',
    aliases: ['พื้นที่', 'area', 'area_sq_km', 'พื้นที่ (ตารางกิโลเมตร)'],
    required: false,
    example: '54.54',
  },
  {
    key: 'areaYear',
    th: 'พื้นที่ปี พ.ศ.',
    en: 'area_year_be',
    aliases: ['ปีของพื้นที่', 'area_year', 'ปีพื้นที่'],
    required: false,
    example: '2560',
  },
  {
    key: 'validFrom',
    th: 'ตั้งแต่วันที่',
    en: 'valid_from',
    aliases: ['วันที่จัดตั้ง', 'จัดตั้งเมื่อ', 'มีผลตั้งแต่'],
    required: false,
    example: '',
    note: 'วันที่จัดตั้งหรือเปลี่ยนเป็นประเภทนี้',
  },
  {
    key: 'validTo',
    th: 'ถึงก่อนวันที่',
    en: 'valid_to',
    aliases: ['วันที่ยุบ', 'สิ้นสุดวันที่', 'มีผลถึง'],
    required: false,
    example: '',
    note: 'วันแรกที่ไม่มี อปท. นี้แล้ว เว้นว่างเมื่อยังมีอยู่',
  },
  {
    key: 'successorCode',
    th: 'เปลี่ยนเป็นรหัส',
    en: 'successor_code',
    aliases: ['รหัสใหม่', 'รหัส อปท. ใหม่', 'new_code'],
    required: false,
    example: '',
    note: 'รหัสของ อปท. ที่รับช่วงต่อ ซึ่งอยู่ในไฟล์นี้หรือในทะเบียนแล้ว',
  },
] as const satisfies readonly SheetColumn[];

type Key = (typeof authorityColumns)[number]['key'];
type Cells = Readonly<Record<string, string>>;

/** The register of authorities, or a part of it. */
export const authoritySheet: Sheet<AuthorityRow, AuthorityContext> = {
  name: 'authority',
  columns: authorityColumns,
  anyOf: [['code'], ['province']],
  hasUnit: false,
  createCheck({ provinces, districts }) {
    const places = indexPlaces(provinces, districts);
    return (cells) => {
      const faults: CellFault[] = [];
      const complain = (column: Key, sentence: string) => void faults.push({ column, sentence });
      function optional<Value>(column: Key, parse: (text: string) => Parsed<Value>): Value | null {
        const text = cells[column] ?? '';
        if (/^[-–—]?$/.test(text)) return null;
        const parsed = parse(text);
        if (parsed.fault === undefined) return parsed.value;
        complain(column, parsed.fault);
        return null;
      }

      const code = optional('code', parseAuthorityCode);
      const kind = readKind(cells, code, complain);
      const provinceCode = readProvince(cells, code);
      const name = (cells.name ?? '').replace(/\s+/g, ' ');
      if (name === '') complain('name', 'ไม่ได้กรอกชื่อ อปท.');
      if (name.length > 150) complain('name', 'ชื่อยาวเกิน 150 ตัวอักษร');
      if (code !== null && kind !== null) checkCode(code, kind, provinceCode, complain);
      let district: District | undefined;
      const districtText = cells.district ?? '';
      if (provinceCode === null) {
        complain('province', provinceFault(cells.province ?? ''));
      } else if (!/^[-–—]?$/.test(districtText)) {
        district = places.districtNamed(provinceCode, districtText);
        if (!district) {
          const province = places.province(provinceCode)?.nameTh ?? '';
          complain('district', `ไม่มีอำเภอหรือเขต "${cut(districtText)}" ในจังหวัด${province}`);
        }
      }
      const population = optional('population', parseCount);
      if (population !== null && population > 20_000_000) {
        complain('population', `ประชากร ${population.toLocaleString('en-US')} คน มากเกินจริง`);
      }
      const areaKm2 = optional('areaKm2', parseDecimal);
      if (areaKm2 !== null && areaKm2 > 30_000) {
        complain('areaKm2', `พื้นที่ ${areaKm2.toLocaleString('en-US')} ตร.กม. มากเกินจริง`);
      }
      const validFrom = optional('validFrom', parseDay);
      const validTo = optional('validTo', parseDay);
      if (validFrom !== null && validTo !== null && validFrom >= validTo) {
        complain('validTo', '“ถึงก่อนวันที่” ต้องอยู่หลัง “ตั้งแต่วันที่”');
      }
      const successorCode = optional('successorCode', parseAuthorityCode);
      if (successorCode !== null && successorCode === code) {
        complain('successorCode', 'อปท. จะเปลี่ยนเป็นตัวเองไม่ได้');
      }
      if (successorCode !== null && validTo === null) {
        complain('validTo', 'กรอกรหัสที่เปลี่ยนเป็นแล้ว ต้องกรอกวันที่เปลี่ยนด้วย');
      }
      const row = {
        code,
        name: kind === null ? name : wholeName(kind, name),
        district: district?.nameTh ?? null,
        districtCode: district?.code ?? null,
        population,
        populationYear: optional('populationYear', parseYear),
        areaKm2,
        areaYear: optional('areaYear', parseYear),
        validFrom,
        validTo,
        successorCode,
      };
      if (faults.length > 0 || kind === null || provinceCode === null) return { faults };
      return { row: { ...row, kind, provinceCode } };
    };

    function readProvince(cells: Cells, code: string | null): string | null {
      const text = cells.province ?? '';
      if (text !== '') return places.provinceNamed(text)?.code ?? null;
      return code === null ? null : (places.province(code.slice(2, 4))?.code ?? null);
    }
  },
  keyOf: ({ code, kind, name, provinceCode, districtCode }) =>
    code ?? [kind, searchKey(name), provinceCode, districtCode ?? ''].join('\t'),
};

type Complain = (column: Key, sentence: string) => void;

/** The kind, as its own cell, the name or the code tells it; what two of them tell must agree. */
function readKind(cells: Cells, code: string | null, complain: Complain): AuthorityKind | null {
  const text = cells.kind ?? '';
  const named = kindInName(cells.name ?? '');
  if (text !== '') {
    const kind = kindNamed(text);
    if (kind === null) {
      complain('kind', `"${cut(text)}" ไม่ใช่ประเภท อปท. ใช้ อบจ. ทน. ทม. ทต. อบต. กทม. หรือ เมืองพัทยา`);
      return null;
    }
    if (named !== null && named !== kind && !isAlone(named)) {
      complain('name', `ชื่อขึ้นต้นด้วย${kindFacts[named].nameTh} แต่ประเภทเป็น${kindFacts[kind].nameTh}`);
    }
    return kind;
  }
  const ofCode = kindNames.find((kind) => code !== null && kindFacts[kind].digit === code[1]);
  const kind = named ?? ofCode ?? null;
  if (kind === null) complain('kind', 'ไม่ได้กรอกประเภท และชื่อกับรหัสไม่บอกประเภท');
  return kind;
}

/** The rule of the code, `0T PP AA NN`: its kind's digit and its province. */
function checkCode(
  code: string,
  kind: AuthorityKind,
  provinceCode: string | null,
  complain: Complain
): void {
  const { digit, nameTh } = kindFacts[kind];
  if (digit === null) {
    complain('code', `${nameTh}ไม่มีรหัส 8 หลัก เว้นช่องนี้ว่าง`);
  } else if (code[1] !== digit) {
    complain('code', `หลักที่สองของรหัส ${code} ต้องเป็น ${digit} ตามประเภท${nameTh}`);
  }
  if (provinceCode !== null && code.slice(2, 4) !== provinceCode) {
    complain('code', `หลักที่สามและสี่ของรหัส ${code} ต้องเป็นรหัสจังหวัด ${provinceCode}`);
  }
}

function provinceFault(text: string): string {
  return text === '' ? 'ไม่ได้กรอกจังหวัด' : `ไม่มีจังหวัด "${cut(text)}"`;
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
