import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorOf, paragraph, type Editor } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';
import { waitUntil } from '../../test/wait-until';

interface Health {
  search: { status: string; documents: number; lagSeconds: number };
}

const many = 60;

async function pdf(pages: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const text of pages) document.addPage().drawText(text, { x: 50, y: 700, font, size: 12 });
  return document.save();
}

describe('the indexes of several instances', () => {
  let app: TestApp;
  let editor: Editor;

  const healthOf = async (origin: string) => {
    const { data } = (await (await fetch(`${origin}/api/km/v1/health`)).json()) as { data: Health };
    return data.search;
  };
  const found = async (origin: string, q: string) => {
    const response = await fetch(`${origin}/api/km/v1/search?q=${encodeURIComponent(q)}`);
    if (response.status !== 200) return null;
    return (await response.json()) as { data: { id: string; url: string; file: object | null }[] };
  };
  const finds = (origin: string, q: string, id: string) => async () =>
    (await found(origin, q))?.data.some((hit) => hit.id === id) ?? false;

  beforeAll(async () => {
    app = await startApp();
    editor = editorOf(app.strapi);
    await waitUntil(async () => (await healthOf(app.origin)).status === 'ok');
  });
  afterAll(() => app?.stop());

  async function putFile(name: string, bytes: Uint8Array, data: object = {}): Promise<number> {
    const folder = join(app.strapi.dirs.static.public, 'uploads');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, name), bytes);
    const hash = name.replace(/\..*$/, '');
    return editor.file({ name, hash, url: `/uploads/${name}`, ...data });
  }

  describe('with files', () => {
    it('find the words on a page of a PDF and open it there', async () => {
      const file = await putFile('whales.pdf', await pdf(['Nothing here', 'Humpback whales sing']));
      const id = await editor.publish('manual', { title: 'คู่มือวาฬ', files: [file] });
      await waitUntil(finds(app.origin, 'humpback', id));
      const hit = (await found(app.origin, 'humpback'))?.data[0];
      expect(hit?.url).toBe('/uploads/whales.pdf#page=2');
      expect(hit?.file).toEqual({
        name: 'whales.pdf',
        kind: 'PDF',
        url: '/uploads/whales.pdf',
        page: 2,
      });
    });

    it('read a replaced file again', async () => {
      const file = await putFile('seals.pdf', await pdf(['Leopard seals']));
      const id = await editor.publish('law', { title: 'ระเบียบแมวน้ำ', files: [file] });
      await waitUntil(finds(app.origin, 'leopard', id));
      await writeFile(
        join(app.strapi.dirs.static.public, 'uploads/seals.pdf'),
        await pdf(['Elephant seals'])
      );
      await app.strapi.db.query('plugin::upload.file').update({
        where: { id: file },
        data: { size: 12, updatedAt: new Date(Date.now() + 1000) },
      });
      await waitUntil(finds(app.origin, 'elephant', id));
      expect(await finds(app.origin, 'leopard', id)()).toBe(false);
    });

    it('go on after one that is broken or missing, and say so', async () => {
      const broken = await putFile('broken.pdf', Buffer.from('%PDF-1.7 nothing'));
      const lost = await editor.file({ hash: 'lost', name: 'lost.pdf', url: '/uploads/lost.pdf' });
      const elsewhere = await editor.file({
        hash: 'elsewhere',
        url: 'http://169.254.169.254/latest.pdf',
      });
      const outside = await editor.file({ hash: 'outside', url: '/uploads/../../package.json' });
      const id = await editor.publish('manual', {
        title: 'คู่มือไฟล์เสีย',
        files: [broken, lost, elsewhere, outside],
      });
      const after = await putFile('after.pdf', await pdf(['Narwhal horns']));
      const next = await editor.publish('manual', { title: 'คู่มือถัดไป', files: [after] });
      await waitUntil(finds(app.origin, 'คู่มือไฟล์เสีย', id));
      await waitUntil(finds(app.origin, 'narwhal', next));
      const errors = async () =>
        Object.fromEntries(
          (
            (await app.strapi.db
              .connection('km_file_texts')
              .where({ state: 'failed' })
              .select('file_hash', 'error')) as { file_hash: string; error: string }[]
          ).map(({ file_hash, error }) => [file_hash, error])
        );
      await waitUntil(async () => Object.keys(await errors()).length >= 4);
      expect(await errors()).toMatchObject({
        broken: 'broken',
        lost: 'missing',
        elsewhere: 'elsewhere',
        outside: 'missing',
      });
    });
  });

  it('agree after a publish, whichever of them it was made on', async () => {
    const second = await app.startSecondInstance();
    await waitUntil(async () => (await healthOf(second.origin)).status === 'ok');
    const here = await editor.draft('faq', { question: 'โลมาอิรวดีว่ายน้ำอย่างไร' });
    await second.publish('plugin::km.faq', here);
    await waitUntil(finds(app.origin, 'โลมาอิรวดี', here));
    const there = await editor.publish('faq', { question: 'ฉลามวาฬกินอะไร' });
    await waitUntil(finds(second.origin, 'ฉลามวาฬ', there));
    await editor.unpublish('faq', there);
    await waitUntil(async () => !(await finds(second.origin, 'ฉลามวาฬ', there)()));
    const [own, other] = [await healthOf(app.origin), await healthOf(second.origin)];
    expect(other.documents).toBe(own.documents);
    await second.stop();
  });

  it('are complete after a kill in the middle of indexing', { timeout: 300_000 }, async () => {
    const second = await app.startSecondInstance();
    await waitUntil(async () => (await healthOf(second.origin)).status === 'ok');
    const ids: string[] = [];
    // Two processes on one SQLite file may meet in the middle of their transactions.
    const publish = (data: object): Promise<string> =>
      editor.publish('faq', { ...data }).catch((error: Error) => {
        if (!error.message.endsWith('database is locked')) throw error;
        return publish(data);
      });
    for (let count = 0; count < many; count += 1) {
      const answer = [paragraph('ปะการัง '.repeat(50))];
      ids.push(await publish({ question: `ปะการังหมายเลข ${count}`, answer }));
    }
    await app.strapi.db.connection('km_search_queue').insert({
      service: '*',
      document_id: null,
      at: new Date().toISOString(),
    });
    for (let count = many; count < 2 * many; count += 1) {
      ids.push(await publish({ question: `คำถามเรื่องหญ้าทะเลหมายเลข ${count}` }));
      if (count === many + 10) await second.stop();
    }
    const third = await app.startSecondInstance();
    const isComplete = async () => {
      const [own, other] = [await healthOf(app.origin), await healthOf(third.origin)];
      return own.status === 'ok' && other.status === 'ok' && own.documents === other.documents;
    };
    await waitUntil(isComplete, { within: 120_000 });
    await waitUntil(finds(third.origin, 'หญ้าทะเลหมายเลข 119', ids.at(-1) ?? ''));
    const all = await found(third.origin, 'หญ้าทะเล');
    expect(all?.data.length).toBeGreaterThan(0);
    await third.stop();
  });

  it('are made again where the file is gone, and say what is missing until then', async () => {
    const second = await app.startSecondInstance();
    await waitUntil(async () => (await healthOf(second.origin)).status === 'ok');
    await second.stop();
    const folder = dirname(
      app.strapi.config.get('database.connection.connection.filename', '') ||
        join(app.strapi.dirs.app.root, '.tmp/search.db')
    );
    const own = (await readdir(folder)).filter((name) => /^search-2\.db/.test(name));
    expect(own.length).toBeGreaterThan(0);
    for (const name of own) await rm(join(folder, name));
    await writeFile(join(folder, 'search-2.db'), 'This is no database.');
    const third = await app.startSecondInstance();
    await waitUntil(async () => (await healthOf(third.origin)).status === 'ok');
    expect((await healthOf(third.origin)).documents).toBe((await healthOf(app.origin)).documents);
    expect(existsSync(join(folder, 'search-2.db'))).toBe(true);
    await third.stop();
  });

  it('are made anew when the words of search change, with the old one answering', async () => {
    const id = await editor.publish('faq', { question: 'สุนัขจิ้งจอกแดง' });
    await waitUntil(finds(app.origin, 'สุนัขจิ้งจอก', id));
    expect(await finds(app.origin, 'ฟอกซี่', id)()).toBe(false);
    await app.strapi
      .documents('plugin::km.synonym-set' as never)
      .create({ data: { words: 'ฟอกซี่\nสุนัขจิ้งจอก' } as never });
    await waitUntil(async () => {
      const answer = await found(app.origin, 'ฟอกซี่');
      expect(answer).not.toBeNull();
      return answer?.data.some((hit) => hit.id === id) ?? false;
    });
  });

  it('refuse words that mean nothing, in Thai', async () => {
    const sets = app.strapi.documents('plugin::km.synonym-set' as never);
    await expect(sets.create({ data: { words: 'คำเดียว' } as never })).rejects.toThrow(
      'อย่างน้อยสองคำ'
    );
    const terms = app.strapi.documents('plugin::km.glossary-term' as never);
    await expect(terms.create({ data: { term: '12345' } as never })).rejects.toThrow('มีตัวอักษร');
  });
});
