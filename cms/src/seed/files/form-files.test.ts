import { inflateRawSync } from 'node:zlib';

import { Workbook } from 'exceljs';
import { describe, expect, it } from 'vitest';

import type { SampleForm } from '../content/types';

import { formDocx } from './form-docx';
import { fieldLines, formColumns } from './form-layout';
import { formPdf } from './form-pdf';
import { formXlsx } from './form-xlsx';

const form: SampleForm = {
  key: 'form-test',
  title: 'แบบทดสอบ',
  code: 'KM-T01',
  purpose: 'ใช้ทดสอบ',
  usedBy: 'เจ้าหน้าที่การเงิน',
  topics: [],
  version: '1.0',
  format: 'xlsx',
  sections: [
    { heading: 'ส่วนที่ 1', fields: ['หน่วยงาน', 'อำเภอ', '( ) ขอใหม่'] },
    { heading: 'ส่วนที่ 2', columns: ['ลำดับที่', 'รายการ', 'จำนวนเงิน (บาท)'], rows: 3 },
  ],
};

/** A file inside a ZIP, found by its local header. */
function unzip(archive: Buffer, name: string): string {
  for (
    let at = archive.indexOf('PK\x03\x04');
    at >= 0;
    at = archive.indexOf('PK\x03\x04', at + 4)
  ) {
    const nameLength = archive.readUInt16LE(at + 26);
    const start = at + 30 + nameLength + archive.readUInt16LE(at + 28);
    if (archive.toString('utf8', at + 30, at + 30 + nameLength) !== name) continue;
    return inflateRawSync(archive.subarray(start)).toString('utf8');
  }
  throw new Error(`${name} is not in the archive.`);
}

describe('fieldLines', () => {
  it('puts two short fields on a line and a choice on its own', () => {
    expect(fieldLines(['หน่วยงาน', 'อำเภอ', '( ) ขอใหม่'])).toEqual([
      [
        { label: 'หน่วยงาน', choice: false },
        { label: 'อำเภอ', choice: false },
      ],
      [{ label: 'ขอใหม่', choice: true }],
    ]);
  });

  it('gives a long label a line of its own', () => {
    expect(fieldLines(['ชื่อ', 'เหตุผลและความจำเป็นในการขอใช้สิทธิ'])).toHaveLength(2);
  });
});

describe('formColumns', () => {
  it('knows running numbers and amounts by their names', () => {
    const kinds = formColumns(['ลำดับที่', 'จำนวนเงิน (บาท)', 'รายการ', 'ประเภทเงิน']).map(
      ({ kind }) => kind
    );

    expect(kinds).toEqual(['number', 'amount', 'text', 'text']);
  });
});

describe('formXlsx', () => {
  it('takes figures into a table and adds them up', async () => {
    const workbook = new Workbook();
    await workbook.xlsx.load((await formXlsx(form)) as never);
    const sheet = workbook.getWorksheet('แบบฟอร์ม')!;
    const header = sheet.getSheetValues().findIndex((row) => (row as unknown[])?.[1] === 'ลำดับที่');

    expect(sheet.getCell(1, 1).text).toBe('แบบทดสอบ');
    expect(sheet.getCell(header + 1, 1).value).toBe(1);
    expect(sheet.getCell(header + 1, 3).numFmt).toBe('#,##0.00');
    expect(sheet.getCell(header + 4, 3).formula).toBe(`SUM(C${header + 1}:C${header + 3})`);
    expect(sheet.pageSetup.paperSize).toBe(9);
  });
});

describe('formDocx', () => {
  it('holds the fields, the choice and the numbered rows in the font of government documents', async () => {
    const bytes = await formDocx({ ...form, format: 'docx' });
    const document = unzip(bytes, 'word/document.xml');
    const texts = [...document.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text);

    expect(texts).toEqual(
      expect.arrayContaining(['แบบทดสอบ', 'หน่วยงาน', '☐ ขอใหม่', 'จำนวนเงิน (บาท)', '3'])
    );
    expect(document).toContain('<w:tblHeader/>');
    expect(unzip(bytes, 'word/styles.xml')).toContain('w:cs="TH Sarabun New"');
  });
});

describe('formPdf', () => {
  it('counts its pages, and lies across the sheet where a table is wide', async () => {
    const wide = Array.from({ length: 9 }, (_, index) => `ช่อง ${index}`);
    const long = { ...form, sections: [{ heading: 'ส่วน', columns: wide, rows: 60 }] };
    const { bytes, pages } = await formPdf(long);
    const file = bytes.toString('latin1');

    expect(pages).toBe(file.match(/\/Type \/Page\n/g)?.length);
    expect(pages).toBeGreaterThan(1);
    expect(file).toContain('/MediaBox [0 0 841.89 595.28]');
  });
});
