import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { countPages } from './file-facts';
import { judgeFile } from './upload-rules';

const megabyte = 1024 * 1024;
const limit = 50 * megabyte;
const bytesOf = (hex: string) => Buffer.from(hex, 'hex');
const refusalOf = (name: string, bytes: Buffer) => {
  const judged = judgeFile(name, bytes, limit);
  return 'refusal' in judged ? judged.refusal : null;
};

/** An archive of empty files, as a writer of ZIP lays it out. */
function zipOf(...entries: { name: string; content?: string }[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content = '' } of entries) {
    const [title, body] = [Buffer.from(name), Buffer.from(content)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, title, body);
    directory.push(entry, title);
    offset += 30 + title.length + body.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

describe('judgeFile', () => {
  let pdf: Buffer;

  beforeAll(async () => {
    const document = await PDFDocument.create();
    for (let page = 0; page < 3; page += 1) document.addPage();
    pdf = Buffer.from(await document.save());
  });

  it('accepts a PDF under a clean name, as a PDF', () => {
    const judged = judgeFile('คู่มือ.docx.PDF', pdf, limit);
    expect(judged).toMatchObject({ name: 'คู่มือ.pdf', kind: { mime: 'application/pdf' } });
  });

  it('refuses bytes that are not what the ending says', () => {
    for (const name of ['a.pdf', 'a.png', 'a.jpg', 'a.webp', 'a.docx', 'a.xlsx', 'a.odt']) {
      expect(refusalOf(name, Buffer.from('MZ this is a program'))).toContain('ไม่ใช่');
    }
  });

  it('accepts pictures by their first bytes', () => {
    expect(refusalOf('a.png', bytesOf('89504e470d0a1a0a0000'))).toBeNull();
    expect(refusalOf('a.JPEG', bytesOf('ffd8ffe000104a464946'))).toBeNull();
    expect(refusalOf('a.webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 '))).toBeNull();
  });

  it('tells the Office kinds apart and refuses a macro inside', () => {
    const types = { name: '[Content_Types].xml' };
    const word = zipOf(types, { name: 'word/document.xml' });
    expect(refusalOf('a.docx', word)).toBeNull();
    expect(refusalOf('a.xlsx', word)).toContain('XLSX');
    const macro = zipOf(types, { name: 'word/document.xml' }, { name: 'word/vbaProject.bin' });
    expect(refusalOf('a.docx', macro)).toContain('แมโคร');
    expect(refusalOf('a.docx', zipOf({ name: 'virus.exe' }))).toContain('DOCX');
    expect(refusalOf('a.docx', word.subarray(0, word.length - 30))).toContain('DOCX');
  });

  it('reads the kind an OpenDocument file begins with', () => {
    const odt = zipOf({ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' });
    expect(refusalOf('a.odt', odt)).toBeNull();
    expect(refusalOf('a.ods', odt)).toContain('ODS');
  });

  it('accepts a table as text in any Thai encoding, and no web page in disguise', () => {
    expect(refusalOf('a.csv', Buffer.from('\ufeffรหัส,ชื่อ'))).toBeNull();
    expect(refusalOf('a.csv', bytesOf('c3cbd1ca2cbcd9e9'))).toBeNull();
    expect(refusalOf('a.csv', Buffer.from('\n<!DOCTYPE html><script>'))).toContain('CSV');
    expect(refusalOf('a.csv', Buffer.from('a\0b'))).toContain('CSV');
  });

  it('says what to send instead of a kind that is not taken', () => {
    expect(refusalOf('a.doc', pdf)).toContain('บันทึกเป็น DOCX');
    expect(refusalOf('a.zip', pdf)).toContain('แตกไฟล์');
    expect(refusalOf('a.svg', pdf)).toContain('PNG');
    for (const name of ['a.html', 'a.exe', 'a', 'constructor', 'a.__proto__']) {
      expect(refusalOf(name, pdf)).toContain('เป็นชนิดที่ไม่รับ');
    }
  });

  it('refuses the name of a program within the name of a document', () => {
    expect(refusalOf('a.php.pdf', pdf)).toContain('นามสกุลของโปรแกรม');
  });

  it('weighs pictures more strictly than documents', () => {
    const heavy = Buffer.concat([bytesOf('89504e470d0a1a0a'), Buffer.alloc(11 * megabyte)]);
    expect(refusalOf('a.png', heavy)).toContain('เกินกำหนด 10 MB');
    expect(refusalOf('a.pdf', Buffer.concat([pdf, Buffer.alloc(11 * megabyte)]))).toBeNull();
    expect(refusalOf('a.pdf', Buffer.alloc(0))).toContain('ว่างเปล่า');
  });

  it('refuses a small file that holds a vast picture', () => {
    const pngOf = (side: string) => bytesOf(`89504e470d0a1a0a0000000d49484452${side}${side}`);
    expect(refusalOf('a.png', pngOf('00003e80'))).toContain('256 ล้านพิกเซล เกินกำหนด 64');
    expect(refusalOf('a.png', pngOf('00001f40'))).toBeNull();
  });

  it('counts the pages of a PDF and gives up on a broken one', async () => {
    expect(await countPages(pdf)).toBe(3);
    expect(await countPages(Buffer.from('%PDF-1.7 broken'))).toBeNull();
  });
});
