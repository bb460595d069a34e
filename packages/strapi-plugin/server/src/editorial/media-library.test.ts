import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../test/sign-in';
import { startApp, type TestApp } from '../../test/start-app';

interface MediaFile {
  id: number;
  name: string;
  hash: string;
  mime: string;
  url: string;
}

const pdfType = 'application/pdf';

async function pdfOf(pages: number): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage();
  return Uint8Array.from(await document.save());
}

describe('the media library', () => {
  let app: TestApp;
  let editor: Record<string, string>;

  const ask = (method: string, path: string, body?: object) =>
    app.get(path, {
      method,
      headers: { ...editor, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  const messageOf = async (answer: Response) =>
    ((await answer.json()) as { error: { message: string } }).error.message;

  function formOf(
    name: string,
    bytes: string | Uint8Array<ArrayBuffer>,
    type: string,
    info: object = {}
  ): FormData {
    const form = new FormData();
    form.append('files', new Blob([bytes], { type }), name);
    form.append('fileInfo', JSON.stringify({ name, ...info }));
    return form;
  }

  const send = (path: string, body: FormData) =>
    app.get(path, { method: 'POST', headers: editor, body });

  async function upload(
    name: string,
    bytes: string | Uint8Array<ArrayBuffer>,
    info: object = {}
  ): Promise<MediaFile> {
    const answer = await send('/upload', formOf(name, bytes, pdfType, info));
    expect(answer.status).toBe(201);
    const [file] = (await answer.json()) as MediaFile[];
    if (!file) throw new Error('Nothing was kept.');
    return file;
  }

  const pagesOf = async ({ hash }: MediaFile): Promise<number | null> => {
    const row = await app.strapi.db.connection('km_file_facts').where({ file_hash: hash }).first();
    return row?.pages ?? null;
  };
  const isKept = async ({ id }: MediaFile) =>
    (await app.strapi.db.query('plugin::upload.file').count({ where: { id } })) === 1;

  async function manualWith(more: object): Promise<string> {
    const { documentId } = await app.strapi.documents('plugin::km.manual' as never).create({
      data: { title: 'คู่มือที่ใช้ไฟล์', summary: 'สรุป', ...more } as never,
    });
    return documentId;
  }

  beforeAll(async () => {
    app = await startApp();
    editor = await signIn(app, 'strapi-super-admin');
  });
  afterAll(() => app?.stop());

  it('keeps a PDF under a clean name and counts its pages', async () => {
    const file = await upload('คู่มือ.docx.PDF', await pdfOf(3));
    expect(file.name).toBe('คู่มือ.pdf');
    expect(file.mime).toBe(pdfType);
    expect(await pagesOf(file)).toBe(3);
  });

  it('refuses in Thai what is not what it says, and keeps nothing of it', async () => {
    const folder = join(app.application.folder, 'public/uploads');
    const before = await readdir(folder);
    const answer = await send('/upload', formOf('ใบแจ้ง.pdf', 'MZ program', pdfType));
    expect(answer.status).toBe(400);
    expect(await messageOf(answer)).toContain('เนื้อในของไฟล์ “ใบแจ้ง.pdf” ไม่ใช่ PDF');
    expect(await readdir(folder)).toEqual(before);
  });

  it('refuses pictures that can run, and programs behind a second ending', async () => {
    const svg = await send('/upload', formOf('ตรา.svg', '<svg xmlns="x"/>', 'image/svg+xml'));
    expect(await messageOf(svg)).toContain('บันทึกภาพเป็น PNG');
    const double = await send('/upload', formOf('a.php.pdf', await pdfOf(1), pdfType));
    expect(await messageOf(double)).toContain('นามสกุลของโปรแกรม');
  });

  it('refuses all of several files when one of them is refused', async () => {
    const form = formOf('ดี.pdf', await pdfOf(1), pdfType);
    form.append('files', new Blob(['PK']), 'ร้าย.zip');
    form.append('fileInfo', JSON.stringify({ name: 'ร้าย.zip' }));
    const answer = await send('/upload', form);
    expect(answer.status).toBe(400);
    const good = await app.strapi.db
      .query('plugin::upload.file')
      .count({ where: { name: 'ดี.pdf' } });
    expect(good).toBe(0);
  });

  it('does not let a rename change what a file is', async () => {
    const file = await upload('เดิม.pdf', await pdfOf(1));
    const form = new FormData();
    form.append('fileInfo', JSON.stringify({ name: 'ใหม่\u202E.html' }));
    const answer = await send(`/upload?id=${file.id}`, form);
    expect(((await answer.json()) as MediaFile).name).toBe('ใหม่.pdf');
  });

  it('replaces a file by one of its kind only, and counts anew', async () => {
    const file = await upload('แทน.pdf', await pdfOf(2));
    const other = await send(`/upload?id=${file.id}`, formOf('a.csv', 'ก,ข', 'text/csv'));
    expect(await messageOf(other)).toContain('แทนที่ไฟล์ได้เฉพาะชนิดเดียวกัน (PDF)');
    const same = await send(`/upload?id=${file.id}`, formOf('b.pdf', await pdfOf(5), pdfType));
    expect(same.status).toBe(200);
    expect(await pagesOf(file)).toBe(5);
  });

  it('makes answers stale after the pages of a replaced file are known, not before', async () => {
    const file = await upload('แทนอีก.pdf', await pdfOf(2));
    const written: string[] = [];
    const note = ({ sql }: { sql: string }) => {
      if (/^(?:insert|update|delete)/i.test(sql)) written.push(sql);
    };
    app.strapi.db.connection.on('query', note);
    await send(`/upload?id=${file.id}`, formOf('b.pdf', await pdfOf(5), pdfType));
    app.strapi.db.connection.removeListener('query', note);
    const last = (table: string) => written.map((sql) => sql.includes(table)).lastIndexOf(true);
    expect(last('km_file_facts')).toBeGreaterThan(-1);
    expect(last('km_revisions')).toBeGreaterThan(last('km_file_facts'));
  });

  describe('deleting', () => {
    it('a file of a draft is refused, and the refusal names the draft', async () => {
      const file = await upload('ใช้.pdf', await pdfOf(1));
      const documentId = await manualWith({ files: [file.id] });
      const answer = await ask('DELETE', `/upload/files/${file.id}`);
      expect(answer.status).toBe(400);
      expect(await messageOf(answer)).toContain('ยังใช้อยู่ใน คู่มือ “คู่มือที่ใช้ไฟล์”');
      expect(await isKept(file)).toBe(true);
      await app.strapi.documents('plugin::km.manual' as never).delete({ documentId } as never);
      expect((await ask('DELETE', `/upload/files/${file.id}`)).status).toBe(200);
      expect(await pagesOf(file)).toBeNull();
    });

    it('a file of an earlier version is refused', async () => {
      const file = await upload('ฉบับเก่า.pdf', await pdfOf(1));
      await manualWith({ earlierVersions: [{ version: '1.0', file: file.id }] });
      expect((await ask('DELETE', `/upload/files/${file.id}`)).status).toBe(400);
    });

    it('a picture within rich text is refused', async () => {
      const file = await upload('ในเนื้อหา.pdf', await pdfOf(1));
      const image = { ...file, alternativeText: 'ภาพ', ext: '.pdf', provider: 'local' };
      const dates = { createdAt: '2026-11-22', updatedAt: '2026-11-22' };
      await manualWith({
        body: [
          {
            type: 'image',
            image: { ...image, ...dates, width: 1, height: 1, size: 1 },
            children: [{ type: 'text', text: '' }],
          },
        ],
      });
      expect((await ask('DELETE', `/upload/files/${file.id}`)).status).toBe(400);
    });

    it('several files, or a folder, is refused whole when one file is in use', async () => {
      const made = await ask('POST', '/upload/folders', { name: 'คู่มือ', parent: null });
      const { data } = (await made.json()) as { data: { id: number } };
      const used = await upload('ใช้อยู่.pdf', await pdfOf(1), { folder: data.id });
      const free = await upload('ไม่ใช้.pdf', await pdfOf(1), { folder: data.id });
      await manualWith({ files: [used.id] });
      for (const body of [{ fileIds: [free.id, used.id] }, { folderIds: [data.id] }]) {
        const answer = await ask('POST', '/upload/actions/bulk-delete', body);
        expect(answer.status).toBe(400);
        expect(await isKept(free)).toBe(true);
        expect(await isKept(used)).toBe(true);
      }
      const answer = await ask('POST', '/upload/actions/bulk-delete', { fileIds: [free.id] });
      expect(answer.status).toBe(200);
    });
  });
});
