import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readerOf, type Reader } from '../../test/answers';
import { editorOf, type Editor } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';
import { statementsOf } from '../../test/statements';
import { form } from '.';

let app: TestApp;
let editor: Editor;
let reader: Reader;
const ids = {} as Record<'whole' | 'successor' | 'draft', string>;

beforeAll(async () => {
  app = await startApp();
  editor = editorOf(app.strapi);
  reader = readerOf(app);
  const topic = await editor.publish('topic', { slug: 'access' });
  await app.strapi.db.connection('km_file_facts').insert({ file_hash: 'form_pdf', pages: 2 });
  ids.successor = await editor.publish('form', { title: 'ขอรหัสผู้ใช้ใหม่', code: 'KM-F02' });
  ids.whole = await editor.publish('form', {
    title: 'ขอรหัสผู้ใช้',
    code: 'KM-F01',
    usedBy: 'อปท.',
    topics: [topic],
    version: '1.0',
    supersededBy: ids.successor,
    editableFile: await editor.file({
      ext: '.docx',
      mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    }),
    pdfFile: await editor.file({ hash: 'form_pdf' }),
  });
  await editor.publish('form', { title: 'ไม่มีรหัส' });
  await editor.publish('form', { title: 'ลำดับสิบ', code: 'KM-F10' });
  ids.draft = await editor.draft('form', { code: 'KM-F00' });
});
afterAll(() => app?.stop());

const titlesOf = async (query: Record<string, string | number> = {}) =>
  (await reader.read('listForms', query)).data.map(({ title }) => title);

describe('GET /forms', () => {
  it('lists forms by code, those without one last', async () => {
    expect(await titlesOf()).toEqual(['ขอรหัสผู้ใช้', 'ขอรหัสผู้ใช้ใหม่', 'ลำดับสิบ', 'ไม่มีรหัส']);
  });

  it('tells both files, the pages and the form to use instead', async () => {
    const { data } = await reader.read('listForms', { q: 'KM-F01' });
    expect(data).toMatchObject([
      {
        code: 'KM-F01',
        usedBy: 'อปท.',
        topics: [{ slug: 'access' }],
        editableFile: { kind: 'DOCX', pages: null },
        pdfFile: { kind: 'PDF', pages: 2 },
        pageCount: 2,
        supersededBy: { id: ids.successor, code: 'KM-F02', title: 'ขอรหัสผู้ใช้ใหม่' },
      },
    ]);
  });

  it('filters by menu and year, and turns pages', async () => {
    expect(await titlesOf({ topic: 'access' })).toEqual(['ขอรหัสผู้ใช้']);
    expect(await titlesOf({ year: 2500 })).toEqual([]);
    expect(await titlesOf({ page: 4, pageSize: 1 })).toEqual(['ไม่มีรหัส']);
  });

  it('takes a handful of statements', async () => {
    const statements = await statementsOf(app.strapi, () => titlesOf({ topic: 'access', q: 'ขอ' }));
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length).toBeLessThanOrEqual(10);
  });

  it.each(['?audience=local', '?topic=nowhere', '?page=1&page=1'])('refuses %s', async (search) => {
    expect((await reader.problem(`/forms${search}`)).status).toBe(400);
  });
});

describe('GET /forms/:id', () => {
  it('answers one form and no draft', async () => {
    expect((await reader.read('getForm', {}, ids.whole)).data.title).toBe('ขอรหัสผู้ใช้');
    expect((await reader.problem(`/forms/${ids.draft}`)).status).toBe(404);
  });

  it('keeps its successor when either is published again', async () => {
    await editor.republish('form', ids.successor, { title: 'ขอรหัส 2570' });
    await editor.republish('form', ids.whole);
    const { data } = await reader.read('getForm', {}, ids.whole);
    expect(data.supersededBy).toEqual({ id: ids.successor, code: 'KM-F02', title: 'ขอรหัส 2570' });
    await editor.unpublish('form', ids.successor);
    expect((await reader.read('getForm', {}, ids.whole)).data.supersededBy).toBeNull();
  });
});

describe('the pages without scripts', () => {
  it('list every form, and tell one in words', async () => {
    const links = await form.page?.list(app.strapi);
    expect(links?.map(({ title }) => title)).toContain('KM-F01 ขอรหัสผู้ใช้');
    expect(await form.page?.item(app.strapi, ids.whole)).toMatchObject({
      title: 'KM-F01 ขอรหัสผู้ใช้',
      description: 'ใช้ขอรหัสผู้ใช้งาน',
    });
    expect(await form.page?.item(app.strapi, ids.draft)).toBeNull();
  });
});
