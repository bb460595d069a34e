import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocx, makeXlsx, makeZip } from '../../../test/make-zip';
import { extractText } from './extract-text';
import { joinWrappedLines } from './read-pdf';

const worker = resolve(__dirname, '../../../../dist/workers/extract-text.js');
/** Only the CMS writes PDFs, and only for its sample content. */
const pdfkit = createRequire(resolve(__dirname, '../../../../../../cms/package.json'))('pdfkit');
let folder: string;
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'km-extract-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function extract(kind: string, bytes: Buffer | Uint8Array) {
  const path = join(folder, String((count += 1)));
  await writeFile(path, bytes);
  return extractText({ path, kind }, { worker });
}

async function pdf(pages: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const text of pages) document.addPage().drawText(text, { x: 50, y: 700, font, size: 12 });
  return document.save();
}

function lockedPdf(): Promise<Buffer> {
  const document = new pdfkit({ userPassword: 'secret', pdfVersion: '1.7' });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Buffer>((done) =>
    document.on('end', () => done(Buffer.concat(chunks)))
  );
  document.text('Nobody reads this');
  document.end();
  return ended;
}

describe('the words of a file', () => {
  it('come page by page out of a PDF', async () => {
    const found = await extract('PDF', await pdf(['First page', 'Second page', 'Third page']));
    expect(found).toEqual({
      read: {
        cut: false,
        pages: [
          { page: 1, text: 'First page' },
          { page: 2, text: 'Second page' },
          { page: 3, text: 'Third page' },
        ],
      },
    });
  });

  it('come out of a DOCX, in Thai as it is typed', async () => {
    const found = await extract('DOCX', makeDocx(['จํานวน น้ํา', 'เเบบฟอร์ม &amp; คำขอ']));
    expect(found).toEqual({
      read: { cut: false, pages: [{ page: null, text: 'จำนวน น้ำ\nแบบฟอร์ม & คำขอ' }] },
    });
  });

  it('come out of an XLSX, a row a line', async () => {
    const found = await extract('XLSX', makeXlsx('งบทดลอง', [['รหัสบัญชี', 'ชื่อ'], ['411000']]));
    expect(found).toEqual({
      read: { cut: false, pages: [{ page: null, text: 'งบทดลอง\nรหัสบัญชี ชื่อ\n411000' }] },
    });
  });

  it('are whole where the paper broke a line', () => {
    const long = 'ให้องค์กรปกครองส่วนท้องถิ่นบันทึกข้อมูลในระบบบัญชีคอมพิวเตอร์ให้เป็นปัจจุบันคลังความ';
    expect(joinWrappedLines(`หัวข้อ\n${long}\nรู้ของท้องถิ่น\n1. ข้อแรก`)).toBe(
      `หัวข้อ\n${long}รู้ของท้องถิ่น\n1. ข้อแรก`
    );
  });
});

describe('a file that gives no words says why', () => {
  const repeated = (times: number) => 'ก '.repeat(times);

  it.each([
    ['a PDF that is no PDF', 'PDF', () => Buffer.from('%PDF-1.7\nnothing')],
    ['an empty file', 'PDF', () => Buffer.alloc(0)],
    ['a DOCX that is no archive', 'DOCX', () => Buffer.from('PK\u0003\u0004 nothing')],
    ['an empty archive', 'XLSX', () => Buffer.alloc(0)],
    [
      'a DOCX whose XML ends too soon',
      'DOCX',
      () => makeZip([{ name: 'word/document.xml', content: '<w:document><w:p><w:t>ก</w:p>' }]),
    ],
    [
      'an archive that lies about its sizes',
      'DOCX',
      () =>
        makeZip([{ name: 'word/document.xml', content: `<a>${repeated(9999)}</a>`, claims: 9 }]),
    ],
    [
      'an archive that stands in nobody’s words',
      'DOCX',
      () =>
        makeZip([
          { name: 'word/document.xml', content: '<!DOCTYPE a [<!ENTITY b "ก">]><a>&b;</a>' },
        ]),
    ],
  ])('%s is broken', async (_what, kind, bytes) => {
    expect(await extract(kind, bytes())).toEqual({ error: 'broken' });
  });

  it('a truncated PDF gives what is left of it, or is broken', async () => {
    const whole = await pdf(['One', 'Two']);
    const found = await extract('PDF', whole.slice(0, whole.length / 2));
    expect('error' in found ? found.error : 'read').toMatch(/^(broken|noText|read)$/);
  });

  it('a PDF with a password is locked', async () => {
    expect(await extract('PDF', await lockedPdf())).toEqual({ error: 'encrypted' });
  });

  it('an office file with a password is locked', async () => {
    const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]);
    expect(await extract('XLSX', bytes)).toEqual({ error: 'encrypted' });
  });

  it('a PDF of pictures, and a document without a word, have none', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    document.addPage();
    expect(await extract('PDF', await document.save())).toEqual({ error: 'noText' });
    expect(await extract('DOCX', makeDocx([' ']))).toEqual({ error: 'noText' });
  });

  it('an archive that swells is stopped before it has', async () => {
    const swelling = `<w:document><w:t>${' '.repeat(130_000_000)}</w:t></w:document>`;
    const bytes = makeZip([{ name: 'word/document.xml', content: swelling }]);
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(await extract('DOCX', bytes)).toEqual({ error: 'hostile' });
    const sheet = makeZip([{ name: 'xl/sharedStrings.xml', content: `<sst>${swelling}</sst>` }]);
    expect(await extract('XLSX', sheet)).toEqual({ error: 'hostile' });
  });

  it('an archive of thousands of parts is not opened', async () => {
    const parts = Array.from({ length: 6000 }, (_, place) => ({ name: `${place}`, content: 'x' }));
    expect(await extract('DOCX', makeZip(parts))).toEqual({ error: 'hostile' });
  });

  it('one that takes too long is left', async () => {
    const endless = join(folder, 'endless.js');
    await writeFile(endless, 'for (;;);');
    expect(await extractText({ path: '', kind: 'PDF' }, { worker: endless, limit: 1 })).toEqual({
      error: 'tooSlow',
    });
  });

  it('one of a kind nobody reads is broken', async () => {
    expect(await extract('EXE', Buffer.from('MZ'))).toEqual({ error: 'broken' });
  });
});
