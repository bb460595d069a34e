import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportFault } from '../admin-api';
import { ImportRefusal, type Sheet } from '../data-set';
import { parseAmount, parseDay } from '../values';
import { readSheet, type SheetOutcome } from './read-sheet';

// Known to the reference installation alone, which makes its sample workbooks with them.
const require = createRequire(join(__dirname, '../../../../../../cms/package.json'));
interface Zip {
  file(name: string, text: string | Buffer): void;
  generateAsync(options: object): Promise<Buffer>;
}
const JSZip = require('jszip') as new () => Zip;
const { Workbook } = require('exceljs') as {
  Workbook: new () => {
    addWorksheet(
      name: string,
      options?: object
    ): {
      addRow(cells: unknown[]): { getCell(at: number): { numFmt: string } };
    };
    xlsx: { writeBuffer(): Promise<ArrayBuffer> };
  };
};

type Row = [name: string, satang: number, day: string];

const sheet: Sheet<Row, null> = {
  name: 'fiscal',
  columns: [
    { key: 'name', th: 'ชื่อ อปท.', en: 'authority_name', required: true, example: 'ตัวอย่าง' },
    {
      key: 'amount',
      th: 'จำนวนเงิน',
      en: 'amount',
      aliases: ['ยอดเงิน'],
      required: true,
      example: '1.00',
    },
    { key: 'day', th: 'วันที่โอน', en: 'transfer_date', required: false, example: '' },
  ],
  hasUnit: true,
  createCheck:
    (_, { unit }) =>
    (cells) => {
      const { name = '', amount = '', day = '' } = cells;
      const satang = parseAmount(amount, unit);
      if (satang.fault !== undefined) {
        return { faults: [{ column: 'amount', sentence: satang.fault }] };
      }
      return { row: [name, satang.value, day === '' ? '' : (parseDay(day).value ?? '?')] };
    },
  keyOf: ([name]) => name,
  groupOf: ([, , day]) => day,
};

let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'km-read-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Result extends SheetOutcome {
  rows: Row[];
  chunks: number[];
  groups: string[][];
  faults: ImportFault[];
}

async function read(bytes: string | Buffer, kind: 'csv' | 'xlsx' = 'csv'): Promise<Result> {
  files += 1;
  const path = join(folder, `file-${files}`);
  await writeFile(path, bytes);
  const rows: Row[] = [];
  const chunks: number[] = [];
  const groups: string[][] = [];
  const faults: ImportFault[] = [];
  const options = { unit: 'baht', scope: 'months', sample: false } as const;
  const outcome = await readSheet({ path, kind }, sheet, null, options, {
    chunk({ number, count, json, groups: own }) {
      chunks.push(count);
      groups.push(own);
      expect(number).toBe(chunks.length - 1);
      rows.push(...(JSON.parse(json) as Row[]));
    },
    faults: (found) => void faults.push(...found),
    pause: async () => undefined,
  });
  return { ...outcome, rows, chunks, groups, faults };
}

async function refusalOf(bytes: string | Buffer, kind: 'csv' | 'xlsx' = 'csv'): Promise<string> {
  const error = await read(bytes, kind).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ImportRefusal);
  return (error as ImportRefusal).sentence;
}

/** Thai as Windows-874 has it. */
function windows874(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x0e01 && code <= 0x0e5b ? code - 0x0e01 + 0xa1 : code;
    })
  );
}

const text = 'ชื่อ อปท.,จำนวนเงิน\nเทศบาลนครสกลนคร,"1,234.50"\nอบต.น้ำคำ,(๕๐)\n';
const expected: Row[] = [
  ['เทศบาลนครสกลนคร', 123450, ''],
  ['อบต.น้ำคำ', -5000, ''],
];

