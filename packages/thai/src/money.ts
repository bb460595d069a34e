import { toThaiDigits } from './digits.js';

/** Digits and language of a formatted amount; Arabic digits and Thai unless told. */
export interface MoneyOptions {
  digits?: 'thai' | 'arabic';
  locale?: 'th' | 'en';
}

const AMOUNT = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
const SMALLER_THAN_SATANG = /e-\d+$/;

/** Reads an amount as whole satang; `rest` is whatever lies below one satang, as digits. */
function readSatang(baht: number | string): { satang: number; rest: string } {
  // JavaScript writes numbers as the shortest decimal that means them, so 0.29 is read as 29 satang
  // where 0.29 * 100 would be 28.999…
  const text = typeof baht === 'number' ? String(baht) : baht.trim();
  if (typeof baht === 'number' && SMALLER_THAN_SATANG.test(text)) return { satang: 0, rest: '01' };
  const [, sign, whole = '', fraction = ''] = AMOUNT.exec(text) ?? [];
  const digits = whole.replace(/,/g, '') + fraction.slice(0, 2).padEnd(2, '0');
  const satang = Number(digits);
  if (sign === undefined || !Number.isSafeInteger(satang)) {
    throw new RangeError(
      `Cannot read ${JSON.stringify(text.slice(0, 40))} as an amount in baht: expected a decimal such as 1234.50, below 90 trillion.`
    );
  }
  return { satang: sign && satang ? -satang : satang, rest: fraction.slice(2) };
}

/**
 * Gives an amount in baht as whole satang (สตางค์), exactly; `1234.5` and `'1,234.50'` are 123450.
 *
 * @throws {RangeError} if it is no decimal amount, is finer than a satang, or too large to be exact.
 */
export function bahtToSatang(baht: number | string): number {
  const { satang, rest } = readSatang(baht);
  if (/[1-9]/.test(rest)) {
    throw new RangeError(`${baht} baht has a part smaller than one satang; round it first.`);
  }
  return satang;
}

/**
 * Gives whole satang as baht, for JSON numbers with two decimals at most.
 *
 * @throws {RangeError} if the satang are not a whole number that JavaScript holds exactly.
 */
export function satangToBaht(satang: number): number {
  if (!Number.isSafeInteger(satang)) {
    throw new RangeError(`${satang} is no whole number of satang.`);
  }
  return satang / 100;
}

function roundToSatang(baht: number | string): number {
  const { satang, rest } = readSatang(baht);
  if (rest.charAt(0) < '5') return satang;
  return String(baht).trim().startsWith('-') ? satang - 1 : satang + 1;
}

function writeHundredths(hundredths: number, unit: string, digits: 'thai' | 'arabic'): string {
  const amount = Math.abs(hundredths);
  const whole = String(Math.floor(amount / 100)).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const fraction = String(amount % 100).padStart(2, '0');
  const text = `${hundredths < 0 ? '-' : ''}${whole}.${fraction} ${unit}`;
  return digits === 'thai' ? toThaiDigits(text) : text;
}

/**
 * Writes an amount in baht with two decimals: `1,234.50 บาท`.
 *
 * What is finer than a satang is rounded, halves away from zero.
 *
 * @throws {RangeError} if it is no decimal amount or too large to be exact.
 */
export function formatBaht(
  baht: number | string,
  { digits = 'arabic', locale = 'th' }: MoneyOptions = {}
): string {
  return writeHundredths(roundToSatang(baht), locale === 'th' ? 'บาท' : 'baht', digits);
}

/**
 * Writes an amount given in baht as millions with two decimals: `704,600.00 ล้านบาท`.
 *
 * Engines write compact Thai numbers as "705B" or "7 แสนล้าน"; public finance prints ล้านบาท.
 *
 * @throws {RangeError} if it is no decimal amount or too large to be exact.
 */
export function formatMillionBaht(
  baht: number | string,
  { digits = 'arabic', locale = 'th' }: MoneyOptions = {}
): string {
  const { satang } = readSatang(baht);
  const hundredths = Math.sign(satang) * Math.round(Math.abs(satang) / 1_000_000);
  return writeHundredths(hundredths, locale === 'th' ? 'ล้านบาท' : 'million baht', digits);
}

const DIGIT_WORDS = ['', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'];
const PLACE_WORDS = ['', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน'];

function digitInWords(digit: number, place: number, isFirst: boolean): string {
  if (digit === 0) return '';
  if (place === 0 && digit === 1 && !isFirst) return 'เอ็ด';
  if (place === 1 && digit === 1) return 'สิบ';
  if (place === 1 && digit === 2) return 'ยี่สิบ';
  return `${DIGIT_WORDS[digit]}${PLACE_WORDS[place]}`;
}

function numberInWords(value: number): string {
  const millions = Math.floor(value / 1_000_000);
  const lead = millions > 0 ? `${numberInWords(millions)}ล้าน` : '';
  return [...String(value % 1_000_000)].reduce(
    (words, digit, index, all) =>
      words + digitInWords(Number(digit), all.length - 1 - index, words === ''),
    lead
  );
}

/**
 * Writes an amount in Thai words as on cheques and receipts: `หนึ่งร้อยเอ็ดบาทห้าสิบสตางค์`.
 *
 * A final one after other digits reads เอ็ด, twenty reads ยี่สิบ, and ล้าน repeats for each million
 * of millions; whole baht end in ถ้วน.
 *
 * @throws {RangeError} if it is no decimal amount, is finer than a satang, or too large to be exact.
 */
export function bahtText(baht: number | string): string {
  const satang = bahtToSatang(baht);
  if (satang === 0) return 'ศูนย์บาทถ้วน';
  const whole = Math.floor(Math.abs(satang) / 100);
  const fraction = Math.abs(satang) % 100;
  const wholeText = whole > 0 ? `${numberInWords(whole)}บาท` : '';
  const fractionText = fraction > 0 ? `${numberInWords(fraction)}สตางค์` : 'ถ้วน';
  return `${satang < 0 ? 'ลบ' : ''}${wholeText}${fractionText}`;
}
