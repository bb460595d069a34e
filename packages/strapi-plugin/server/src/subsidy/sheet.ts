import type { SubsidyPayee, SubsidyStatus, Urgency } from '@km-laas/contract';
import {
  buddhistYear,
  canonicalLetterKey,
  formatLetterNumber,
  parseLetterNumber,
  searchKey,
} from '@km-laas/thai';
import type { CellFault, Sheet } from '../import/data-set';
import {
  parseAmount,
  parseAuthorityCode,
  parseCount,
  parseDay,
  parseFiscalYear,
  type Parsed,
} from '../import/values';
import { subsidyColumns, type SubsidyKey as Key } from './columns';
import { readInstalment } from './instalment';
import { readSubsidyType, subsidyKinds } from './types';

/** A line of a file, ready for the table; what is not given is empty, 0 or null. */
export interface SubsidyRow {
  fiscalYear: number;
  /**
   * What it is replaced together with inside its fiscal year: its letter, or, where the list names
   * no letter, its type and instalment.
   */
  scope: string;
  letterNumber: string | null;
  letterDate: string | null;
  letterUrgency: Urgency | null;
  letterKey: string | null;
  authority: string;
  authorityName: string;
  province: string;
  type: string;
  subItem: string;
  instalment: number;
  periodFrom: string;
  periodTo: string;
  allocationNumber: string;
  budgetCode: string;
  transferDate: string;
  payee: SubsidyPayee;
  headcount: number | null;
  /** Satang, never negative. */
  amount: number;
  status: SubsidyStatus;
  amends: string;
}

/** What lines are judged by. */
export interface SubsidyContext {
  /** Authorities of the register, past ones too, by their code. */
  authorities: ReadonlyMap<string, { name: string; province: string }>;
  /** Their codes by `province/name` as {@link nameKey} writes it; null where two share it. */
  codesByName: ReadonlyMap<string, string | null>;
  /** Two-digit codes by every name of a province, as {@link nameKey} writes it. */
  provinces: ReadonlyMap<string, string>;
}

type Cells = Readonly<Record<string, string>>;

