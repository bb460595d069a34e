import { describe, expect, it } from 'vitest';
import file from './cases/citation-cases.json' with { type: 'json' };
import {
  canonicalLetterKey,
  formatCitation,
  formatLetterNumber,
  LETTER_URGENCIES,
  looksLikeLetterNumber,
  parseLetterNumber,
  type LetterNumber,
} from './letter-number.js';
import { toThaiDigits } from './digits.js';
import { randomFrom } from './seeded-random.test-support.js';

const LETTER: LetterNumber = {
  urgency: null,
  org: 'มท',
  suborg: null,
  unit: '0808.4',
  circular: true,
  number: 5912,
  year: 2561,
  date: '2018-10-17',
};
const NUMBER_ALONE: LetterNumber = { ...LETTER, org: null, unit: null, year: null, date: null };

interface CitationCase {
  in: string;
  urgency?: string;
  org?: string | null;
  suborg?: string;
  unit?: string | null;
  circular?: boolean;
  no: number;
  year?: number;
  date?: string;
}

describe('parseLetterNumber', () => {
  it.each(file.cases as CitationCase[])('reads $in', (expected) => {
    expect(parseLetterNumber(expected.in)).toEqual({
      urgency: expected.urgency ?? null,
      org: expected.org ?? null,
      suborg: expected.suborg ?? null,
      unit: expected.unit ?? null,
      circular: expected.circular ?? false,
      number: expected.no,
      year: expected.date ? Number(expected.date.slice(0, 4)) + 543 : (expected.year ?? null),
      date: expected.date ?? null,
    });
  });

  it.each([
    'ที่มท0808.4/ว5912ลว17ต.ค.61',
    'หนังสือมท 0808.4/ว 5912 ลว. 17 ต.ค. 61',
    'หนังสือกระทรวงมหาดไทย ที่ มท. 0808.4/ ว.5912 ลงวันที่ 17 ตุลาคม พ.ศ. 2561 เรื่อง แนวทาง',
    'ตามหนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๐๘.๔/ว ๕๙๑๒ (ลงวันที่ ๑๗ ต.ค. ๖๑)',
    'มท 0808.4/ว 5912 ลงวันที 2018-10-17',
    'มท 0808.4/ว 5912/2561 ลงวันที่ 17/10/61',
    'มท 0808.4/ว 5912, 17-10-2561',
    'มท\u00A00808.4/\u200Bว 5912 ลงวันท่ี 17 ตุลาคม 2018',
  ])('reads the whole letter from %j', (text) => {
    expect(parseLetterNumber(text)).toEqual(LETTER);
  });

  it.each([
    ['หนังสือ ว 5912 ลว 17 ต.ค. 61', { year: 2561, date: '2018-10-17' }],
    ['ว.5912/61', { year: 2561 }],
    ['ว 5912 ปี 2561', { year: 2561 }],
    ['ว5912 พ.ศ.2561', { year: 2561 }],
    ['ว 5912/2018', { year: 2561 }],
    ['ว 5912/17 ต.ค. 61', { year: 2561, date: '2018-10-17' }],
    ['หนังสือเวียนว5912', {}],
    ['(ว 5912)', {}],
    ['ด่วนมาก ว 5912', { urgency: 'ด่วนมาก' }],
    ['0808.4/ว 5912', { unit: '0808.4' }],
    ['0023/ว 5912', { unit: '0023' }],
    ['ว 5912 ลว. 31 ก.พ. 2561', {}],
  ])('reads what %j has', (text, parts) => {
    expect(parseLetterNumber(text)).toEqual({ ...NUMBER_ALONE, ...parts });
  });

  it.each([
    ['5912/2561', { year: 2561 }],
    ['ที่ 5912', {}],
    ['หนังสือเลขที่ 5912', {}],
    ['5912 ลว. 17 ต.ค. 61', { year: 2561, date: '2018-10-17' }],
  ])('reads %j as a number without ว', (text, parts) => {
    expect(parseLetterNumber(text)).toEqual({ ...NUMBER_ALONE, circular: false, ...parts });
  });

  it.each([
    ['ที่ ชม 71804/123', { org: 'ชม', unit: '71804', number: 123 }],
    ['ที่ นร 0505/ว 123', { org: 'นร', unit: '0505', circular: true, number: 123 }],
    ['กค (ก.ว.จ.) 0405.2/119', { org: 'กค', suborg: 'กวจ', unit: '0405.2', number: 119 }],
    ['มท 0808.2.1/ว 7', { org: 'มท', unit: '0808.2.1', circular: true, number: 7 }],
  ])('reads the office in %j', (text, parts) => {
    expect(parseLetterNumber(text)).toMatchObject({ circular: false, ...parts });
  });

  it.each(LETTER_URGENCIES)('reads the urgency %s wherever it may stand before', (urgency) => {
    for (const text of [
      `${urgency} ที่ มท 0808.4/ว 5912`,
      `${urgency}ที่ มท 0808.4/ว 5912`,
      `(${urgency}) มท 0808.4/ว 5912`,
      `หนังสือกระทรวงมหาดไทย ${urgency} ที่ มท 0808.4/ว 5912`,
    ]) {
      expect(parseLetterNumber(text)?.urgency, text).toBe(urgency);
    }
  });

  it('takes no urgency from the words of a subject', () => {
    expect(parseLetterNumber('เรื่องด่วนของกอง ที่ มท 0808.4/ว 5912')?.urgency).toBeNull();
  });

  it('takes no date from the next letter', () => {
    const text = 'มท 0808.4/ว 5912 และ มท 0808.2/ว 3616 ลงวันที่ 24 มิ.ย. 2559';
    expect(parseLetterNumber(text)).toMatchObject({ number: 5912, year: null, date: null });
  });

  it.each([
    '',
    'คู่มือการใช้งานระบบ',
    'พระราชบัญญัติเทศบาล พ.ศ. 2496',
    'ระเบียบฯ พ.ศ. 2547 แก้ไขเพิ่มเติมถึง (ฉบับที่ 4) พ.ศ. 2561',
    'แล้ว 5 คน',
    'แนว 5912',
    '17/7/2563',
    '2563-07-17',
    '17 ต.ค. 61',
    'ล.ว. 17 ต.ค. 61',
    '12/10',
    '0808.4',
    '0808',
    'มท 0808.4',
    'มท 0808.4/',
    'ว 0',
    'ว 1234567',
    '1234567',
    '02-241-9000',
  ])('finds no letter in %j', (text) => {
    expect(parseLetterNumber(text)).toBeNull();
    expect(looksLikeLetterNumber(text)).toBe(false);
  });

  it('stays quick whatever is repeated', () => {
    const parts = [
      'ก',
      ' ',
      '1',
      '.',
      'ว',
      'ที่',
      'มท 0808.4/',
      '( ',
      'ว 1 17 ก',
      '0808.',
      '่',
      'ด่วน',
    ];
    for (const part of parts) {
      const started = performance.now();
      parseLetterNumber(`${part.repeat(50_000)}x`);
      expect(performance.now() - started, part).toBeLessThan(1_000);
    }
  });
});