describe('a CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['Windows-874', windows874(text), 'windows-874'],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['lines ended as on Windows', Buffer.from(text.replaceAll('\n', '\r\n')), 'utf-8'],
  ])('is read in %s', async (_, bytes, encoding) => {
    const { rows, reading } = await read(bytes);
    expect(rows).toEqual(expected);
    expect(reading.encoding).toBe(encoding);
  });

  it.each([';', '\t', '|'] as const)('is divided by %j', async (delimiter) => {
    const lines = ['ชื่อ อปท.', 'จำนวนเงิน'].join(delimiter);
    const { rows, reading } = await read(`${lines}\nก${delimiter}1,000.25\n`);
    expect(reading.delimiter).toBe(delimiter);
    expect(rows).toEqual([['ก', 100025, '']]);
  });

  it('keeps a Thai letter whole that two pieces of the file share', async () => {
    const name = 'ก้ำ'.repeat(10_001);
    const { rows } = await read(`ชื่อ อปท.,จำนวนเงิน\n${name},1\n`);
    expect(rows[0]?.[0]).toBe(name);
  });

  it.each([
    ['', '\n'],
    ['with Windows line ends', '\r\n'],
  ])('is read the same before and after its first quotation mark %s', async (_, end) => {
    const plain = Array.from({ length: 9000 }, (_, at) => `อบต.${at},${at}.50`);
    // Long after the first piece of the file, a name of two lines, and then plain ones again.
    const lines = ['ชื่อ อปท.,จำนวนเงิน', ...plain, `"อบต.\nสองบรรทัด","1,000"`, '', 'ท้าย,x', 'จบ,2'];
    const { rows, faults, counts } = await read(lines.join(end));
    expect(counts).toMatchObject({ read: 9003, good: 9002 });
    expect(rows[8999]).toEqual(['อบต.8999', 899_950, '']);
    expect(rows.slice(9000)).toEqual([
      ['อบต.\nสองบรรทัด', 100_000, ''],
      ['จบ', 200, ''],
    ]);
    expect(faults).toMatchObject([{ row: 9004, value: 'x' }]);
  });

  it('whose lines end as on old Macs is read', async () => {
    expect((await read(text.replaceAll('\n', '\r'))).rows).toEqual(expected);
  });

  it('that was damaged on its way says where', async () => {
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xe0, 0xb8])]);
    expect(await refusalOf(bytes)).toContain('เสียหายที่ไบต์');
  });

  it('that is no text is refused', async () => {
    expect(await refusalOf(Buffer.from('a\u0000b'))).toContain('ไม่ใช่ข้อความ');
    expect(await refusalOf(Buffer.from([0x61, 0x81, 0xfc, 0x0a]))).toContain('การเข้ารหัส');
  });

  it('with a quotation mark nobody closed says after which row', async () => {
    const sentence = await refusalOf(`${text}ค,"1\n${'x'.repeat(200_000)}`);
    expect(sentence).toContain('หลังแถวที่ 3');
    expect(sentence).toContain('ไม่ปิด');
  });
});

describe('headings', () => {
  it.each([
    ['English, another order', 'amount,authority_name'],
    ['capitals and spaces', 'AMOUNT , Authority Name'],
    ['an alias and a unit', 'ยอดเงิน (บาท),ชื่อ  อปท'],
  ])('are understood: %s', async (_, headings) => {
    const { rows } = await read(`${headings}\n7,ก\n`);
    expect(rows).toEqual([['ก', 700, '']]);
  });

  it('are found below titles, and empty rows do not count', async () => {
    const { rows, reading, faults } = await read('รายงานการโอน\n\nชื่อ อปท.,จำนวนเงิน\n\nก,1\nข,x\n');
    expect(reading.headerRow).toBe(3);
    expect(rows).toEqual([['ก', 100, '']]);
    expect(faults[0]).toMatchObject({ row: 6, column: 'จำนวนเงิน', value: 'x' });
  });

  it('nobody knows are named and left alone', async () => {
    const { reading } = await read('ชื่อ อปท.,เลขบัญชี,จำนวนเงิน\nก,123,1\n');
    expect(reading.ignored).toEqual(['เลขบัญชี']);
  });

  it('tell their unit', async () => {
    expect((await read('ชื่อ อปท.,จำนวนเงิน (พันบาท)\nก,1\n')).unit).toBe('thousandBaht');
  });

  it.each([
    ['none', 'ก,ข\n1,2\n', /ไม่พบแถวหัวตาราง/],
    ['one missing', 'ชื่อ อปท.,วันที่โอน\nก,1\n', /แถวที่ 1 ขาดคอลัมน์ "จำนวนเงิน"/],
    ['one twice', 'ชื่อ อปท.,จำนวนเงิน,amount\nก,1,2\n', /คอลัมน์ B, C/],
    ['nothing below', 'ชื่อ อปท.,จำนวนเงิน\n', /ไม่มีข้อมูลสักแถว/],
    ['an empty file', '', /ไม่พบแถวหัวตาราง/],
    ['too many', `${'x,'.repeat(300)}\n`, /คอลัมน์เกิน 200/],
  ])('refuse the file: %s', async (_, bytes, sentence) => {
    expect(await refusalOf(bytes)).toMatch(sentence);
  });
});

