import type { PersonalDataKind } from '@km-laas/contract';
import { toArabicDigits } from '@km-laas/thai';
import {
  accountPattern,
  citizenIdPattern,
  emailPattern,
  phonePattern,
} from '../../content/personal-data';

/** What officers have decided for a kind of personal data. */
export type PersonalDataPolicy = 'off' | 'warn' | 'block';
export type PersonalDataPolicies = Record<PersonalDataKind, PersonalDataPolicy>;

/** A place in a text that looks like personal data, as UTF-16 offsets. */
export interface FoundData {
  kind: PersonalDataKind;
  range: [number, number];
  text: string;
}

/** Words that make a row of digits the number of a bank account. */
const aboutAccounts = /บัญชี|ธนาคาร|ธ\.|พร้อมเพย์|account|acct|promptpay/i;
/** As banks print it: 123-4-56789-0. */
const asBanksPrint = /^\d{3}-\d-\d{5}-\d$/;
/** How far before and after a number its words may stand. */
const around = 40;

/** Everything in a text that looks like personal data, in the order it stands. */
export function findPersonalData(text: string): FoundData[] {
  const found: FoundData[] = [];
  const isFree = (start: number, end: number) =>
    found.every(({ range }) => end <= range[0] || start >= range[1]);
  const collect = (
    kind: PersonalDataKind,
    pattern: RegExp,
    holds: (match: string, index: number) => boolean
  ) => {
    for (const match of text.matchAll(pattern)) {
      const [words] = match;
      const end = match.index + words.length;
      if (isFree(match.index, end) && holds(words, match.index)) {
        found.push({ kind, range: [match.index, end], text: words });
      }
    }
  };
  collect('email', emailPattern, () => true);
  collect('citizenId', citizenIdPattern, (words) => isCitizenId(words));
  collect(
    'bankAccount',
    accountPattern,
    (words, index) =>
      asBanksPrint.test(arabic(words)) ||
      aboutAccounts.test(text.slice(Math.max(0, index - around), index + words.length + around))
  );
  collect('phone', phonePattern, () => true);
  return found.sort((a, b) => a.range[0] - b.range[0]);
}

/** Whether thirteen digits end with the check digit of a citizen id (เลขประจำตัวประชาชน). */
export function isCitizenId(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length !== 13 || digits[0] === 0) return false;
  const sum = digits.slice(0, 12).reduce((total, digit, place) => total + digit * (13 - place), 0);
  return (11 - (sum % 11)) % 10 === digits[12];
}

function digitsOf(text: string): number[] {
  return [...arabic(text).replace(/\D/g, '')].map(Number);
}

/** Thai and wide digits as plain ones. */
function arabic(text: string): string {
  return toArabicDigits(text).replace(/[０-９]/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 0x30)
  );
}

/** What the findings of a text come to under the officers' policies. */
export function decide(
  found: readonly FoundData[],
  policies: PersonalDataPolicies
): 'pass' | 'warn' | 'block' {
  const wanted = new Set(found.map(({ kind }) => policies[kind]));
  if (wanted.has('block')) return 'block';
  return wanted.has('warn') ? 'warn' : 'pass';
}

/** What a writer is told of a finding. */
export const personalDataWords: Record<PersonalDataKind, { th: string; en: string }> = {
  citizenId: {
    th: 'พบเลขประจำตัวประชาชน 13 หลัก ข้อความในเว็บบอร์ดเปิดเผยต่อสาธารณะ โปรดลบหรือปิดบังตัวเลขก่อนส่ง',
    en: 'This looks like a 13-digit citizen id. The board is public: take it out or hide its digits.',
  },
  phone: {
    th: 'พบหมายเลขโทรศัพท์ ข้อความในเว็บบอร์ดเปิดเผยต่อสาธารณะ โปรดตรวจสอบว่าต้องการเผยแพร่',
    en: 'This looks like a telephone number. The board is public: make sure you want it there.',
  },
  bankAccount: {
    th: 'พบเลขที่บัญชีธนาคาร ข้อความในเว็บบอร์ดเปิดเผยต่อสาธารณะ โปรดลบหรือปิดบังตัวเลขก่อนส่ง',
    en: 'This looks like a bank account. The board is public: take it out or hide its digits.',
  },
  email: {
    th: 'พบที่อยู่อีเมล ข้อความในเว็บบอร์ดเปิดเผยต่อสาธารณะ โปรดตรวจสอบว่าต้องการเผยแพร่',
    en: 'This looks like an e-mail address. The board is public: make sure you want it there.',
  },
};