describe('looksLikeLetterNumber', () => {
  it.each(['ว5912', 'ว 5912', 'ว๕๙๑๒', 'ว.5912/61', 'มท0808.4/ว5912', '5912'])(
    'knows %s',
    (query) => {
      expect(looksLikeLetterNumber(query)).toBe(true);
    }
  );
});

describe('canonicalLetterKey', () => {
  it('names office, kind, number and year', () => {
    expect(canonicalLetterKey(LETTER)).toBe('มท|0808.4|ว|5912|2561');
    expect(canonicalLetterKey({ ...LETTER, circular: false })).toBe('มท|0808.4|-|5912|2561');
    expect(canonicalLetterKey({ ...LETTER, org: 'กค', suborg: 'กวจ' })).toBe(
      'กค(กวจ)|0808.4|ว|5912|2561'
    );
  });

  it('is the same however the letter was typed', () => {
    const keys = file.cases.slice(0, 3).map(({ in: text }) => {
      const parts = parseLetterNumber(text);
      return parts && canonicalLetterKey(parts);
    });
    expect(new Set(keys)).toEqual(new Set(['มท|0808.4|ว|5912|2561']));
  });

  it('is null while a part is unknown, for then it would name other letters too', () => {
    expect(canonicalLetterKey({ ...LETTER, year: null })).toBeNull();
    expect(canonicalLetterKey({ ...LETTER, unit: null })).toBeNull();
    expect(canonicalLetterKey({ ...LETTER, org: null })).toBeNull();
  });
});

describe('printing', () => {
  it('prints the number as officials do', () => {
    expect(formatLetterNumber(LETTER)).toBe('มท 0808.4/ว 5912');
    expect(formatLetterNumber({ ...LETTER, circular: false })).toBe('มท 0808.4/5912');
    expect(formatLetterNumber({ ...LETTER, suborg: 'กวจ' })).toBe('มท (กวจ) 0808.4/ว 5912');
    expect(formatLetterNumber({ ...LETTER, org: null })).toBe('0808.4/ว 5912');
    expect(formatLetterNumber(NUMBER_ALONE)).toBe('ว 5912');
  });

  it('prints the citation with urgency and date', () => {
    expect(formatCitation(LETTER)).toBe('ที่ มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561');
    expect(formatCitation({ ...LETTER, urgency: 'ด่วนที่สุด' })).toBe(
      'ด่วนที่สุด ที่ มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561'
    );
    expect(formatCitation({ ...NUMBER_ALONE, year: 2561 })).toBe('ว 5912/2561');
    expect(formatCitation(NUMBER_ALONE)).toBe('ว 5912');
  });

  it('prints what parseLetterNumber reads back the same', () => {
    const random = randomFrom(5912);
    const pick = <T>(values: readonly T[]) => values[random(values.length)] as T;
    for (let round = 0; round < 5_000; round += 1) {
      const date = new Date(Date.UTC(1950 + random(100), random(12), 1 + random(28)));
      const parts: LetterNumber = {
        urgency: pick([null, ...LETTER_URGENCIES]),
        org: pick(['มท', 'กค', 'สน', 'ศธ', 'สตง']),
        suborg: pick([null, 'กวจ', 'กนบ']),
        unit: pick(['0808.4', '0023', '71804', '0405.2', '0893.3.1']),
        circular: pick([true, false]),
        number: 1 + random(999_999),
        year: date.getUTCFullYear() + 543,
        date: date.toISOString().slice(0, 10),
      };
      const text = formatCitation(parts);
      expect(parseLetterNumber(text), text).toEqual(parts);
      expect(parseLetterNumber(toThaiDigits(text)), text).toEqual(parts);
    }
  });
});
