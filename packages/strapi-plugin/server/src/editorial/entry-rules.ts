import { formatThaiDate, parseLetterNumber } from '@km-laas/thai';
import type { ServiceName } from '../platform/service-room';
import { authorityFaults } from './authority-facts';
import { bangkokToday } from './day';
import { textOf, type Values } from './fields';
import { quoted, type Fault } from './refusal';

/** Services whose rows are a content type. */
export type ContentName = Exclude<
  ServiceName,
  'feedback' | 'fiscal' | 'subsidy' | 'search' | 'member' | 'thread'
>;

/** What the fields of one entry must agree on before readers see it. */
type EntryRule = (entry: Values) => Fault[];

/** The knowledge bank before this one printed it for every empty date, so it comes with copied text. */
const emptyDateOfOldSystem = '1999-11-30';

const slugForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Rules of each service beyond lengths and required fields; the entry comes with its relations. */
export const entryRules: Record<ContentName, EntryRule> = {
  topic(entry) {
    if (slugForm.test(textOf(entry.slug))) return [];
    return [
      {
        path: ['slug'],
        message: 'ชื่อในที่อยู่เว็บใช้ได้เฉพาะ a–z ตัวพิมพ์เล็ก ตัวเลข และขีดกลางคั่นคำ เช่น budget-transfer',
      },
    ];
  },
  manual(entry) {
    if (hasText(entry.body) || hasAny(entry.files)) return [];
    return [{ path: ['body'], message: 'ใส่เนื้อหา หรือแนบไฟล์คู่มืออย่างน้อยหนึ่งไฟล์ก่อนเผยแพร่' }];
  },
  law(entry) {
    return [...letterFaults(entry), ...forceFaults(entry), ...lineageFaults(entry)];
  },
  faq() {
    return [];
  },
  news({ showFrom, showUntil }) {
    if (!showFrom || !showUntil || instant(showUntil) > instant(showFrom)) return [];
    return [{ path: ['showUntil'], message: 'เวลา “แสดงถึง” ต้องอยู่หลังเวลา “แสดงตั้งแต่”' }];
  },
  update({ date }) {
    if (!textOf(date).startsWith(emptyDateOfOldSystem)) return [];
    return [
      {
        path: ['date'],
        message: 'วันที่ 30 พฤศจิกายน 2542 คือค่าของวันที่ว่างในระบบเดิม ใส่วันที่ปรับปรุงระบบจริง',
      },
    ];
  },
  form(entry) {
    const faults: Fault[] = [];
    if (!entry.editableFile && !entry.pdfFile) {
      faults.push({
        path: ['pdfFile'],
        message: 'แนบไฟล์ที่แก้ไขได้หรือไฟล์ PDF อย่างน้อยหนึ่งไฟล์ก่อนเผยแพร่',
      });
    }
    if (entry.pdfFile && extensionOf(entry.pdfFile) !== '.pdf') {
      faults.push({ path: ['pdfFile'], message: 'ช่องนี้รับเฉพาะไฟล์ PDF เลือกไฟล์ใหม่' });
    }
    if (entry.editableFile && extensionOf(entry.editableFile) === '.pdf') {
      faults.push({
        path: ['editableFile'],
        message: 'ไฟล์ PDF แก้ไขไม่ได้ ใส่ไว้ในช่องไฟล์ PDF และแนบ DOCX XLSX หรือ ODT ที่ช่องนี้',
      });
    }
    return faults;
  },
  status({ startsAt, endsAt }) {
    if (!startsAt || !endsAt || instant(endsAt) > instant(startsAt)) return [];
    return [{ path: ['endsAt'], message: 'เวลาที่คาดว่ากลับเป็นปกติต้องอยู่หลังเวลาเริ่ม' }];
  },
  authority: authorityFaults,
};

function letterFaults(entry: Values): Fault[] {
  if (entry.kind !== 'letter') return [];
  const faults: Fault[] = [];
  if (textOf(entry.citation) === '') {
    faults.push({
      path: ['citation'],
      message: 'ใส่เลขที่หนังสือก่อนเผยแพร่ เช่น มท 0808.4/ว 5912',
    });
  } else if (!entry.number) {
    faults.push({
      path: ['citation'],
      message: 'อ่านเลขที่หนังสือไม่ออก พิมพ์ตามแบบ มท 0808.4/ว 5912',
    });
  }
  const [typed, date] = [parseLetterNumber(textOf(entry.citation))?.date, textOf(entry.date)];
  if (date === '') {
    faults.push({ path: ['date'], message: 'ใส่วันที่ของหนังสือก่อนเผยแพร่' });
  } else if (typed && typed !== date.slice(0, 10)) {
    faults.push({
      path: ['date'],
      message: `ช่อง “ลงวันที่” ไม่ตรงกับวันที่ในเลขที่หนังสือ (${formatThaiDate(typed, 'long')}) แก้ให้ตรงกัน`,
    });
  }
  return faults;
}

function forceFaults({ legalStatus, effectiveDate }: Values): Fault[] {
  const from = textOf(effectiveDate);
  if (from === '') return [];
  if (legalStatus === 'notYetInForce' && from <= bangkokToday()) {
    return [
      {
        path: ['legalStatus'],
        message: 'สถานะเป็น “ยังไม่ใช้บังคับ” แต่วันที่มีผลใช้บังคับมาถึงแล้ว แก้สถานะหรือวันที่',
      },
    ];
  }
  if (legalStatus !== 'notYetInForce' && from > bangkokToday()) {
    return [
      {
        path: ['legalStatus'],
        message: 'วันที่มีผลใช้บังคับยังไม่ถึง เปลี่ยนสถานะเป็น “ยังไม่ใช้บังคับ” หรือแก้วันที่',
      },
    ];
  }
  return [];
}

interface Cited {
  documentId: string;
  title?: string;
}

function lineageFaults(entry: Values): Fault[] {
  const own = entry.documentId;
  const fields = ['repeals', 'amends', 'clarifies'] as const;
  const named = Object.fromEntries(fields.map((field) => [field, citedBy(entry[field])])) as Record<
    (typeof fields)[number],
    Cited[]
  >;
  const self = fields
    .filter((field) => named[field].some(({ documentId }) => documentId === own))
    .map((field) => ({
      path: [field],
      message: 'กฎหมายหรือหนังสือจะยกเลิก แก้ไข หรือชี้แจงตัวเองไม่ได้ นำฉบับนี้ออกจากช่องนี้',
    }));
  const repealed = new Set(named.repeals.map(({ documentId }) => documentId));
  const both = named.amends.filter(({ documentId }) => repealed.has(documentId));
  return [
    ...self,
    ...both
      .filter(({ documentId }) => documentId !== own)
      .map(({ title }) => ({
        path: ['amends'],
        message: `${quoted(title)} อยู่ทั้งในช่องยกเลิกและช่องแก้ไขเพิ่มเติม เลือกช่องเดียว`,
      })),
  ];
}

function citedBy(value: unknown): Cited[] {
  return Array.isArray(value) ? (value as Cited[]) : [];
}

function hasAny(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function hasText(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasText);
  if (typeof node !== 'object' || node === null) return false;
  const { type, text, children } = node as { type?: string; text?: string; children?: unknown };
  return type === 'image' || textOf(text) !== '' || hasText(children);
}

function instant(value: unknown): number {
  return value instanceof Date ? value.getTime() : Date.parse(String(value));
}

function extensionOf(file: unknown): string {
  return String((file as { ext?: string | null }).ext ?? '').toLowerCase();
}