describe('rows', () => {
  it('of a chunk come with what they belong to, each once', async () => {
    const lines = Array.from({ length: 1000 }, (_, at) => `ก${at},1,${1 + (at % 2)} ต.ค. 2569`);
    const { groups } = await read(`ชื่อ อปท.,จำนวนเงิน,วันที่โอน\n${lines.join('\n')}\nข,1,3 ต.ค. 2569`);
    expect(groups).toEqual([
      ['2026-10-01', '2026-10-02'],
      ['2026-10-01', '2026-10-02', '2026-10-03'],
    ]);
  });

  it('come in chunks of 800, the same each time', async () => {
    const lines = Array.from({ length: 1800 }, (_, at) => `ก${at},${at}`);
    const { chunks, rows, counts } = await read(
      `amount,authority_name\n${lines.map((line) => line.split(',').reverse().join(',')).join('\n')}`
    );
    expect(chunks).toEqual([800, 800, 200]);
    expect(rows[1799]).toEqual(['ก1799', 179_900, '']);
    expect(counts).toEqual({ read: 1800, good: 1800, bad: 0, faults: 0 });
  });

  it('that come twice are told with the row they repeat', async () => {
    const { faults, counts } = await read('ชื่อ อปท.,จำนวนเงิน\nก,1\nข,1\nก,2\n');
    expect(faults).toEqual([{ row: 4, column: null, value: 'ก | 2 |', sentence: 'ซ้ำกับแถวที่ 2' }]);
    expect(counts).toMatchObject({ good: 2, bad: 1 });
  });

  it('that are wrong are all counted, and 10,000 faults kept, cut and without tricks', async () => {
    const lines = Array.from({ length: 12_000 }, (_, at) => `ก${at},\u202E${'ผิด'.repeat(200)}`);
    const { faults, counts } = await read(`ชื่อ อปท.,จำนวนเงิน\n${lines.join('\n')}`);
    expect(counts).toMatchObject({ bad: 12_000, faults: 12_000 });
    expect(faults.length).toBe(10_000);
    expect(faults[0]?.value.length).toBeLessThanOrEqual(201);
    expect(faults[0]?.value).not.toContain('\u202E');
  });
});

