import { parseThaiDate, searchKey, thaiMonthNames } from '@km-laas/thai';
import type { ImportOptions } from './data-set';

/** A cell that was understood, or what to tell who typed it. */
export type Parsed<Value> =
  { value: Value; fault?: undefined } | { value?: undefined; fault: string };

const DASHES = /[\u2010-\u2015\u2212\u2500\uFE58\uFE63\uFF0D]/g;
const SPACES = /[\s\u00A0\u2000-\u200D\u202F\u2060\uFEFF]+/g;
const CURRENCY = /^(?:฿|thb ?)|(?: ?(?:บาท|thb|baht))$/g;
const DIGITS = /^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.(\d*))?$/;
/** What most cells look like; the long way round costs ten times as much. */
const PLAIN = /^(-?\d{1,13})(?:\.(\d{1,2}))?$/;
const POINT_FIRST = /^\.(\d+)$/;

function found(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return `"${short}"`;
}

/** One spelling for the many ways digits, dashes and spaces are typed. */
function fold(text: string): string {
  return searchKey(text).replace(DASHES, '-').replace(SPACES, ' ').trim();
}

/** Distinct cells a reader remembers: files repeat their codes, years and months row after row. */
const remembered = 20_000;

/** Letters of a cell that is worth remembering, or reading as an amount at all. */
const longest = 100;

function remember<Value>(read: (text: string) => Parsed<Value>): (text: string) => Parsed<Value> {
  const known = new Map<string, Parsed<Value>>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const answer = read(text);
    if (text.length > longest) return answer;
    if (known.size >= remembered) known.clear();
    known.set(text, answer);
    return answer;
  };
}

/** Whether a cell says "nothing" by a dash, as accountants write a zero. */
function isDash(text: string): boolean {
  return /^-+$/.test(text);
}

/**
 * Reads an amount as officers type it and gives whole satang.
 *
 * Understands `1,234.50`, `1 234.5`, `๑,๒๓๔.๕๐`, `(1,234.50)`, `1,234.50-`, `−1234`, `฿1,234` and
 * `1,234 บาท`. A dash alone is zero; an empty cell is a fault, because not reported is not zero.
 */
export function parseAmount(text: string, unit: ImportOptions['unit'] = 'baht'): Parsed<number> {
  const plain = PLAIN.exec(text);
  if (plain && unit === 'baht') {
    const satang = Number(`${plain[1]}${(plain[2] ?? '').padEnd(2, '0')}`);
    return { value: satang === 0 ? 0 : satang };
  }
  if (text.length > longest) return { fault: `${found(text)} ไม่ใช่จำนวนเงิน ตัวอย่างที่ถูก: 1,234.50` };
  let typed = fold(text);
  if (typed === '') return { fault: 'ไม่ได้กรอกจำนวนเงิน ถ้าไม่มีรายการให้ใส่ 0 หรือ -' };
  if (isDash(typed)) return { value: 0 };
  typed = typed.replace(CURRENCY, '').trim();
  let signs = 0;
  if (typed.startsWith('(') && typed.endsWith(')')) {
    signs += 1;
    typed = typed.slice(1, -1).trim();
  }
  if (typed.startsWith('-')) {
    signs += 1;
    typed = typed.slice(1).trim();
  } else if (typed.endsWith('-')) {
    signs += 1;
    typed = typed.slice(0, -1).trim();
  } else if (typed.startsWith('+')) {
    typed = typed.slice(1).trim();
  }
  typed = typed.replace(CURRENCY, '').trim();
  if (/^\d(?:\.\d+)?e\+?\d+$/.test(typed)) {
    return {
      fault: `${found(text)} เป็นเลขแบบย่อ (E+) ที่ Excel ตัดหลักท้ายทิ้งไปแล้ว ให้ตั้งรูปแบบเซลล์เป็นตัวเลขแล้วบันทึกใหม่`,
    };
  }
  const parts = DIGITS.exec(typed) ?? POINT_FIRST.exec(typed);
  if (!parts || signs > 1) {
    return { fault: `${found(text)} ไม่ใช่จำนวนเงิน ตัวอย่างที่ถูก: 1,234.50` };
  }
  const fraction = parts[1] ?? '';
  const whole = (typed.split('.')[0] ?? '').replace(/[, ]/g, '');
  const places = unit === 'thousandBaht' ? 5 : 2;
  if (/[1-9]/.test(fraction.slice(places))) {
    return { fault: `${found(text)} มีเศษเล็กกว่าหนึ่งสตางค์ ให้ปัดเป็นทศนิยม ${places} ตำแหน่ง` };
  }
  const satang = Number(whole + fraction.slice(0, places).padEnd(places, '0'));
  if (!Number.isSafeInteger(satang)) {
    return { fault: `${found(text)} มากเกินกว่าที่ระบบรับได้ (ไม่เกิน 90 ล้านล้านบาท)` };
  }
  return { value: signs === 1 && satang !== 0 ? -satang : satang };
}