/** A name without what is written in many ways: spaces, dots, dashes, digits of either script. */
export function nameKey(text: string): string {
  return searchKey(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** A list of subsidy transfers. */
export const subsidySheet: Sheet<SubsidyRow, SubsidyContext> = {
  name: 'subsidy',
  columns: subsidyColumns,
  anyOf: [['authorityCode'], ['authorityName', 'province']],
  hasUnit: true,
  createCheck(context, options) {
    const provincesWritten = new Map<string, string | undefined>();
    const provinceOf = remember(provincesWritten, (text) => provinceNamed(context, text));
    const letters = new Map<string, Letter | null>();
    const typeOf = remember(new Map(), readSubsidyType);
    const statusOf = remember(new Map(), readStatus);
    const payeeOf = remember(new Map(), readPayee);
    const instalmentOf = remember(new Map(), (yearAndText) =>
      readInstalment(yearAndText.slice(4), Number(yearAndText.slice(0, 4)))
    );

    function letterOf(cells: Cells, complain: Complain): Letter {
      const key = ['letterNumber', 'letterDate', 'urgency'].map((name) => cells[name]).join('\0');
      const known = letters.get(key);
      if (known) return known;
      const faultless = { yes: true };
      const letter = readLetter(cells, (column, sentence) => {
        faultless.yes = false;
        complain(column, sentence);
      });
      if (faultless.yes) {
        if (letters.size > 20_000) letters.clear();
        letters.set(key, letter);
      }
      return letter;
    }

    return (cells) => {
      const faults: CellFault[] = [];
      const complain: Complain = (column, sentence) => void faults.push({ column, sentence });
      const taken = <Value>(column: Key, parsed: Parsed<Value>): Value | undefined => {
        if (parsed.fault !== undefined) complain(column, parsed.fault);
        return parsed.value;
      };
      const day = (column: Key) => {
        const text = cells[column] ?? '';
        return /^-*$/.test(text) ? '' : (taken(column, parseDay(text)) ?? '');
      };

      const authority = readAuthority(cells, context, provinceOf, complain);
      const fiscalYear = taken('fiscalYear', parseFiscalYear(cells.fiscalYear ?? ''));
      const type = typeOf(cells.type ?? '');
      if (type === null) complain('type', typeFault(cells.type ?? ''));
      const amount = taken('amount', parseAmount(cells.amount ?? '', options.unit));
      if (amount !== undefined && amount < 0) {
        complain(
          'amount',
          `"${cells.amount}" ติดลบ จำนวนเงินต้องไม่ติดลบ เงินที่เรียกคืนให้ใส่เป็นบวกแล้วกรอกสถานะว่า เรียกคืน`
        );
      }
      const headcountText = cells.headcount ?? '';
      const headcount = /^-*$/.test(headcountText)
        ? null
        : taken('headcount', parseCount(headcountText));
      const transferDate = day('transferDate');
      const status = cells.status
        ? statusOf(cells.status)
        : transferDate
          ? 'transferred'
          : 'allocated';
      if (status === null) {
        complain('status', `"${cut(cells.status)}" ไม่ใช่สถานะ ใช้ จัดสรร โอนแล้ว หรือ เรียกคืน`);
      }
      const payee = payeeOf(cells.payee ?? '');
      if (payee === null) {
        complain('payee', `"${cut(cells.payee)}" ไม่ใช่ผู้รับเงิน ใช้ อปท. หรือ กรมบัญชีกลางจ่ายแทน`);
      }
      const instalment =
        fiscalYear === undefined
          ? undefined
          : instalmentOf(`${fiscalYear}${cells.instalment ?? ''}`);
      if (instalment === null) {
        complain(
          'instalment',
          `"${cut(cells.instalment)}" ไม่ใช่งวด ใช้เลขงวด เช่น 1, ไตรมาสที่ 1 หรือชื่อเดือน`
        );
      }
      const from = day('periodFrom') || (instalment?.periodFrom ?? '');
      const to = day('periodTo') || (instalment?.periodTo ?? '');
      if (from && to && from > to) complain('periodTo', 'วันสิ้นสุดอยู่ก่อนวันเริ่มต้น');
      const letter = letterOf(cells, complain);
      const text = (column: Key, most: number) => shortText(cells, column, most, complain);
      const subItem = text('subItem', 255);
      const allocationNumber = text('allocationNumber', 80);
      const budgetCode = text('budgetCode', 80);
      const amends = text('amends', 80);
      if (amends && amends === allocationNumber) {
        complain('amends', 'รายการหนึ่งเพิ่มเติมหรือแก้ไขตัวเองไม่ได้');
      }
      if (
        faults.length > 0 ||
        !authority ||
        fiscalYear === undefined ||
        type === null ||
        amount === undefined ||
        headcount === undefined ||
        status === null ||
        payee === null ||
        !instalment
      ) {
        return { faults };
      }
      return {
        row: {
          fiscalYear,
          scope: letter.scope ?? `${type}/${instalment.number}`,
          letterNumber: letter.number,
          letterDate: letter.date,
          letterUrgency: letter.urgency,
          letterKey: letter.key,
          ...authority,
          type,
          subItem,
          instalment: instalment.number,
          periodFrom: from,
          periodTo: to,
          allocationNumber,
          budgetCode,
          transferDate,
          payee,
          headcount,
          amount,
          status,
          amends,
        },
      };
    };
  },
  keyOf(row) {
    return [
      row.fiscalYear,
      row.scope,
      row.authority,
      row.type,
      row.subItem,
      row.instalment,
      row.periodFrom,
      row.periodTo,
      row.allocationNumber,
      row.budgetCode,
      row.payee,
      // A transfer that was announced is the same one when it is made; taking it back is another.
      row.status === 'recalled',
    ].join('\t');
  },
};

type Complain = (column: Key | null, sentence: string) => void;

interface Letter {
  scope: string | null;
  number: string | null;
  date: string | null;
  urgency: Urgency | null;
  key: string | null;
}

const urgencies: Readonly<Record<string, Urgency>> = {
  ด่วน: 'urgent',
  ด่วนมาก: 'veryUrgent',
  ด่วนที่สุด: 'mostUrgent',
};

/** The letter of a line; its date and urgency may stand with its number or in cells of their own. */
function readLetter(cells: Cells, complain: Complain): Letter {
  const typed = cells.letterNumber ?? '';
  const dateTyped = cells.letterDate ?? '';
  const urgencyTyped = nameKey(cells.urgency ?? '');
  const urgency = urgencies[urgencyTyped] ?? null;
  if (urgencyTyped && urgencyTyped !== 'ปกติ' && urgency === null) {
    complain('urgency', `"${cut(cells.urgency)}" ไม่ใช่ชั้นความเร็ว ใช้ ด่วน ด่วนมาก หรือ ด่วนที่สุด`);
  }
  const day = /^-*$/.test(dateTyped) ? undefined : parseDay(dateTyped);
  if (day?.fault !== undefined) complain('letterDate', day.fault);
  if (/^-*$/.test(typed)) {
    if (day?.value) complain('letterNumber', 'มีวันที่ของหนังสือ แต่ไม่ได้กรอกเลขที่หนังสือ');
    return { scope: null, number: null, date: null, urgency: null, key: null };
  }
  const parts = parseLetterNumber(typed);
  if (!parts) {
    complain('letterNumber', `"${cut(typed)}" ไม่ใช่เลขที่หนังสือ ตัวอย่างที่ถูก: มท 0808.2/ว 2445`);
    return { scope: null, number: null, date: null, urgency: null, key: null };
  }
  const date = day?.value ?? parts.date;
  const year = date ? buddhistYear(date) : parts.year;
  const number = formatLetterNumber(parts);
  const key = canonicalLetterKey({ ...parts, year });
  return {
    // A letter without its year or office is told from others of the fiscal year by what is known.
    scope: key ?? `~${number}/${year ?? ''}`,
    number,
    date,
    urgency: urgency ?? (parts.urgency && (urgencies[parts.urgency] ?? null)),
    key,
  };
}

function readAuthority(
  cells: Cells,
  context: SubsidyContext,
  provinceOf: (text: string) => string | undefined,
  complain: Complain
): Pick<SubsidyRow, 'authority' | 'authorityName' | 'province'> | null {
  const typedCode = cells.authorityCode ?? '';
  const typedName = cells.authorityName ?? '';
  const typedProvince = cells.province ?? '';
  const province = typedProvince === '' ? undefined : provinceOf(typedProvince);
  if (typedProvince !== '' && province === undefined) {
    complain('province', `ไม่มีจังหวัด "${cut(typedProvince)}"`);
    return null;
  }
  if (typedCode !== '') {
    const code = parseAuthorityCode(typedCode);
    if (code.fault !== undefined) {
      complain('authorityCode', code.fault);
      return null;
    }
    const known = context.authorities.get(code.value);
    if (!known) {
      complain('authorityCode', `ไม่มี อปท. รหัส ${code.value} ในทะเบียน`);
      return null;
    }
    if (province !== undefined && province !== known.province) {
      complain('province', `"${cut(typedProvince)}" ไม่ใช่จังหวัดของ${known.name} (${code.value})`);
      return null;
    }
    return { authority: code.value, authorityName: known.name, province: known.province };
  }
  if (typedName === '' || province === undefined) {
    complain('authorityCode', 'ไม่ได้กรอกรหัส อปท. หรือชื่อ อปท. กับจังหวัด');
    return null;
  }
  const code = context.codesByName.get(`${province}/${nameKey(typedName)}`);
  const known = code ? context.authorities.get(code) : undefined;
  if (!code || !known) {
    complain(
      'authorityName',
      code === null
        ? `จังหวัด${cut(typedProvince)}มี "${cut(typedName)}" มากกว่าหนึ่งแห่ง ให้กรอกรหัส อปท.`
        : `ไม่มี "${cut(typedName)}" ในจังหวัด${cut(typedProvince)} ตรวจชื่อ หรือกรอกรหัส อปท.`
    );
    return null;
  }
  return { authority: code, authorityName: known.name, province: known.province };
}

function provinceNamed(context: SubsidyContext, text: string): string | undefined {
  const key = nameKey(text);
  return context.provinces.get(key) ?? context.provinces.get(key.replace(/^(?:จังหวัด|จ)/, ''));
}

const statuses: Readonly<Record<string, SubsidyStatus>> = {
  จัดสรร: 'allocated',
  จัดสรรแล้ว: 'allocated',
  รอโอน: 'allocated',
  allocated: 'allocated',
  โอน: 'transferred',
  โอนแล้ว: 'transferred',
  โอนเงินแล้ว: 'transferred',
  transferred: 'transferred',
  เรียกคืน: 'recalled',
  เรียกคืนเงิน: 'recalled',
  ส่งคืน: 'recalled',
  recalled: 'recalled',
};

function readStatus(text: string): SubsidyStatus | null {
  const key = nameKey(text);
  return Object.hasOwn(statuses, key) ? (statuses[key] ?? null) : null;
}

function readPayee(text: string): SubsidyPayee | null {
  const key = nameKey(text);
  if (['', 'อปท', 'authority', 'องค์กรปกครองส่วนท้องถิ่น'].includes(key)) return 'authority';
  return key === 'comptroller' || key.startsWith('กรมบัญชีกลาง') || key === 'บก'
    ? 'comptroller'
    : null;
}

function typeFault(text: string): string {
  return text === ''
    ? 'ไม่ได้กรอกประเภทเงินอุดหนุน'
    : `"${cut(text)}" ไม่ใช่ประเภทเงินอุดหนุนที่รู้จัก ตัวอย่างที่ถูก: ${subsidyKinds[0]?.nameTh} หรือรหัส ${subsidyKinds[0]?.code}`;
}

function shortText(cells: Cells, column: Key, most: number, complain: Complain): string {
  // A tab or a line break inside a cell is never meant.
  const text = (cells[column] ?? '').replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
  if (/^-+$/.test(text)) return '';
  if (text.length > most) complain(column, `ยาวเกิน ${most} ตัวอักษร`);
  return text;
}

function cut(text = ''): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Files repeat a few words row after row. */
function remember<Value>(
  known: Map<string, Value>,
  read: (text: string) => Value
): (text: string) => Value {
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    if (known.size >= 20_000) known.clear();
    known.set(text, value);
    return value;
  };
}