async function workbook(
  rows: unknown[][],
  style?: (row: { getCell(at: number): { numFmt: string } }) => void
): Promise<Buffer> {
  const book = new Workbook();
  const page = book.addWorksheet('ข้อมูล');
  for (const cells of rows) {
    const row = page.addRow(cells);
    style?.(row);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('a workbook', () => {
  it('is read with its texts, numbers, days and what formulas came to', async () => {
    const bytes = await workbook([
      ['รายงาน'],
      ['ชื่อ อปท.', 'จำนวนเงิน', 'วันที่โอน'],
      ['ก', 0.1 + 0.2, new Date('2026-10-05T00:00:00Z')],
      ['ข', { formula: 'B3*2', result: 1234.5 }, '5 ต.ค. 2569'],
      [{ richText: [{ text: 'ค' }, { text: 'ง' }] }, '(1,000)', null],
    ]);
    const { rows, reading } = await read(bytes, 'xlsx');
    expect(rows).toEqual([
      ['ก', 30, '2026-10-05'],
      ['ข', 123450, '2026-10-05'],
      ['คง', -100000, ''],
    ]);
    expect(reading).toMatchObject({ sheet: 'ข้อมูล', headerRow: 2, otherSheets: 0 });
  });

  it('passes over hidden sheets', async () => {
    const book = new Workbook();
    book.addWorksheet('ซ่อน', { state: 'hidden' }).addRow(['ไม่ใช่']);
    const page = book.addWorksheet('จริง');
    page.addRow(['ชื่อ อปท.', 'จำนวนเงิน']);
    page.addRow(['ก', 5]);
    const { reading } = await read(Buffer.from(await book.xlsx.writeBuffer()), 'xlsx');
    expect(reading.sheet).toBe('จริง');
  });
});

const rels =
  '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>';
const book = '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>';

async function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new JSZip();
  const whole = { 'xl/workbook.xml': book, 'xl/_rels/workbook.xml.rels': rels, ...parts };
  for (const [name, part] of Object.entries(whole)) zip.file(name, part);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const sheetXml = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const part = 'xl/worksheets/sheet1.xml';

describe('a hostile workbook', () => {
  it('that swells is refused before it has', async () => {
    const bytes = await zipOf({ [part]: sheetXml(' '.repeat(8_000_000)) });
    expect(bytes.length).toBeLessThan(100_000);
    expect(await refusalOf(bytes, 'xlsx')).toContain('ขยายตัว');
  });

  it('with a DTD is refused, whatever its entities say', async () => {
    const dtd = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const row = '<row><c t="str"><v>&x;</v></c></row>';
    expect(await refusalOf(await zipOf({ [part]: dtd + sheetXml(row) }), 'xlsx')).toContain('DTD');
    expect(
      await refusalOf(await zipOf({ 'xl/workbook.xml': dtd + book, [part]: sheetXml('') }), 'xlsx')
    ).toContain('DTD');
  });

  it('that calls entities it never declared is refused', async () => {
    const bytes = await zipOf({ [part]: sheetXml('<row><c t="str"><v>&x;</v></c></row>') });
    expect(await refusalOf(bytes, 'xlsx')).toContain('เสียหาย');
  });

  it('with a million columns is refused', async () => {
    const row = '<row><c r="ALHRXZ1"><v>1</v></c></row>';
    expect(await refusalOf(await zipOf({ [part]: sheetXml(row) }), 'xlsx')).toContain('คอลัมน์เกิน');
  });

  it('whose rows go back is refused', async () => {
    const rows = '<row r="5"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>';
    expect(await refusalOf(await zipOf({ [part]: sheetXml(rows) }), 'xlsx')).toContain('เสียหาย');
  });

  it('whose sheet lies elsewhere is refused', async () => {
    const away = rels.replace('Target=', 'TargetMode="External" Target=');
    const bytes = await zipOf({ 'xl/_rels/workbook.xml.rels': away, [part]: sheetXml('') });
    expect(await refusalOf(bytes, 'xlsx')).toContain('เสียหาย');
  });

  it('with names that lead out of it is refused', async () => {
    const bytes = await zipOf({ [part]: sheetXml(''), 'xl/aa/bb.xml': 'x' });
    const named = Buffer.from(
      bytes.toString('latin1').replaceAll('xl/aa/bb.xml', '../../b.xml8'.slice(0, 12)),
      'latin1'
    );
    expect(await refusalOf(named, 'xlsx')).toContain('เสียหาย');
  });

  it('with macros is refused', async () => {
    const bytes = await zipOf({ [part]: sheetXml(''), 'xl/vbaProject.bin': 'x' });
    expect(await refusalOf(bytes, 'xlsx')).toContain('มาโคร');
  });

  it('that ends too early is refused, wherever', async () => {
    const whole = await workbook([
      ['ชื่อ อปท.', 'จำนวนเงิน'],
      ['ก', 1],
    ]);
    for (const share of [0.02, 0.3, 0.7, 0.98]) {
      const cut = whole.subarray(0, Math.floor(share * whole.length));
      expect(await refusalOf(cut, 'xlsx')).toContain('เสียหาย');
    }
  });

  it('without a workbook in it is refused', async () => {
    const zip = new JSZip();
    zip.file('readme.txt', 'x');
    const bytes = await zip.generateAsync({ type: 'nodebuffer' });
    expect(await refusalOf(bytes, 'xlsx')).toContain('เสียหาย');
  });
});