/** Reads a count of people or things: whole, not negative; `1,234`, `๑๒ คน` is `12`. */
export function parseCount(text: string): Parsed<number> {
  const typed = fold(text).replace(/ ?(?:คน|ราย)$/, '');
  if (typed === '') return { fault: 'ไม่ได้กรอกจำนวน' };
  if (isDash(typed)) return { value: 0 };
  const parts = DIGITS.exec(typed);
  const count = Number((typed.split('.')[0] ?? '').replace(/[, ]/g, ''));
  if (!parts || /[1-9]/.test(parts[1] ?? '') || !Number.isSafeInteger(count)) {
    return { fault: `${found(text)} ไม่ใช่จำนวนเต็ม ตัวอย่างที่ถูก: 1,234` };
  }
  return { value: count };
}

/** Reads a decimal that is no amount, e.g. square kilometres; not negative. */
export function parseDecimal(text: string): Parsed<number> {
  const typed = fold(text);
  const parts = DIGITS.exec(typed) ?? POINT_FIRST.exec(typed);
  const value = Number(typed.replace(/[, ]/g, ''));
  if (!parts || !Number.isFinite(value)) {
    return { fault: `${found(text)} ไม่ใช่ตัวเลข ตัวอย่างที่ถูก: 1,234.5` };
  }
  return { value };
}

const YEAR =
  /^(?:ปี)? ?(?:งบประมาณ|งปม\.?)? ?(พ\.?ศ\.?|ค\.?ศ\.?|fy|b\.?e\.?|a\.?d\.?|c\.?e\.?)? ?(\d{4}|\d{2}) ?(b\.?e\.?|a\.?d\.?|c\.?e\.?)?$/;
const COMMON_ERA = /^[คac]/;
const BUDDHIST_ERA = /^[พb]/;

/**
 * Reads a year and gives it in the Buddhist era: `2570`, `๒๕๗๐`, `พ.ศ. 2570`, `ปีงบประมาณ 2570`,
 * `70`, `2027`, `ค.ศ. 2027`, `FY2027` are all 2570. Two digits are the end of a Buddhist year; four
 * say by their size which era they are of, and must agree with an era that is named.
 */
export const parseYear = remember((text): Parsed<number> => {
  const typed = fold(text);
  if (typed === '') return { fault: 'ไม่ได้กรอกปี' };
  const [, before, digits = '', after] = YEAR.exec(typed) ?? [];
  const era = before ?? after ?? '';
  const fault = { fault: `${found(text)} ไม่ใช่ปี พ.ศ. ตัวอย่างที่ถูก: 2570` };
  if (digits === '') return fault;
  if (digits.length === 2) {
    return COMMON_ERA.test(era) || era === 'fy' ? fault : { value: 2500 + Number(digits) };
  }
  const year = Number(digits);
  if (year >= 2400 && year <= 2800 && !COMMON_ERA.test(era)) return { value: year };
  if (year >= 1900 && year <= 2200 && !BUDDHIST_ERA.test(era)) return { value: year + 543 };
  return fault;
});

/** Reads a fiscal year (ปีงบประมาณ) as {@link parseYear} does, within 2540 and 2700. */
export function parseFiscalYear(text: string): Parsed<number> {
  const year = parseYear(text);
  if (year.fault !== undefined) return year;
  if (year.value < 2540 || year.value > 2700) {
    return { fault: `${found(text)} อยู่นอกช่วงปีงบประมาณ 2540 ถึง 2700` };
  }
  return year;
}

function monthKey(name: string): string {
  // กรกฏาคม with ฏ is the commonest misspelling of a month.
  return searchKey(name).replace(/[ .]/g, '').replace('ฏ', 'ฎ');
}

