import type { AuthorityKind } from '@km-laas/contract';
import { kindFacts, kindInName, wholeName } from '../authority/kinds';
import type { Places } from '../authority/places';
import { provinceFacts } from '../authority/provinces';
import { textOf, type Values } from './fields';
import type { Fault } from './refusal';

/** What a register entry says by its other fields: its whole name, its district as listed. */
export function toldByAuthority(given: Values, stored: Values | undefined, places: Places): Values {
  const entry = { ...stored, ...given };
  const told: Values = {};
  const kind = kindOf(entry);
  const name = textOf(entry.name);
  if (kind && name !== '' && (kindInName(name) ?? kind) === kind) told.name = wholeName(kind, name);
  // Two authorities without a code are no two with the same one.
  if ('code' in given) told.code = textOf(given.code).replace(/[\s-]/g, '') || null;
  const district = textOf(entry.district);
  const found = places.districtNamed(textOf(entry.provinceCode), district);
  told.district = found?.nameTh ?? (district || null);
  told.districtCode = found?.code ?? null;
  return told;
}

/** What the fields of an authority must agree on. The entry is as {@link toldByAuthority} leaves it. */
export function authorityFaults(entry: Values): Fault[] {
  return [
    ...nameFaults(entry),
    ...provinceFaults(entry),
    ...codeFaults(entry),
    ...districtFaults(entry),
    ...timeFaults(entry),
    ...successorFaults(entry),
  ];
}

function nameFaults(entry: Values): Fault[] {
  const kind = kindOf(entry);
  const said = kindInName(textOf(entry.name));
  if (!kind || !said || said === kind) return [];
  const [inName, chosen] = [kindFacts[said].nameTh, kindFacts[kind].nameTh];
  return [{ path: ['name'], message: `ชื่อขึ้นต้นด้วย${inName} แต่ประเภทเป็น${chosen} แก้ให้ตรงกัน` }];
}

function provinceFaults({ provinceCode }: Values): Fault[] {
  const code = textOf(provinceCode);
  if (code === '' || Object.hasOwn(provinceFacts, code)) return [];
  return [{ path: ['provinceCode'], message: 'ไม่มีจังหวัดรหัสนี้ เลือกจังหวัดจากรายการ' }];
}

/** `0T PP AA NN`: zero, the kind's digit, the province, the district, a running number. */
function codeFaults(entry: Values): Fault[] {
  const code = textOf(entry.code);
  const fault = (message: string) => [{ path: ['code'], message }];
  if (code === '') return [];
  if (!/^0\d{7}$/.test(code)) {
    return fault('รหัส อปท. ต้องเป็นตัวเลข 8 หลักขึ้นต้นด้วย 0 เช่น 03470102 รหัสเดิม 7 หลักให้เติม 0 ข้างหน้า');
  }
  const kind = kindOf(entry);
  if (kind && kindFacts[kind].digit !== code[1]) {
    const { nameTh, digit } = kindFacts[kind];
    return fault(
      digit === null
        ? `${nameTh}ไม่มีรหัส 8 หลัก เว้นช่องนี้ว่าง`
        : `หลักที่สองของรหัสต้องเป็น ${digit} ตามประเภท${nameTh} แต่พิมพ์ ${code[1]}`
    );
  }
  const province = textOf(entry.provinceCode);
  if (province !== '' && code.slice(2, 4) !== province) {
    return fault(
      `หลักที่สามและสี่ของรหัสคือจังหวัด ต้องเป็น ${province} แต่พิมพ์ ${code.slice(2, 4)} ตรวจรหัสหรือจังหวัด`
    );
  }
  return [];
}

function districtFaults(entry: Values): Fault[] {
  if (textOf(entry.district) === '' || textOf(entry.districtCode) !== '') return [];
  return [
    {
      path: ['district'],
      message: 'ไม่มีอำเภอหรือเขตชื่อนี้ในจังหวัดที่เลือก ตรวจตัวสะกดหรือจังหวัด หรือเว้นว่าง',
    },
  ];
}

function timeFaults({ validFrom, validTo }: Values): Fault[] {
  const [from, to] = [dayText(validFrom), dayText(validTo)];
  if (from === '' || to === '' || from < to) return [];
  return [{ path: ['validTo'], message: '“ถึงก่อนวันที่” ต้องอยู่หลัง “ตั้งแต่วันที่”' }];
}

function successorFaults(entry: Values): Fault[] {
  const successor = entry.successor as { documentId?: string } | null | undefined;
  if (!successor?.documentId) return [];
  const fault = (message: string) => [{ path: ['successor'], message }];
  if (successor.documentId === entry.documentId) {
    return fault('อปท. จะเปลี่ยนเป็นตัวเองไม่ได้ เลือก อปท. อื่นหรือเว้นว่าง');
  }
  if (dayText(entry.validTo) === '') {
    return [
      {
        path: ['validTo'],
        message: 'เลือก “เปลี่ยนเป็น” แล้ว ใส่ “ถึงก่อนวันที่” คือวันที่เปลี่ยนด้วย',
      },
    ];
  }
  return [];
}

function kindOf(entry: Values): AuthorityKind | null {
  const kind = textOf(entry.kind);
  return Object.hasOwn(kindFacts, kind) ? (kind as AuthorityKind) : null;
}

function dayText(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : textOf(value).slice(0, 10);
}