const MONTHS: ReadonlyMap<string, number> = new Map(
  (['th', 'en'] as const).flatMap((locale) =>
    (['long', 'short'] as const).flatMap((style) =>
      thaiMonthNames(style, locale).flatMap((name, index): [string, number][] => {
        const key = monthKey(name);
        // กันยา for กันยายน, Sept for Sep.
        const spoken = key.replace(/(?:าคม|ายน|าพันธ์)$/, (end) => end.slice(0, 1));
        return [
          [key, index + 1],
          [spoken, index + 1],
        ];
      })
    )
  )
).set('sept', 9);

function monthCalled(typed: string): number | undefined {
  return MONTHS.get(monthKey(typed).replace(/^เดือน/, ''));
}

const OF_DATE = /^\d{4}-(\d{2})-\d{2}$/;

/**
 * Reads a month of the calendar, 1 for January (มกราคม) to 12: names in Thai or English, long or
 * short, and numbers, which count from January. A workbook's date stands for its month.
 */
export const parseMonth = remember((text): Parsed<number> => {
  const typed = fold(text);
  if (typed === '') return { fault: 'ไม่ได้กรอกเดือน' };
  const named = monthCalled(typed);
  if (named !== undefined) return { value: named };
  const number = /^(?:เดือน(?:ที่)? ?)?0?(\d{1,2})$/.exec(typed) ?? OF_DATE.exec(typed);
  const month = Number(number?.[1]);
  if (month >= 1 && month <= 12) return { value: month };
  return {
    fault: `${found(text)} ไม่ใช่เดือน ใช้ชื่อเดือน เช่น ต.ค. หรือเลข 1 (มกราคม) ถึง 12 (ธันวาคม)`,
  };
});

/** The month of the fiscal year, 1 for October, of a month of the calendar. */
export function fiscalMonthOfCalendar(month: number): number {
  return ((month + 2) % 12) + 1;
}

/**
 * Reads a month of the fiscal year, 1 for October (ตุลาคม) to 12 for September. Names mean what they
 * name; numbers count from October, for columns whose heading says so (`fiscal_month`).
 */
export const parseFiscalMonth = remember((text): Parsed<number> => {
  const typed = fold(text);
  if (typed === '') return { fault: 'ไม่ได้กรอกเดือน' };
  const named = monthCalled(typed);
  if (named !== undefined) return { value: fiscalMonthOfCalendar(named) };
  const month = Number(/^(?:เดือน(?:ที่)? ?)?0?(\d{1,2})$/.exec(typed)?.[1]);
  if (month >= 1 && month <= 12) return { value: month };
  return {
    fault: `${found(text)} ไม่ใช่เดือนของปีงบประมาณ ใช้ชื่อเดือน เช่น ต.ค. หรือเลข 1 (ตุลาคม) ถึง 12 (กันยายน)`,
  };
});

/** Reads a day as officers type it and gives it as an ISO date; see `parseThaiDate`. */
export const parseDay = remember((text): Parsed<string> => {
  const typed = fold(text);
  if (typed === '') return { fault: 'ไม่ได้กรอกวันที่' };
  const day = parseThaiDate(typed);
  if (day !== null) return { value: day };
  return {
    fault: `${found(text)} ไม่ใช่วันที่ที่มีจริง ตัวอย่างที่ถูก: 17 ก.ค. 2570 หรือ 17/7/2570`,
  };
});

/**
 * Reads an authority's code (รหัส อปท.) and gives its eight digits. Excel drops the zero all codes
 * begin with, so seven digits get it back; spaces and dashes between digits do not count.
 */
export const parseAuthorityCode = remember((text): Parsed<string> => {
  const typed = fold(text).replace(/^'/, '');
  if (typed === '') return { fault: 'ไม่ได้กรอกรหัส อปท.' };
  const digits = typed.replace(/[ .-]/g, '');
  if (/^0\d{7}$/.test(digits)) return { value: digits };
  if (/^[1-9]\d{6}$/.test(digits)) return { value: `0${digits}` };
  return { fault: `${found(text)} ไม่ใช่รหัส อปท. ซึ่งเป็นเลข 8 หลักขึ้นต้นด้วย 0` };
});
